"""The types of the file format's single values: a reader from ``readers`` and its JSON Schema.

The schema says what an editor can check while someone types; the reader decides.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import PlainValidator, WithJsonSchema

from icteregie.portfolio import readers
from icteregie.portfolio.readers import (
    AMBITION,
    CBS_CODE,
    ID,
    ID_LENGTH,
    LINE_LENGTH,
    PROSE_LENGTH,
    UUID,
    WEB_ADDRESS,
)

_WHOLE = {
    "anyOf": [
        {"type": "integer", "minimum": 0},
        {"type": "string", "pattern": r"^[1-9][0-9]{0,2}(_[0-9]{3})+$"},
    ]
}
_LINE = {"type": "string", "minLength": 1, "maxLength": LINE_LENGTH}
_PROSE = {"type": "string", "minLength": 1, "maxLength": PROSE_LENGTH}
_DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_PERCENTAGE = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? *%$"}
_ID = {"type": "string", "pattern": f"^{ID.pattern}$", "maxLength": ID_LENGTH}
_AMBITION = {"type": "string", "pattern": f"^{AMBITION.pattern}$"}

read_id = readers.matching(ID, "not-an-id", ID_LENGTH)
_ambition = readers.matching(AMBITION, "not-an-ambition", 2 * ID_LENGTH)
_web_address = readers.matching(WEB_ADDRESS, "not-a-web-address", 500)
_uuid = readers.matching(UUID, "not-a-uuid", 36)
_cbs_code = readers.matching(CBS_CODE, "not-a-cbs-code", 6)

Euros: TypeAlias = Annotated[int, PlainValidator(readers.euros), WithJsonSchema(_WHOLE)]
Hours: TypeAlias = Annotated[int, PlainValidator(readers.count), WithJsonSchema(_WHOLE)]
Number: TypeAlias = Annotated[int, PlainValidator(readers.count), WithJsonSchema(_WHOLE)]
Year: TypeAlias = Annotated[
    int,
    PlainValidator(readers.year),
    WithJsonSchema(
        {"type": ["integer", "string"], "pattern": "^[0-9]{4}$", "minimum": 1990, "maximum": 2100}
    ),
]
Mark: TypeAlias = Annotated[
    int, PlainValidator(readers.mark), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5})
]
Weight: TypeAlias = Annotated[
    Decimal, PlainValidator(readers.decimal_number), WithJsonSchema({"type": "number", "minimum": 0})
]
Percentage: TypeAlias = Annotated[Decimal, PlainValidator(readers.percentage), WithJsonSchema(_PERCENTAGE)]
Day: TypeAlias = Annotated[date, PlainValidator(readers.day), WithJsonSchema(_DAY)]
Line: TypeAlias = Annotated[str, PlainValidator(readers.line), WithJsonSchema(_LINE)]
Prose: TypeAlias = Annotated[str, PlainValidator(readers.prose), WithJsonSchema(_PROSE)]
OnlyTrue: TypeAlias = Annotated[bool, PlainValidator(readers.yes), WithJsonSchema({"const": True})]
Id: TypeAlias = Annotated[str, PlainValidator(read_id), WithJsonSchema(_ID)]
AmbitionId: TypeAlias = Annotated[str, PlainValidator(_ambition), WithJsonSchema(_AMBITION)]
WebAddress: TypeAlias = Annotated[
    str, PlainValidator(_web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})
]
GemmaId: TypeAlias = Annotated[
    str, PlainValidator(_uuid), WithJsonSchema({"type": "string", "pattern": f"^{UUID.pattern}$"})
]
CbsCode: TypeAlias = Annotated[
    str, PlainValidator(_cbs_code), WithJsonSchema({"type": "string", "pattern": f"^{CBS_CODE.pattern}$"})
]
