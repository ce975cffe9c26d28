"""The types of the file format's single values: a reader from ``readers`` and its JSON Schema.

The schema says what an editor can check while someone types; the reader decides.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import PlainValidator, WithJsonSchema

from icteregie.diagnostics.ceilings import (
    FIRST_YEAR,
    ID_LENGTH,
    LAST_YEAR,
    LINE_LENGTH,
    MOST_EUROS,
    MOST_HOURS,
    MOST_YEARS,
    PROSE_LENGTH,
)
from icteregie.portfolio import readers
from icteregie.portfolio.readers import (
    AMBITION,
    CBS_CODE,
    ID,
    UUID,
    WEB_ADDRESS,
)


def _whole(most: int) -> dict[str, object]:
    """Describe plain digits: a number to an editor, a text when quoted or grouped with ``_``."""
    digits = r"^(0|[1-9][0-9]*|[1-9][0-9]{0,2}(_[0-9]{3})+)$"
    return {"type": ["integer", "string"], "minimum": 0, "maximum": most, "pattern": digits}


# What looks like a number or a yes to an editor is text to the reader.
_TEXT = ["string", "number", "boolean"]
EUROS_SCHEMA = _whole(MOST_EUROS)
_LINE = {"type": _TEXT, "pattern": r"\S", "maxLength": LINE_LENGTH}
_PROSE = {"type": _TEXT, "pattern": r"\S", "maxLength": PROSE_LENGTH}
_YEAR = {
    "type": ["integer", "string"],
    "pattern": "^[0-9]{4}$",
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
}
_MARK = {"type": ["integer", "string"], "minimum": 1, "maximum": 5, "pattern": "^[1-5]$"}
_WEIGHT = {"type": ["number", "string"], "minimum": 0, "pattern": r"^(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$"}
_DAY = {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}
_PERCENTAGE = {"type": "string", "pattern": r"^(0|[1-9][0-9]{0,3})(\.[0-9]{1,6})? *%$"}
ID_SCHEMA = {"type": "string", "pattern": f"^{ID.pattern}$", "maxLength": ID_LENGTH}
_AMBITION = {"type": "string", "pattern": f"^{AMBITION.pattern}$", "maxLength": 2 * ID_LENGTH}
# A backslash before a quote means nothing, and editors refuse it.
_WEB_ADDRESS = {"type": "string", "pattern": f"^{WEB_ADDRESS.pattern}$".replace('\\"', '"'), "maxLength": 500}

read_id = readers.matching(ID, "not-an-id", ID_LENGTH)
_ambition = readers.matching(AMBITION, "not-an-ambition", 2 * ID_LENGTH)
_web_address = readers.matching(WEB_ADDRESS, "not-a-web-address", 500)
_uuid = readers.matching(UUID, "not-a-uuid", 36)
_cbs_code = readers.matching(CBS_CODE, "not-a-cbs-code", 6)

Euros: TypeAlias = Annotated[int, PlainValidator(readers.euros), WithJsonSchema(EUROS_SCHEMA)]
Hours: TypeAlias = Annotated[int, PlainValidator(readers.count), WithJsonSchema(_whole(MOST_HOURS))]
Number: TypeAlias = Annotated[int, PlainValidator(readers.count), WithJsonSchema(_whole(MOST_HOURS))]
Years: TypeAlias = Annotated[
    int, PlainValidator(readers.years), WithJsonSchema({**_whole(MOST_YEARS), "minimum": 1})
]
Year: TypeAlias = Annotated[int, PlainValidator(readers.year), WithJsonSchema(_YEAR)]
Mark: TypeAlias = Annotated[int, PlainValidator(readers.mark), WithJsonSchema(_MARK)]
Weight: TypeAlias = Annotated[Decimal, PlainValidator(readers.decimal_number), WithJsonSchema(_WEIGHT)]
Percentage: TypeAlias = Annotated[Decimal, PlainValidator(readers.percentage), WithJsonSchema(_PERCENTAGE)]
Part: TypeAlias = Annotated[Decimal, PlainValidator(readers.part), WithJsonSchema(_PERCENTAGE)]
Day: TypeAlias = Annotated[date, PlainValidator(readers.day), WithJsonSchema(_DAY)]
Line: TypeAlias = Annotated[str, PlainValidator(readers.line), WithJsonSchema(_LINE)]
Prose: TypeAlias = Annotated[str, PlainValidator(readers.prose), WithJsonSchema(_PROSE)]
OnlyTrue: TypeAlias = Annotated[bool, PlainValidator(readers.yes), WithJsonSchema({"const": True})]
Id: TypeAlias = Annotated[str, PlainValidator(read_id), WithJsonSchema(ID_SCHEMA)]
AmbitionId: TypeAlias = Annotated[str, PlainValidator(_ambition), WithJsonSchema(_AMBITION)]
WebAddress: TypeAlias = Annotated[str, PlainValidator(_web_address), WithJsonSchema(_WEB_ADDRESS)]
GemmaId: TypeAlias = Annotated[
    str, PlainValidator(_uuid), WithJsonSchema({"type": "string", "pattern": f"^{UUID.pattern}$"})
]
CbsCode: TypeAlias = Annotated[
    str, PlainValidator(_cbs_code), WithJsonSchema({"type": "string", "pattern": f"^{CBS_CODE.pattern}$"})
]

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
