"""How a refused value is written here, by the code of its refusal: a better wording, and what to type."""

import re

from icteregie.portfolio.input_hints import (
    ABOUT,
    is_everyone,
    is_excel_day,
    names_in,
    unquoted,
    written_amount,
    written_day,
    written_id,
    written_month,
)
from icteregie.portfolio.period import moment
from icteregie.portfolio.readers import InvalidValueError

_DASH = re.compile(r"[\u2010-\u2015\u2212]")
"""What looks like a hyphen and is none; word processors put it there."""


def better(code: str, text: str) -> tuple[str, dict[str, str]]:
    """Give a wording that fits a refused text better, with what to write instead; or the code itself."""
    if code not in _BETTER:
        return code, {}
    plain = unquoted(text)
    wording, instead = _BETTER[code](plain)
    if not wording and (dash := _DASH.search(plain)):
        return "odd-dash", {"character": f"U+{ord(dash[0]):04X}", "instead": _DASH.sub("-", plain)}
    return (wording, {"instead": instead} if instead else {}) if wording else (code, {})


def _better_amount(text: str) -> tuple[str, str]:
    amount = written_amount(text)
    return ("amount-instead", amount) if amount else ("", "")


def _better_number(text: str) -> tuple[str, str]:
    number = written_amount(text)
    return ("number-instead", number) if number else ("", "")


def _better_percentage(text: str) -> tuple[str, str]:
    match = re.fullmatch(rf"{ABOUT}(\d+(?:[.,]\d+)?)\s*(?:%|procent|percent)", text.strip(), re.IGNORECASE)
    return ("percentage-instead", match[1].replace(",", ".") + "%") if match else ("", "")


_UNITS = {"dag": "day", "day": "day", "week": "week", "wek": "week", "maand": "month", "month": "month"}
_LAG = re.compile(r"(-?)(\d{1,4}|een|a|one)\s+(dag|day|week|wek|maand|month)(?:en|s)?", re.IGNORECASE)


def _better_lag(text: str) -> tuple[str, str]:
    match = _LAG.fullmatch(text.strip())
    if not match:
        return "", ""
    number = match[2] if match[2].isdigit() else "1"
    return "lag-instead", f"{match[1]}{number} {_UNITS[match[3].casefold()]}{'s' * (number != '1')}"


_DURATION = re.compile(
    r"(\d{1,4}|een|één|a|one|(?:een )?half|half a)\s+(dag|day|week|wek|maand|month|jaar|jar|year)(?:en|s)?",
    re.IGNORECASE,
)


def _better_duration(text: str) -> tuple[str, str]:
    match = _DURATION.fullmatch(text.strip())
    if not match:
        return "", ""
    unit = {**_UNITS, "jaar": "year", "jar": "year", "year": "year"}[match[2].casefold()]
    if "half" in match[1].casefold():
        return ("duration-instead", "6 months") if unit == "year" else ("", "")
    number = int(match[1]) if match[1].isdigit() else 1
    return ("duration-instead", f"{number} {unit}{'s' * (number != 1)}") if number else ("", "")


def _better_year(text: str) -> tuple[str, str]:
    years = re.findall(r"(?<!\d)[+-]?(?:19|20)\d{2}(?!\d)", text)
    return ("year-instead", years[0]) if len(years) == 1 and years[0].isdigit() else ("", "")


def _better_day(text: str) -> tuple[str, str]:
    day = written_day(text)
    wording = "excel-day" if is_excel_day(text) else "day-instead"
    return (wording, day) if day else _last_day(text)


def _last_day(text: str) -> tuple[str, str]:
    """Give the last day of a month, quarter or year: suppliers announce an end so, and a day is asked."""
    period = f"{text}-Q4" if re.fullmatch("[0-9]{4}", text) else written_month(text) or text
    try:
        return "day-of-a-period", moment(period).last.isoformat()
    except InvalidValueError:
        return "", ""


def _better_moment(text: str) -> tuple[str, str]:
    month = written_month(text)
    return ("day-instead", month) if month else _better_day(text)


def _better_all(text: str) -> tuple[str, str]:
    return ("all-meant", "all") if is_everyone(text) else ("", "")


def _better_id(text: str) -> tuple[str, str]:
    if len(names_in(text)) > 1:
        return "several-ids", ""
    name = written_id(text)
    return ("id-instead", name) if name else ("", "")


def _better_retired(text: str) -> tuple[str, str]:
    if len(names_in(text)) > 1:
        return "several-ids", ""
    member, slash, name = text.rpartition("/")
    ids = [written_id(part) for part in ((member, name) if slash else (name,))]
    return ("id-instead", "/".join(ids)) if all(ids) else ("", "")


_BETTER = {
    "not-an-amount": _better_amount,
    "not-a-number": _better_number,
    "not-a-year": _better_year,
    "not-a-percentage": _better_percentage,
    "not-a-lag": _better_lag,
    "not-a-duration": _better_duration,
    "not-a-day": _better_day,
    "not-a-moment": _better_moment,
    "all-or-a-list": _better_all,
    "not-an-id": _better_id,
    "not-retirable": _better_retired,
}

IMPROVED = frozenset(_BETTER)
"""The codes for which something better may be known."""
