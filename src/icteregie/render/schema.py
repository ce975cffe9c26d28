"""The file format as JSON Schema 2020-12, for editors and for check-jsonschema.

Made from the types, so that it can't differ from what the reader knows. It checks what can
be checked while someone types; the reader decides. ``errorMessage`` and ``enumDescriptions`` are
extensions that the YAML and JSON editors of VS Code show.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from icteregie.escape.markdown import markdown_for_editor
from icteregie.messages.catalogue import read
from icteregie.portfolio import scalars, schema_walk
from icteregie.portfolio.coherence import FORMER_NAMES
from icteregie.portfolio.kinds import record_types
from icteregie.portfolio.partnership import Language
from icteregie.render.schema_names import Names, with_names
from icteregie.render.schema_words import missing, record_message, worded

Schema: TypeAlias = dict[str, Any]


def render(kind: str, language: Language, names: Mapping[str, Names] | None = None) -> str:
    """Write the schema of one kind of file that has a type, its keys sorted, with a newline at the end.

    ``names`` has the names that a portfolio uses, by what they are names of; None leaves every name open.
    """
    owner = record_types()[kind]
    schema = TypeAdapter(owner).json_schema(schema_generator=_Generator)
    definitions: Schema = schema.pop("$defs", {})
    records = {record.__name__: record for record in schema_walk.records(owner)}

    def written(record: type, definition: Schema) -> Schema:
        return _record(record, definition, language, names or {})

    body = written(owner, schema) | {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:icteregie:schema:{kind}:1",
        "$defs": {name: written(records[name], definition) for name, definition in definitions.items()},
    }
    return json.dumps(body, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


class _Generator(GenerateJsonSchema):
    """Pydantic's generator for what a file can hold: no null, and no key that fits no pattern."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        written: Schema = super().dict_schema(schema)
        keys: Schema = self.generate_inner(schema["keys_schema"]) if "keys_schema" in schema else {}
        written.pop("propertyNames", None)
        # A year is a number or a text to an editor, and as a key a text.
        text = keys if "pattern" in keys else keys.get("else", {})
        if "pattern" not in text:
            return written
        values = next(iter(written.pop("patternProperties", {}).values()), None)
        values = written.pop("additionalProperties", {}) if values is None else values
        return written | {
            "additionalProperties": False,
            "patternProperties": {text["pattern"]: values},
            "errorMessage": f"key-{text['errorMessage']}",
        }

    def field_title_should_be_set(self, schema: Any) -> bool:
        del schema
        return False


def _record(owner: type, schema: Schema, language: Language, names: Mapping[str, Names]) -> Schema:
    """Describe a record: only the keys that a file may hold, each with its text and default."""
    keys = schema_walk.keys(owner)
    properties = {
        name: worded(with_names(owner, name, schema["properties"][name], names), language)
        | _texts(owner.__name__, name, language)
        | _default(schema_walk.default(owner, key.field), key.kind)
        for name, key in keys.items()
    }
    former = FORMER_NAMES.get(owner, {})
    for name, old in former.items():
        properties[old] = properties[name] | {"deprecated": True}
    required = [
        missing(name, language) for name in sorted(keys) if keys[name].required and name not in former
    ]
    either = [missing(name, language, name=key) for key, old in former.items() for name in (key, old)]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "errorMessage": record_message(tuple(keys), language),
        **({"allOf": required} if required else {}),
        **({"oneOf": either} if either else {}),
        **_texts("records", owner.__name__, language),
    }


def plain_default(value: object, kind: object) -> str | int | float | None:
    """Give a default of a type where it says something: a choice, a number or a percentage."""
    if isinstance(value, Decimal):
        # To an editor a number with decimals is a number like another.
        return float(value) if kind == scalars.Factor else f"{value}%"
    return value if isinstance(value, str | int) and not isinstance(value, bool) else None


def _default(value: object, kind: object) -> Schema:
    default = plain_default(value, kind)
    return {} if default is None else {"default": default}


def _texts(table: str, key: str, language: Language) -> Schema:
    """Give the text of a key or record, plain and as Markdown."""
    text = read(language, "fields")[table][key]
    return {"description": text, "markdownDescription": markdown_for_editor(text)}
