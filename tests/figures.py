"""Reads the figures in a text for people: amounts, numbers, days, months and quarters, in Dutch and English.

It shares nothing with what writes them, so that a test can hold one against the other.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TypeAlias

Figure: TypeAlias = date | int | Decimal | str
"""A day; a whole number or amount; millions; or a month (``2027-03``) or quarter (``2027-Q2``, ``Q2``)."""

MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
SHORT = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
GROUP, POINT = {"nl": ".", "en": ","}, {"nl": ",", "en": "."}


def _month(name: str, language: str) -> int:
    names = MONTHS[language].split(), SHORT[language].split()
    return next(each.index(name) for each in names if name in each) + 1


def _pattern(language: str) -> re.Pattern[str]:
    months = "|".join((MONTHS[language] + " " + SHORT[language]).split())
    group, point = re.escape(GROUP[language]), re.escape(POINT[language])
    return re.compile(
        rf"""
        (?<!\w)(?:
          (?P<iso>\d{{4}}-\d\d-\d\d)
        | (?P<iso_month>\d{{4}}-(?:\d\d|Q[1-4]))
        | (?P<day>\d{{1,2}})\ (?P<of>{months})\ (?P<in>\d{{4}})
        | (?P<start>{months})–(?P<end>{months})\ (?P<of_both>\d{{4}})
        | (?P<month>{months})\ (?P<month_year>\d{{4}})
        | Q(?P<first>[1-4])[–-]Q(?P<last>[1-4])\ (?P<both>\d{{4}})
        | Q(?P<quarter>[1-4])\ (?:(?:van|of)\ )?(?P<quarter_year>\d{{4}})
        | (?P<alone>Q[1-4])
        | (?P<sign>[-+\u2212]?)(?:€\s?)?(?P<minus>\u2212?)
          (?:(?P<grouped>\d{{1,3}}(?:{group}\d{{3}})+)|(?P<broken>\d+{point}\d+)|(?P<whole>\d+))
        )(?![\w])
        """,
        re.VERBOSE,
    )


PATTERNS = {language: _pattern(language) for language in ("nl", "en")}


def said(text: str, language: str) -> list[Figure]:
    """Give the figures of a text in their order."""
    found: list[Figure] = []
    for match in PATTERNS[language].finditer(text.replace("\u00a0", " ")):
        found += _figures({name: each for name, each in match.groupdict().items() if each}, language)
    return found


def _figures(parts: dict[str, str], language: str) -> Iterable[Figure]:
    match parts:
        case {"iso": text}:
            yield date.fromisoformat(text)
        case {"iso_month": text} | {"alone": text}:
            yield text
        case {"day": day, "of": month, "in": year}:
            yield date(int(year), _month(month, language), int(day))
        case {"start": start, "end": end, "of_both": year}:
            yield from (f"{year}-{_month(each, language):02d}" for each in (start, end))
        case {"month": month, "month_year": year}:
            yield f"{year}-{_month(month, language):02d}"
        case {"first": first, "last": last, "both": year}:
            yield from (f"{year}-Q{first}", f"{year}-Q{last}")
        case {"quarter": quarter, "quarter_year": year}:
            yield f"{year}-Q{quarter}"
        case _:
            yield _number(parts, language)


def _number(parts: dict[str, str], language: str) -> int | Decimal:
    sign = -1 if "minus" in parts or parts.get("sign") in ("-", "\u2212") else 1
    if "broken" in parts:
        return sign * Decimal(parts["broken"].replace(POINT[language], "."))
    text = parts.get("grouped") or parts["whole"]
    return sign * int(text.replace(GROUP[language], ""))


def figure(value: object) -> Figure:
    """Turn a value of a command's data into what ``said`` gives for it."""
    text = str(value)
    if isinstance(value, int):
        return value
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    return int(text) if text.isdecimal() else text


def day_of(value: object) -> date:
    """Turn a day as a command's data has it into a date."""
    return date.fromisoformat(str(value))


def quarter(day: date) -> str:
    """Name the quarter of a day."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def millions(*amounts: int) -> list[Figure]:
    """Give amounts as a heading has them: in tenths of millions from a million on, rounded half up."""
    if max(amounts) < 10**6:
        return list(dict.fromkeys(amounts))
    tenths = [Decimal((each + 50_000) // 100_000) / 10 if each >= 10**6 else each for each in amounts]
    return list(dict.fromkeys(tenths))
