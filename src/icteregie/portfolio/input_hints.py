"""What people write out of habit, and how the same is written here: for messages, never for reading.

A value is refused all the same. But who wrote «€ 250.000,-» is helped most by «write 250000».
"""

import re
from collections.abc import Collection
from datetime import date, timedelta

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
_CURRENCY = r"(?:€|eur|euro)?"
_AMOUNT = re.compile(
    _CURRENCY + r"\s*(\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+)(?:,-|,00|\.00|,--)?\s*" + _CURRENCY,
    re.IGNORECASE,
)
_DASH = re.compile(r"[\u2010-\u2015\u2212]")
"""What looks like a hyphen and is none; word processors put it there."""
_LATER = re.compile(
    r"pm|p\.m\.|n\.?t\.?b\.?|t\.?b\.?d\.?|nader te bepalen|onbekend|unknown|\?+|-|n/?a|nvt|n\.v\.t\.",
    re.IGNORECASE,
)


_OTHER_NAMES = {
    **dict.fromkeys(("owner", "client", "eigenaar", "opdrachtgever"), ("sponsor",)),
    **dict.fromkeys(("name", "naam", "titel", "title"), ("title", "name")),
    **dict.fromkeys(("description", "omschrijving", "beschrijving", "samenvatting"), ("summary",)),
    **dict.fromkeys(("budget", "cost", "kosten"), ("costs",)),
    **dict.fromkeys(("due", "planning", "looptijd", "periode", "einddatum"), ("period",)),
    **dict.fromkeys(("indiener", "author"), ("submitter",)),
    **dict.fromkeys(("afhankelijkheden", "dependencies", "needs", "requires"), ("depends_on",)),
}


def other_name(written: str, known: Collection[str]) -> str:
    """Give the key that is called otherwise elsewhere, such as summary for description; or ""."""
    return next((name for name in _OTHER_NAMES.get(written.casefold(), ()) if name in known), "")


def written_day(text: str) -> str:
    """Give a date as it is written here, or "" when it is no date at all."""
    if found := _NUMERIC_DAY.fullmatch(text):
        return _existing(found[1], found[3] or found[5], found[4] or found[6])
    if found := _DAY_FIRST.fullmatch(text):
        return _existing(found[3], found[2], found[1])
    if (found := _WORDY_DAY.fullmatch(text)) and found[1] and (month := _month(found[2])):
        return _existing(found[3], str(month), found[1])
    if _EXCEL_DAY.fullmatch(text):
        return (_EXCEL_EPOCH + timedelta(days=int(text))).isoformat()
    return ""


def is_excel_day(text: str) -> bool:
    """Say whether this looks like a date that a spreadsheet gave as a number."""
    return _EXCEL_DAY.fullmatch(text) is not None


def written_month(text: str) -> str:
    """Give a month as it is written here, or ""."""
    found = _WORDY_DAY.fullmatch(text)
    if found and not found[1] and (month := _month(found[2])):
        return f"{found[3]}-{month:02d}"
    loose = re.fullmatch(r"(\d{4})[-/. \u2013](\d{1,2})", text)
    return f"{loose[1]}-{int(loose[2]):02d}" if loose and 1 <= int(loose[2]) <= 12 else ""


def written_amount(text: str) -> str:
    """Give an amount as plain digits, or "" when it is none."""
    found = _AMOUNT.fullmatch(text.strip())
    digits = re.sub(r"\D", "", found[1]) if found else ""
    return str(int(digits)) if 0 < len(digits) <= MOST_DIGITS else ""


def written_id(text: str) -> str:
    """Give an id as it is written here: without .yaml, in small letters, with hyphens; or ""."""
    plain = text.strip().casefold()
    plain = plain.removesuffix(".yaml").removesuffix(".yml")
    if re.search(r",| en | and |;", plain):
        return ""
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")


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


_EVERYONE = ("all", "alle", "allen", "allemaal", "iedereen", "everyone", "everybody", "alle leden")


def better(code: str, text: str) -> tuple[str, dict[str, str]]:
    """Give a wording that fits a refused text better, with what to write instead; or the code itself."""
    if code not in _BETTER:
        return code, {}
    if code not in ("all-or-a-list", "not-an-id") and is_for_later(text):
        return "not-known-yet", {}
    wording, instead = _BETTER[code](text)
    if not wording and (dash := _DASH.search(text)):
        return "odd-dash", {"character": f"U+{ord(dash[0]):04X}", "instead": _DASH.sub("-", text)}
    return (wording, {"instead": instead} if instead else {}) if wording else (code, {})


def _better_amount(text: str) -> tuple[str, str]:
    amount = written_amount(text)
    return ("amount-instead", amount) if amount else ("", "")


def _better_day(text: str) -> tuple[str, str]:
    day = written_day(text)
    wording = "excel-day" if is_excel_day(text) else "day-instead"
    return (wording, day) if day else ("", "")


def _better_moment(text: str) -> tuple[str, str]:
    month = written_month(text)
    return ("day-instead", month) if month else _better_day(text)


def _better_all(text: str) -> tuple[str, str]:
    return ("all-meant", "all") if text.strip().casefold() in _EVERYONE else ("", "")


def _better_id(text: str) -> tuple[str, str]:
    if re.search(r",| en | and |;", text.strip()):
        return "several-ids", ""
    name = written_id(text)
    return ("id-instead", name) if name else ("", "")


_BETTER = {
    "not-an-amount": _better_amount,
    "not-a-number": _better_amount,
    "not-a-day": _better_day,
    "not-a-moment": _better_moment,
    "all-or-a-list": _better_all,
    "not-an-id": _better_id,
}
