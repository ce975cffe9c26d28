"""How values are written in a language: amounts, dates, rows of names.

Two languages and four formats need no locale library, whose updates would change the output.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from icteregie.portfolio.config import Language

if TYPE_CHECKING:
    from icteregie.portfolio.period import Moment

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_SHORT = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
_AND = {"nl": "en", "en": "and"}
_MORE = {"nl": "{} andere", "en": "{} others"}
MAX_IN_ROW, SHOWN_OF_LONG_ROW = 10, 8
MINUS = "\N{MINUS SIGN}"
_GROUPS = {"nl": ".", "en": ","}
_POINT = {"nl": ",", "en": "."}


def grouped(number: int, language: Language) -> str:
    """Write a whole number in groups of three: 1.250.000 or 1,250,000."""
    return f"{number:,}".replace(",", _GROUPS[language])


def euros(amount: int, language: Language) -> str:
    """Write whole euros: € 1.250.000 in Dutch, € 1,250,000 in English."""
    sign = MINUS if amount < 0 else ""
    return f"€ {sign}{grouped(abs(amount), language)}"


def plain(amount: int, language: Language) -> str:
    """Write whole euros without a currency, for a table that says so: 1.250."""
    return signed(amount, language).removeprefix("+")


def signed(amount: int, language: Language) -> str:
    """Write a difference with its sign, without a currency: +1.250; 0 has no sign."""
    sign = {True: "+", False: MINUS}[amount > 0] if amount else ""
    return f"{sign}{grouped(abs(amount), language)}"


def day(moment: date, language: Language) -> str:
    """Write a date in words: 8 oktober 2026."""
    month = _MONTHS[language].split()[moment.month - 1]
    return f"{moment.day} {month} {moment.year}"


def decimal(number: Decimal, language: Language) -> str:
    """Write a decimal number without zeros at its end: 12,5."""
    plain = f"{number:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain.replace(".", _POINT[language])


def row(words: Iterable[str], language: Language) -> str:
    """Write a row with "and" before the last: a, b and c; of a long row only the first names."""
    named = list(words) or [""]
    if len(named) > MAX_IN_ROW:
        named[SHOWN_OF_LONG_ROW:] = [_MORE[language].format(len(named) - SHOWN_OF_LONG_ROW)]
    *first, last = named
    return f"{', '.join(first)} {_AND[language]} {last}" if first else last


def names(words: Iterable[str], language: Language) -> str:
    """Write a row of names between guillemets: «a» and «b»."""
    return row((f"«{word}»" for word in words), language)


def quote(words: str) -> str:
    """Write a title between single quotation marks, as a document has it."""
    return f"‘{words}’"


_NAMES = "|".join(" ".join((*_MONTHS.values(), *_SHORT.values())).split())
_INSEPARABLE = re.compile(
    rf"€ (?=[{MINUS}+-]?\d)|\b\d\d? (?=(?:{_NAMES})\b)|\b(?:{_NAMES}|Q[1-4]) (?=\d{{4}}\b)"
    r"| (?=◷)|(?<=\d) (?=– )|(?<=≥) (?=\d)"
)


def unparted(text: str) -> str:
    """Let no line end within an amount or a date, nor before a ◷, the dash of a range or a limit."""
    return _INSEPARABLE.sub(lambda match: match[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def amounts(words: Iterable[str], language: Language) -> str:
    """Write a row of "name amount" texts with their amounts in euros."""

    def with_euros(word: str) -> str:
        return re.sub(r"(\d+)$", lambda match: euros(int(match[0]), language), word)

    return row((with_euros(word) for word in words), language)


def month(when: date, language: Language) -> str:
    """Write the month of a day in three letters: okt."""
    return _SHORT[language].split()[when.month - 1]


def moment(when: "Moment", language: Language) -> str:
    """Write a moment short enough for a table: 2027, Q2 2027, okt 2027 or 15 mrt 2027."""
    if len(when.text) == 4:
        return when.text
    month = _SHORT[language].split()[when.first.month - 1]
    if "Q" in when.text:
        return f"{when.text[5:]} {when.first.year}"
    return (
        f"{when.first.day} {month} {when.first.year}" if len(when.text) > 7 else f"{month} {when.first.year}"
    )


def point(language: Language) -> str:
    """Give the decimal point of a language."""
    return _POINT[language]


def numbers(numbers: Iterable[int]) -> str:
    """Write whole numbers in order, those that follow each other as a range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
