"""The types of the file format's single values: a reader from ``readers`` and its JSON Schema.

The schema says what an editor can check while someone types; the reader decides.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import PlainValidator, WithJsonSchema

from icteregie.diagnostics.ceilings import ID_LENGTH
from icteregie.portfolio import readers
from icteregie.portfolio import scalar_schemas as schemas
from icteregie.portfolio.readers import AMBITION, CBS_CODE, ID, UUID, WEB_ADDRESS

read_id = readers.matching(ID, "not-an-id", ID_LENGTH)
_ambition = readers.matching(AMBITION, "not-an-ambition", 2 * ID_LENGTH)
_web_address = readers.matching(WEB_ADDRESS, "not-a-web-address", 500)
_uuid = readers.matching(UUID, "not-a-uuid", 36)
_cbs_code = readers.matching(CBS_CODE, "not-a-cbs-code", 6)

Euros: TypeAlias = Annotated[int, PlainValidator(readers.euros), WithJsonSchema(schemas.EUROS)]
Hours: TypeAlias = Annotated[int, PlainValidator(readers.count), WithJsonSchema(schemas.COUNT)]
Number: TypeAlias = Annotated[int, PlainValidator(readers.count), WithJsonSchema(schemas.COUNT)]
Year: TypeAlias = Annotated[int, PlainValidator(readers.year), WithJsonSchema(schemas.YEAR)]
Mark: TypeAlias = Annotated[int, PlainValidator(readers.mark), WithJsonSchema(schemas.MARK)]
Weight: TypeAlias = Annotated[Decimal, PlainValidator(readers.decimal_number), WithJsonSchema(schemas.WEIGHT)]
Percentage: TypeAlias = Annotated[
    Decimal, PlainValidator(readers.percentage), WithJsonSchema(schemas.PERCENTAGE)
]
Day: TypeAlias = Annotated[date, PlainValidator(readers.day), WithJsonSchema(schemas.DAY)]
Line: TypeAlias = Annotated[str, PlainValidator(readers.line), WithJsonSchema(schemas.LINE)]
Prose: TypeAlias = Annotated[str, PlainValidator(readers.prose), WithJsonSchema(schemas.PROSE)]
OnlyTrue: TypeAlias = Annotated[bool, PlainValidator(readers.yes), WithJsonSchema(schemas.YES)]
Id: TypeAlias = Annotated[str, PlainValidator(read_id), WithJsonSchema(schemas.NAME)]
AmbitionId: TypeAlias = Annotated[str, PlainValidator(_ambition), WithJsonSchema(schemas.AMBITION_NAME)]
WebAddress: TypeAlias = Annotated[str, PlainValidator(_web_address), WithJsonSchema(schemas.ADDRESS)]
GemmaId: TypeAlias = Annotated[str, PlainValidator(_uuid), WithJsonSchema(schemas.GEMMA)]
CbsCode: TypeAlias = Annotated[str, PlainValidator(_cbs_code), WithJsonSchema(schemas.CBS)]

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
