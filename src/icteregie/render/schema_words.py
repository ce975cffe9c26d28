"""What an editor says of a wrong value: the messages of a JSON Schema in the words of one language."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.partnership import Language

Schema: TypeAlias = dict[str, Any]
_MOST_NAMES = 12
"""Of a record with more keys, an editor's own list of them is a better help than a sentence."""


def worded(schema: Any, language: Language) -> Any:
    """Write out the messages in a schema, and give each of its values one."""
    if isinstance(schema, list):
        return [worded(each, language) for each in schema]
    if not isinstance(schema, dict):
        return schema
    new = {key: worded(value, language) for key, value in schema.items() if key != "terms"}
    if "enum" in schema and "terms" in schema:
        words = [term(language, schema["terms"], str(value)) for value in schema["enum"]]
        new["enumDescriptions"] = words
    if name := schema.get("errorMessage") or _usual(schema):
        new["errorMessage"] = message(str(name), language, schema)
    return new


def _usual(schema: Schema) -> str:
    """Name the message of what has none of its own."""
    if "enum" in schema:
        return "choice"
    return {"array": "list", "object": "group"}.get(str(schema.get("type")), "")


def message(name: str, language: Language, schema: Schema) -> str:
    """Give a message by its name; a choice is named with the words that stand for it."""
    values = [str(value) for value in schema.get("enum") or schema.get("properties") or ()]
    if name == "choice" and "terms" in schema:
        words = [term(language, schema["terms"], value) for value in values]
        pairs = zip(values, words, strict=True)
        values = [value if value == word else f"{value} ({word})" for value, word in pairs]
    return sentence(language, f"commands/schema/editor.{name}", choices=tuple(values))


def record_message(keys: Sequence[str], language: Language) -> str:
    """Say which keys a record takes, where they are few."""
    if len(keys) > _MOST_NAMES:
        return sentence(language, "commands/schema/editor.unknown-key")
    return sentence(language, "commands/schema/editor.fields", keys=tuple(keys))


def missing(key: str, language: Language, *, name: str = "") -> Schema:
    """Require a key, and say so under its name, or under the new name of it."""
    text = sentence(language, "commands/schema/editor.missing", key=name or key)
    return {"required": [key], "errorMessage": text}
