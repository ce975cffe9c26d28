"""The file format as JSON Schema 2020-12, for editors and for check-jsonschema.

Made from the types, so that it can't differ from what the reader knows. It checks what can
be checked while someone types; the reader decides.
"""

import json
from decimal import Decimal
from typing import Any, TypeAlias

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from icteregie.escape.markdown import markdown_for_editor
from icteregie.messages.catalogue import LANGUAGES, read
from icteregie.portfolio import schema_walk
from icteregie.portfolio.coherence import FORMER_NAMES
from icteregie.portfolio.kinds import record_types
from icteregie.portfolio.partnership import Language

Schema: TypeAlias = dict[str, Any]


def render(kind: str) -> str:
    """Write the schema of one kind of file that has a type, its keys sorted, with a newline at the end."""
    owner = record_types()[kind]
    schema = TypeAdapter(owner).json_schema(schema_generator=_Generator)
    definitions: Schema = schema.pop("$defs", {})
    records = {record.__name__: record for record in schema_walk.records(owner)}
    body = _record(owner, schema) | {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:icteregie:schema:{kind}:1",
        "$defs": {name: _record(records[name], definition) for name, definition in definitions.items()},
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
        return written | ({"additionalProperties": False} if "patternProperties" in written else {})

    def field_title_should_be_set(self, schema: Any) -> bool:
        del schema
        return False


def _record(owner: type, schema: Schema) -> Schema:
    """Describe a record: only the keys that a file may hold, each with its text and default."""
    keys = schema_walk.keys(owner)
    properties = {
        name: schema["properties"][name]
        | _texts(owner.__name__, name)
        | _default(schema_walk.default(owner, key.field))
        for name, key in keys.items()
    }
    former = FORMER_NAMES.get(owner, {})
    for name, old in former.items():
        properties[old] = properties[name] | {"deprecated": True}
    required = sorted(name for name, key in keys.items() if key.required and name not in former)
    either = [{"required": [name]} for names in former.items() for name in names]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        **({"required": required} if required else {}),
        **({"oneOf": either} if either else {}),
        **_texts("records", owner.__name__),
    }


def plain_default(value: object) -> str | int | None:
    """Give a default where it says something: a choice, a number or a percentage."""
    if isinstance(value, Decimal):
        return f"{value}%"
    return value if isinstance(value, str | int) and not isinstance(value, bool) else None


def _default(value: object) -> Schema:
    default = plain_default(value)
    return {} if default is None else {"default": default}


def _texts(table: str, key: str) -> Schema:
    """Give the text of a key or record in both languages, plain and as Markdown."""
    texts = {language: read(language, "fields")[table][key] for language in LANGUAGES}
    return {
        "description": "\n\n".join(f"{_name(language)}: {text}" for language, text in texts.items()),
        "markdownDescription": "\n\n".join(
            f"**{_name(language)}:** {markdown_for_editor(text)}" for language, text in texts.items()
        ),
    }


def _name(language: Language) -> str:
    return language.upper()
