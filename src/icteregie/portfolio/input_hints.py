"""What people write out of habit, and how the same is written here: for messages, never for reading.

A value is refused all the same. But who wrote «€ 250.000,-» is helped most by «write 250000».
"""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal

from icteregie.diagnostics.ceilings import ID_LENGTH

MOST_DIGITS = 20
"""An amount of more digits is a mistake, whatever it is."""

_DUTCH = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for names in (_DUTCH, _ENGLISH) for number, name in enumerate(names, 1)} | {
    "maart": 3
}
_NUMERIC_DAY = re.compile(r"(\d{4})(?:([-/. ])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?:[T ]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WORDY_DAY = re.compile(r"(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(\d{4})", re.IGNORECASE)
_EXCEL_DAY = re.compile(r"[34567]\d{4}")
_EXCEL_EPOCH = date(1899, 12, 30)
_CURRENCY = r"(?:€|eur|euro|euro's)?"
ABOUT = r"(?:(?:ca\.?|circa|ongeveer|about|approx\.?|max\.?|±|~)\s*)?"
"""Matches a word before an amount that says that it isn't exact."""
_PER = r"(?:\s*(?:per jaar|/ ?jaar|p\.?/?j\.?|per year|a year|uur|uren|hours?))?"
_AMOUNT = re.compile(
    ABOUT
    + _CURRENCY
    + r"\s*(\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+)(?:,-{1,2}|,00|\.00|\.-)?\s*"
    + _CURRENCY
    + _PER,
    re.IGNORECASE,
)
_LARGE_AMOUNT = re.compile(
    ABOUT
    + _CURRENCY
    + r"\s*(\d{1,6}(?:[.,]\d{1,6})?)\s*(k|duizend|thousand|mln\.?|miljoen|million|m)\s*"
    + _CURRENCY
    + _PER,
    re.IGNORECASE,
)
_LATER = re.compile(
    r"pm|p\.m\.|n\.?t\.?b\.?|t\.?b\.?d\.?|nader te bepalen|onbekend|unknown|\?+|-|n/?a|nvt|n\.v\.t\.?"
    r"|geen|niet van toepassing|niets|none|nothing",
    re.IGNORECASE,
)


def written_day(text: str) -> str:
    """Give a date as it is written here, or "" when it is no date at all."""
    if match := _NUMERIC_DAY.fullmatch(text):
        return _existing(match[1], match[3] or match[5], match[4] or match[6])
    if match := _DAY_FIRST.fullmatch(text):
        return _existing(match[3], match[2], match[1])
    if (match := _WORDY_DAY.fullmatch(text)) and match[1] and (month := _month(match[2])):
        return _existing(match[3], str(month), match[1])
    if _EXCEL_DAY.fullmatch(text):
        return (_EXCEL_EPOCH + timedelta(days=int(text))).isoformat()
    return ""


def is_excel_day(text: str) -> bool:
    """Say whether this looks like a date that a spreadsheet gave as a number."""
    return _EXCEL_DAY.fullmatch(text) is not None


def written_month(text: str) -> str:
    """Give a month as it is written here, or ""."""
    match = _WORDY_DAY.fullmatch(text)
    if match and not match[1] and (month := _month(match[2])):
        return f"{match[3]}-{month:02d}"
    loose = re.fullmatch(r"(\d{4})[-/. \u2013](\d{1,2})", text)
    return f"{loose[1]}-{int(loose[2]):02d}" if loose and 1 <= int(loose[2]) <= 12 else ""


def written_amount(text: str) -> str:
    """Give an amount as plain digits, or "" when it is none."""
    if match := _AMOUNT.fullmatch(text.strip()):
        digits = re.sub(r"\D", "", match[1])
        return str(int(digits)) if 0 < len(digits) <= MOST_DIGITS else ""
    if match := _LARGE_AMOUNT.fullmatch(text.strip()):
        times = 1_000 if match[2].casefold() in ("k", "duizend", "thousand") else 1_000_000
        amount = Decimal(match[1].replace(",", ".")) * times
        return str(int(amount)) if amount == int(amount) else ""
    return ""


def written_id(text: str) -> str:
    """Give an id as it is written here: without .yaml, in small letters, with hyphens; or ""."""
    plain = unicodedata.normalize("NFKD", text.strip().casefold()).replace("ß", "ss")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"\.ya?ml\b.*", "", plain, flags=re.DOTALL).rpartition("/")[2]
    if len(names_in(plain)) != 1 or is_for_later(text):
        return ""
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")[:ID_LENGTH].rstrip("-")


_DAY_OF_NAME = re.compile(r"(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)[-_. ]*")


def file_name(name: str) -> str:
    """Give a file name as it is written here, without its ending; a day at its start is kept."""
    day = _DAY_OF_NAME.match(name)
    rest = name[day.end() :] if day else name
    plain = written_id(re.sub(r"[,;&+/]+|\s+", "-", rest))
    return f"{day[1]}-{day[2]}-{day[3]}-{plain}" if day and plain else plain


_BETWEEN_NAMES = re.compile(r"\s*[,;&+]\s*|\s+(?:en|and|met|plus)\s+", re.IGNORECASE)


def names_in(text: str) -> list[str]:
    """Take apart what names several things, such as «Duiven, Westervoort en Zevenaar»."""
    return [name for part in _BETWEEN_NAMES.split(text.strip(" []")) if (name := unquoted(part.strip()))]


QUOTES = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
"""Quotation marks that word processors write, and YAML doesn't know."""
BULLETS = "\u2010-\u2015\u2022\u2043\u2212\u25aa\u25cf\u00b7"
"""The dashes and dots that lists are pasted with, as a class of a pattern has them."""
_ODD_BULLET = re.compile(rf"[{BULLETS}]\s+")


def unquoted(text: str) -> str:
    """Take the quotation marks of a word processor from around a text."""
    inner = text[1:-1].strip()
    is_quoted = len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES and not set(inner) & set(QUOTES)
    return inner if is_quoted else text


def starts_odd_quote(text: str) -> str:
    """Give the quotation mark of a word processor that a text begins with, or ""."""
    return text[:1] if text[:1] in QUOTES else ""


def ends_odd_quote(text: str) -> str:
    """Give the quotation mark of a word processor that a text ends with, or ""."""
    return text[-1:] if text[-1:] in QUOTES else ""


def unbulleted(text: str) -> str:
    """Take the dash or dot of a pasted list from the start of a text."""
    return _ODD_BULLET.sub("", text, count=1) if _ODD_BULLET.match(text) else text


_ANY_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{4}[- ]?[qk][1-4]|[qk][1-4][- ]?\d{4}|\d{4}-(?:0[1-9]|1[0-2])(?!\d)|\d{4}",
    re.IGNORECASE,
)


def written_period(text: str) -> str:
    """Give a period as it is written here, of one or two moments; or "" when there are none in the text."""
    moments = [match[0] for match in _ANY_MOMENT.finditer(text)]
    if not 1 <= len(moments) <= 2:
        return ""
    return f"{{start: {_quarter(moments[0], 'Q1')}, end: {_quarter(moments[-1], 'Q4')}}}"


def _quarter(written: str, of_year: str) -> str:
    """Give a moment as it is written here; of a whole year the quarter that it starts or ends with."""
    if len(written) == 4:
        return f"{written}-{of_year}"
    loose = re.fullmatch(r"(\d{4})[- ]?[qk]([1-4])|[qk]([1-4])[- ]?(\d{4})", written, re.IGNORECASE)
    return f"{loose[1] or loose[4]}-Q{loose[2] or loose[3]}" if loose else written


def is_for_later(text: str) -> bool:
    """Say whether this only says that it isn't known yet, such as PM or n.t.b."""
    return _LATER.fullmatch(text.strip()) is not None


def _month(word: str) -> int:
    low = word.casefold()
    return 3 if low == "maart" else _MONTHS.get(low[:3], 0)


def _existing(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


_EVERYONE = re.compile(r"all[e]?\b.*|allen|allemaal|iedereen|everyone|everybody", re.IGNORECASE)


def is_everyone(text: str) -> bool:
    """Say whether this means all members, such as «alle gemeenten»."""
    return _EVERYONE.fullmatch(text.strip()) is not None
