"""How every type of the file format is made: frozen, slotted, no unknown keys.

Pydantic's dataclasses validate as its models do, and take a fifth of the memory.
"""

import copy
import dataclasses
import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic.dataclasses import dataclass
from pydantic_core import CoreSchema, core_schema

from icteregie.portfolio.readers import invalid_value

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

# The core schemas are built at first use: a command that reads no portfolio pays nothing.
CONFIG = ConfigDict(extra="forbid", defer_build=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def record(cls: type[T]) -> type[T]:
    """Turn a class of annotated fields into a frozen type that validates a mapping."""
    make: Callable[..., Any] = dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
    made: type[T] = make(cls)
    return made


@dataclasses.dataclass(frozen=True, slots=True)
class Terms:
    """Names the list of words, in ``messages/*/terms.toml``, that stand for the choices of a field."""

    name: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Name the list in the schema too, which is written in the words of a language."""
        return {**handler(core), "terms": self.name}


@dataclasses.dataclass(frozen=True, slots=True)
class Shorthand:
    """Lets a bare text stand for a mapping that has only this key.

    ``schema`` is the JSON Schema of the bare text; that of the mapping is the record's own.
    ``former`` is what the key was called before, and what it may be called still.
    """

    key: str
    schema: Mapping[str, Any]
    former: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Write the text out as a mapping before it is read."""
        key, former = self.key, self.former

        def written_out(raw: object) -> object:
            if former and isinstance(raw, dict) and former in raw:
                if key in raw:
                    raise invalid_value("both-names", at=former)
                return {key if name == former else name: value for name, value in raw.items()}
            # What has no value is refused as a whole, where it stands.
            return {key: raw} if isinstance(raw, str) and raw else raw

        return core_schema.no_info_before_validator_function(written_out, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe both ways of writing it."""
        return {"if": {"type": "object"}, "then": handler(core), "else": dict(self.schema)}


@dataclasses.dataclass(frozen=True, slots=True)
class OneOrMore:
    """Lets the one item of a list stand without a list; a list has at least one item.

    What is refused in an item without a list is refused at its own keys, as its file writes them.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read what is no list as its one item."""
        (item, _) = typing.get_args(source)
        adapters: list[TypeAdapter[Any]] = []

        def listed(raw: object) -> object:
            if isinstance(raw, (list, tuple)):
                if not raw:
                    raise invalid_value("empty-list")
                return raw
            if not adapters:
                adapters.append(TypeAdapter(item))
            return (adapters[0].validate_python(raw),)

        return core_schema.no_info_before_validator_function(listed, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe both ways of writing it."""
        several = handler(core)
        return {"if": {"type": "array"}, "then": {**several, "minItems": 1}, "else": several["items"]}


@dataclasses.dataclass(frozen=True, slots=True)
class OneOrByName:
    """Lets one value stand for a mapping with at least one key; its type is a union, the mapping last.

    ``read`` reads the one value, and ``schema`` is the JSON Schema of it.
    """

    read: "Callable[[object], object]"
    schema: Mapping[str, Any] = dataclasses.field(hash=False)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a text as the one value, and anything else as the mapping."""

        def either(raw: object, by_name: "Callable[[object], object]") -> object:
            if raw == {}:
                raise invalid_value("empty")
            return self.read(raw) if isinstance(raw, str) else by_name(raw)

        by_name = handler.generate_schema(typing.get_args(source)[-1])
        return core_schema.no_info_wrap_validator_function(either, by_name)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe both ways of writing it."""
        by_name = {**handler(core), "minProperties": 1}
        return {"if": {"type": "object"}, "then": by_name, "else": dict(self.schema)}


def altered(made: T, **values: object) -> T:
    """Give a record with other values, which are of the right type: it is not validated anew."""
    changed = copy.copy(made)
    for key, value in values.items():
        object.__setattr__(changed, key, value)
    return changed
