"""The single values of the file format, each read from its text exactly as it stands.

A file's scalars arrive as text. Each reader here either takes that text for what it
says or refuses it with a code (the wording of ``invalid-value``) and the values that
its message needs. Nothing is rounded, guessed or turned into something else.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pydantic_core import PydanticCustomError

from icteregie.diagnostics.ceilings import (
    FIRST_YEAR,
    LAST_YEAR,
    LINE_LENGTH,
    MOST_EUROS,
    MOST_HOURS,
    MOST_YEARS,
    PROSE_LENGTH,
)
from icteregie.portfolio.input_hints import unbulleted, unquoted

_PLAIN_NUMBER = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:_[0-9]{3})+)")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[., ][0-9]{3})+")
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DUTCH_DAY = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
AMBITION = re.compile(f"{ID.pattern}/{ID.pattern}")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`{}|\\^\[\]]+")
CBS_CODE = re.compile(r"GM[0-9]{4}")
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

InvalidValueError = PydanticCustomError
"""What a reader raises: its ``type`` names the wording, its ``context`` holds the values for it."""


def invalid_value(code: str, **values: str | int) -> InvalidValueError:
    """Make the error of a value that is refused; ``code`` names its wording, ``values`` fill it in."""
    return InvalidValueError(code, "{code}", {"code": code, **values})


def text_of(raw: object) -> str:
    """Give the text of a scalar; an absent value, a list and a mapping are refused."""
    if isinstance(raw, str) and raw:
        return raw
    if raw is None or raw == "":
        raise invalid_value("empty")
    raise invalid_value("one-value-expected")


def whole_number(raw: object, most: int, code: str) -> int:
    """Read plain digits, with ``_`` allowed between groups of three."""
    text = text_of(raw)
    if _PLAIN_NUMBER.fullmatch(text):
        if len(text) <= 20 and (number := int(text.replace("_", ""))) <= most:
            return number
        raise invalid_value("too-large", most=most)
    if _THOUSANDS.fullmatch(text):
        raise invalid_value("thousands-separator", instead=re.sub("[., ]", "", text))
    raise invalid_value(code)


def euros(raw: object) -> int:
    """Read whole euros, 0 to 10^12."""
    return whole_number(raw, MOST_EUROS, "not-an-amount")


def count(raw: object) -> int:
    """Read whole hours, days or persons, 0 to 10^7."""
    return whole_number(raw, MOST_HOURS, "not-a-number")


def total(raw: object) -> int:
    """Read a whole number without a unit, 0 to 10^12."""
    return whole_number(raw, MOST_EUROS, "not-a-number")


def years(raw: object) -> int:
    """Read a number of years, 1 to 100."""
    number = whole_number(raw, MOST_YEARS, "not-a-number")
    if not number:
        raise invalid_value("no-year")
    return number


def year(raw: object) -> int:
    """Read a calendar year from 1990 to 2100."""
    text = text_of(raw)
    if not (len(text) == 4 and text.isascii() and text.isdigit()):
        raise invalid_value("not-a-year")
    if not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise invalid_value("year-out-of-range", first=FIRST_YEAR, last=LAST_YEAR)
    return int(text)


def mark(raw: object) -> int:
    """Read a score from 1 (least) to 5 (most)."""
    text = text_of(raw)
    if text in ("1", "2", "3", "4", "5"):
        return int(text)
    raise invalid_value("not-a-mark")


def decimal_number(raw: object) -> Decimal:
    """Read an exact decimal number; ``250.000`` is refused because it is two numbers at once."""
    return _decimal(text_of(raw), "", "not-a-number")


def _decimal(text: str, sign: str, code: str) -> Decimal:
    if _THOUSANDS.fullmatch(text):
        raise invalid_value("thousands-separator", instead=re.sub("[., ]", "", text) + sign)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    if _DECIMAL.fullmatch(text.replace(",", ".", 1)):
        raise invalid_value("decimal-comma", instead=text.replace(",", ".", 1) + sign)
    raise invalid_value(code)


def factor(raw: object) -> Decimal:
    """Read how many times something counts: an exact decimal number from 0 to 10."""
    if (number := decimal_number(raw)) > 10:
        raise invalid_value("too-large", most=10)
    return number


def percentage(raw: object) -> Decimal:
    """Read a percentage with its sign, ``30%`` or ``12.5%``; 0 to 1000."""
    text = text_of(raw)
    if not text.endswith("%"):
        if _DECIMAL.fullmatch(text):
            raise invalid_value("percent-sign-missing", instead=f"{text}%")
        raise invalid_value("not-a-percentage")
    number = _decimal(text[:-1].rstrip(" "), "%", "not-a-percentage")
    if number > 1000:
        raise invalid_value("too-large", most=1000)
    return number


def part(raw: object) -> Decimal:
    """Read a part of a whole: a percentage of more than 0 and at most 100."""
    number = percentage(raw)
    if not 0 < number <= 100:
        raise invalid_value("not-a-part")
    return number


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    if not _ISO_DAY.fullmatch(text):
        if (dutch := _DUTCH_DAY.fullmatch(text)) is not None:
            d, m, y = dutch.groups()
            raise invalid_value("day-first", instead=_day(f"{y}-{m:0>2}-{d:0>2}").isoformat())
        raise invalid_value("not-a-day")
    y, m, d = int(text[:4]), int(text[5:7]), int(text[8:])
    if not FIRST_YEAR <= y <= LAST_YEAR:
        raise invalid_value("year-out-of-range", first=FIRST_YEAR, last=LAST_YEAR)
    try:
        return date(y, m, d)
    except ValueError:
        raise invalid_value("no-such-day") from None


def day(raw: object) -> date:
    """Read a date as ``2027-03-31`` that exists in the calendar."""
    return _day(text_of(raw))


def line(raw: object) -> str:
    """Read one line of text, at most 200 characters, kept as written.

    What a word processor pastes around it, quotation marks or the dash of a list, is refused.
    """
    text = text_of(raw).strip()
    if not text:
        raise invalid_value("empty")
    if "\n" in text:
        raise invalid_value("one-line-expected")
    if (plain := unquoted(text)) != text:
        raise invalid_value("word-quotes", instead=plain)
    if (plain := unbulleted(text)) != text:
        raise invalid_value("pasted-dash", instead=plain)
    if len(text) > LINE_LENGTH:
        raise invalid_value("too-long", most=LINE_LENGTH)
    return text


def prose(raw: object) -> str:
    """Read running text, at most 10,000 characters."""
    text = text_of(raw).strip()
    if not text:
        raise invalid_value("empty")
    if len(text) > PROSE_LENGTH:
        raise invalid_value("too-long", most=PROSE_LENGTH)
    return text


def matching(pattern: re.Pattern[str], code: str, length: int) -> Callable[[object], str]:
    """Make a reader for texts that a pattern describes."""

    def read(raw: object) -> str:
        text = text_of(raw)
        if len(text) > length:
            raise invalid_value("too-long", most=length)
        if not pattern.fullmatch(text):
            raise invalid_value(code)
        return text

    return read


def each_once(raw: object) -> object:
    """Refuse a list that names the same thing twice; anything but a list is left to its type.

    An item is a text, or a mapping that says under ``id``, or its former name ``on``, what it is about.
    """
    seen: set[str] = set()
    for index, item in enumerate(raw if isinstance(raw, list) else ()):
        name = item.get("id", item.get("on")) if isinstance(item, dict) else item
        if isinstance(name, str) and name in seen:
            raise invalid_value("twice", twice=name, index=index)
        if isinstance(name, str):
            seen.add(name)
    return raw


def yes(raw: object) -> bool:
    """Read ``true`` only: to say no, leave the key out."""
    if text_of(raw) == "true":
        return True
    raise invalid_value("only-true")


def true_or_false(raw: object) -> bool:
    """Read ``true`` or ``false``."""
    text = text_of(raw)
    if text in ("true", "false"):
        return text == "true"
    raise invalid_value("not-true-or-false")


PLACEHOLDERS = ("Vul in:", "Fill in:")
"""How such a text starts, in Dutch and in English; the templates of ``regie new`` use it."""


def is_placeholder(text: str | None) -> bool:
    """Say whether a text still has to be written."""
    return text is not None and text.startswith(PLACEHOLDERS)
