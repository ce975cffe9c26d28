"""The types of the file format's single values: a reader from ``readers`` and its JSON Schema.

The schema says what an editor can check while someone types; the reader decides.

An editor knows the value of a number and not how it was written: to it ``120.000`` is 120, and ``0x10``
is 16. The reader, which sees the text, decides. All else that a reader refuses, its schema refuses.

``errorMessage`` names the words that an editor shows; ``render.schema`` writes them out. A bound on a
length is part of the pattern, because an editor words a pattern as it is told, and a length in its own way.
The patterns mean the same in Python and in ECMAScript.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import PlainValidator, WithJsonSchema

from icteregie.diagnostics.ceilings import (
    FIRST_YEAR,
    ID_LENGTH,
    LAST_YEAR,
    LINE_LENGTH,
    MOST_EUROS,
    MOST_HOURS,
    MOST_LAG_DAYS,
    MOST_LAG_MONTHS,
    MOST_LAG_WEEKS,
    MOST_YEARS,
    PROSE_LENGTH,
)
from icteregie.portfolio import readers
from icteregie.portfolio.input_hints import BULLETS, QUOTES
from icteregie.portfolio.readers import AMBITION, CBS_CODE, ID, UUID, WEB_ADDRESS

Schema: TypeAlias = dict[str, Any]

# What looks like a number or a yes to an editor is text to the reader.
_TEXT = ["string", "number", "boolean"]
_YEARS = "(?:199[0-9]|20[0-9]{2}|2100)"
_LEAP_YEARS = "(?:199[26]|20(?:[02468][048]|[13579][26]))"
_DAYS = (
    rf"{_YEARS}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    rf"|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP_YEARS}-02-29"
)
_THOUSANDS = r"[1-9][0-9]{0,2}\.[0-9]{3}"
"""What a reader takes for an amount with a point, and not for a number with three decimals."""


def _text(pattern: str, message: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern})$", "errorMessage": message}


def _number(within: Schema, written: str, message: str) -> Schema:
    """Describe a number to an editor, or a text, when it is quoted or grouped with ``_``."""
    return {"if": within, "else": _text(written, message)}


def up_to(most: int) -> str:
    """Write the pattern of the whole numbers from 1 to ``most``, without leading zeros."""
    digits = str(most)
    parts = [f"[1-9][0-9]{{0,{len(digits) - 2}}}"] if len(digits) > 1 else []
    for at, digit in enumerate(digits):
        lowest, rest = 0 if at else 1, len(digits) - at - 1
        if int(digit) > lowest:
            parts.append(f"{digits[:at]}[{lowest}-{int(digit) - 1}]" + (f"[0-9]{{{rest}}}" if rest else ""))
    return "|".join([*parts, digits])


def _in_groups(most: int) -> str:
    """Write the pattern of the numbers below a power of ten, in groups of three with ``_`` between them."""
    zeros = len(str(most)) - 1
    full_groups = [f"[1-9][0-9]{{0,2}}(?:_[0-9]{{3}}){{1,{(zeros - 3) // 3}}}"] if zeros >= 6 else []
    rest = [f"[1-9][0-9]{{0,{zeros % 3 - 1}}}(?:_[0-9]{{3}}){{{zeros // 3}}}"] if zeros % 3 else []
    return "|".join([*full_groups, *rest, f"{most:_}"])


def _whole_number(most: int, message: str) -> Schema:
    within = {"type": "integer", "minimum": 0, "maximum": most}
    return _number(within, f"0|{up_to(most)}|{_in_groups(most)}", message)


EUROS = _whole_number(MOST_EUROS, "euros")
COUNT = _whole_number(MOST_HOURS, "count")
TOTAL = _whole_number(MOST_EUROS, "count")
YEAR = _number({"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}, _YEARS, "year")
YEARS = _number({"type": "integer", "minimum": 1, "maximum": MOST_YEARS}, up_to(MOST_YEARS), "years")
MARK = _number({"type": "integer", "minimum": 1, "maximum": 5}, "[1-5]", "mark")
WEIGHT = _number(
    {"type": "number", "minimum": 0, "exclusiveMaximum": 10**12},
    rf"(?!{_THOUSANDS}$)(?:0|[1-9][0-9]{{0,11}})(?:\.[0-9]{{1,6}})?",
    "weight",
)
FACTOR = _number(
    {"type": "number", "minimum": 0, "maximum": 10},
    rf"(?!{_THOUSANDS}$)(?:[0-9](?:\.[0-9]{{1,6}})?|10(?:\.0{{1,6}})?)",
    "factor",
)
PERCENTAGE = _text(
    rf"(?!{_THOUSANDS} *%)(?:(?:0|[1-9][0-9]{{0,2}})(?:\.[0-9]{{1,6}})?|1000(?:\.0{{1,6}})?) *%", "percentage"
)
PART = _text(r"(?!0(?:\.0{1,6})? *%)(?:(?:0|[1-9][0-9]?)(?:\.[0-9]{1,6})?|100(?:\.0{1,6})?) *%", "part")
DAY = _text(_DAYS, "day")
QUARTER = _text(rf"{_YEARS}-Q[1-4]", "quarter")
MOMENT = _text(rf"{_YEARS}-(?:Q[1-4]|0[1-9]|1[0-2])|{_DAYS}", "moment")
HORIZON = _number(
    {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    rf"{_YEARS}(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?|{_DAYS}",
    "horizon",
)
LAG = _text(
    rf"-?(?:(?:{up_to(MOST_LAG_DAYS)}) days?|(?:{up_to(MOST_LAG_WEEKS)}) weeks?"
    rf"|(?:{up_to(MOST_LAG_MONTHS)}) months?)",
    "lag",
)
DURATION = _text(
    rf"(?:{up_to(MOST_LAG_DAYS)}) days?|(?:{up_to(MOST_LAG_WEEKS)}) weeks?"
    rf"|(?:{up_to(MOST_LAG_MONTHS)}) months?|(?:{up_to(MOST_LAG_MONTHS // 12)}) years?",
    "duration",
)
LINE = {
    "type": _TEXT,
    "pattern": rf"^(?!\s*[{QUOTES}][^{QUOTES}]+[{QUOTES}]\s*$)(?!\s*[{BULLETS}]\s+\S)"
    rf"\s*\S(?:[^\n]{{0,{LINE_LENGTH - 2}}}\S)?\s*$",
    "errorMessage": "line",
}
PROSE = {
    "type": _TEXT,
    "pattern": rf"^\s*\S(?:[\s\S]{{0,{PROSE_LENGTH - 2}}}\S)?\s*$",
    "errorMessage": "prose",
}
YES = {"enum": [True, "true"], "errorMessage": "yes"}
TRUE_OR_FALSE = {"enum": [True, False, "true", "false"], "errorMessage": "true-or-false"}
BBN = {"enum": [1, 2, 3, "1", "2", "3"], "errorMessage": "bbn"}
"""To an editor ``bbn: 2`` is a number."""
FORMAT_ONE = {"if": {"const": 1}, "else": _text("1", "format"), "default": 1}
"""The version of the file format."""


def _matching(pattern: str, most: int, message: str) -> Schema:
    return _text(rf"(?=.{{1,{most}}}$){pattern}", message)


NAME = _matching(ID.pattern, ID_LENGTH, "id")
RETIRED = _matching(f"(?:{ID.pattern}/)?{ID.pattern}", 2 * ID_LENGTH + 1, "retired")
AMBITION_NAME = _matching(AMBITION.pattern, 2 * ID_LENGTH, "ambition")
ADDRESS = _matching(WEB_ADDRESS.pattern.replace('\\"', '"'), 500, "web-address")
"""A backslash before a quote means nothing, and editors refuse it."""
GEMMA = _text(UUID.pattern, "uuid")
CBS = _text(CBS_CODE.pattern, "cbs-code")

read_id = readers.matching(ID, "not-an-id", ID_LENGTH)
_ambition = readers.matching(AMBITION, "not-an-ambition", 2 * ID_LENGTH)
_retired = readers.matching(re.compile(f"(?:{ID.pattern}/)?{ID.pattern}"), "not-retirable", 2 * ID_LENGTH + 1)
_web_address = readers.matching(WEB_ADDRESS, "not-a-web-address", 500)
_uuid = readers.matching(UUID, "not-a-uuid", 36)
_cbs_code = readers.matching(CBS_CODE, "not-a-cbs-code", 6)

Euros: TypeAlias = Annotated[int, PlainValidator(readers.euros), WithJsonSchema(EUROS)]
Hours: TypeAlias = Annotated[int, PlainValidator(readers.count), WithJsonSchema(COUNT)]
Number: TypeAlias = Annotated[int, PlainValidator(readers.count), WithJsonSchema(COUNT)]
Total: TypeAlias = Annotated[int, PlainValidator(readers.total), WithJsonSchema(TOTAL)]
Years: TypeAlias = Annotated[int, PlainValidator(readers.years), WithJsonSchema(YEARS)]
Year: TypeAlias = Annotated[int, PlainValidator(readers.year), WithJsonSchema(YEAR)]
Mark: TypeAlias = Annotated[int, PlainValidator(readers.mark), WithJsonSchema(MARK)]
Weight: TypeAlias = Annotated[Decimal, PlainValidator(readers.decimal_number), WithJsonSchema(WEIGHT)]
Factor: TypeAlias = Annotated[Decimal, PlainValidator(readers.factor), WithJsonSchema(FACTOR)]
Percentage: TypeAlias = Annotated[Decimal, PlainValidator(readers.percentage), WithJsonSchema(PERCENTAGE)]
Part: TypeAlias = Annotated[Decimal, PlainValidator(readers.part), WithJsonSchema(PART)]
Day: TypeAlias = Annotated[date, PlainValidator(readers.day), WithJsonSchema(DAY)]
Line: TypeAlias = Annotated[str, PlainValidator(readers.line), WithJsonSchema(LINE)]
Prose: TypeAlias = Annotated[str, PlainValidator(readers.prose), WithJsonSchema(PROSE)]
OnlyTrue: TypeAlias = Annotated[bool, PlainValidator(readers.yes), WithJsonSchema(YES)]
TrueOrFalse: TypeAlias = Annotated[bool, PlainValidator(readers.true_or_false), WithJsonSchema(TRUE_OR_FALSE)]
Id: TypeAlias = Annotated[str, PlainValidator(read_id), WithJsonSchema(NAME)]
AmbitionId: TypeAlias = Annotated[str, PlainValidator(_ambition), WithJsonSchema(AMBITION_NAME)]
RetiredId: TypeAlias = Annotated[str, PlainValidator(_retired), WithJsonSchema(RETIRED)]
WebAddress: TypeAlias = Annotated[str, PlainValidator(_web_address), WithJsonSchema(ADDRESS)]
GemmaId: TypeAlias = Annotated[str, PlainValidator(_uuid), WithJsonSchema(GEMMA)]
CbsCode: TypeAlias = Annotated[str, PlainValidator(_cbs_code), WithJsonSchema(CBS)]

_DIGITS = re.compile("[0-9]+")


def natural(name: str) -> tuple[str, str]:
    """Give what an id is sorted by: a number in it by its value, all else letter by letter.

    A number is written with the count of its digits before it, so that texts compare as numbers do;
    an id has at most 64 letters. Ids that differ in leading zeros alone have a fixed order too.
    """
    return _DIGITS.sub(_counted, name), name


def _counted(run: re.Match[str]) -> str:
    digits = run[0].lstrip("0")
    return f"{len(digits):02}{digits}"
