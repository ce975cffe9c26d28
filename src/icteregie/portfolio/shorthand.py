"""A short way to write a record: one text in place of a mapping with one key."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True)
class Shorthand:
    """Lets a bare text stand for a mapping that has only this key.

    ``schema`` is the JSON Schema of the bare text; that of the mapping is the record's own.
    """

    key: str
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Write the text out as a mapping before it is read."""
        key = self.key

        def written_out(raw: object) -> object:
            return {key: raw} if isinstance(raw, str) else raw

        return core_schema.no_info_before_validator_function(written_out, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe both ways of writing it."""
        return {"anyOf": [dict(self.schema), handler(core)]}
