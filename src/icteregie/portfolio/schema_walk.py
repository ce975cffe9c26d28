"""A walk through the schema of the file format: which keys a mapping has, and what each holds.

Read off the types themselves, so that messages, schema and reference page can't differ.
"""

import dataclasses
import typing
from collections.abc import Iterator
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from icteregie.portfolio.kinds import key_fields
from icteregie.portfolio.record import OneOrMore, Terms
from icteregie.portfolio.thresholds import Looser


@dataclasses.dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: its name in the file, its field, its type, whether it must be there."""

    name: str
    field: str
    kind: object
    required: bool


@lru_cache(maxsize=256)
def keys(owner: type) -> dict[str, Key]:
    """List the keys that a record takes, by their name in the file, in the order of the type."""
    hints = typing.get_type_hints(owner, include_extras=True)
    made: dict[str, FieldInfo] = owner.__pydantic_fields__  # type: ignore[attr-defined]
    return {
        (info.alias or name): Key(info.alias or name, name, _written(hints[name]), info.is_required())
        for name, info in made.items()
        if name not in key_fields(owner)
    }


def _written(kind: Any) -> object:
    """Strip what says how a threshold is judged: to who writes it, it is a number like another."""
    if typing.get_origin(kind) is not typing.Annotated:
        return kind
    marks = [mark for mark in kind.__metadata__ if not isinstance(mark, Looser)]
    return typing.Annotated[(kind.__origin__, *marks)] if marks else kind.__origin__


def default(owner: type, name: str) -> object:
    """Give what a field holds when its key is left out."""
    info: FieldInfo = owner.__pydantic_fields__[name]  # type: ignore[attr-defined]
    value = info.get_default(call_default_factory=True, validated_data={})
    if info.validate_default:
        kind: typing.Any = next(key.kind for key in keys(owner).values() if key.field == name)
        return TypeAdapter(kind).validate_python(value)
    return value


def bare(kind: object) -> object:
    """Strip ``Annotated`` and ``| None`` from a type."""
    while typing.get_origin(kind) is typing.Annotated:
        kind = typing.get_args(kind)[0]
    options = [o for o in typing.get_args(kind) if o is not NoneType]
    if NoneType in typing.get_args(kind) and len(options) == 1:
        return bare(options[0])
    return kind


def terms(kind: object) -> str:
    """Name the list of words for the choices of a type; "" when they have none."""
    marks = [mark for mark in getattr(kind, "__metadata__", ()) if isinstance(mark, Terms)]
    if marks:
        return marks[0].name
    options = [o for o in typing.get_args(kind) if o is not NoneType]
    return terms(options[0]) if NoneType in typing.get_args(kind) and len(options) == 1 else ""


def terms_at(owner: type, path: tuple[str | int, ...]) -> str:
    """Name the list of words for the choices of the key at the end of a path; "" when it has none."""
    kind: object = owner
    for key in path:
        kind = below(kind, key)
    return terms(kind)


def single(kind: object) -> object:
    """Give the type of the item of a list that may stand without a list; of any other type None."""
    marks = getattr(kind, "__metadata__", ())
    return typing.get_args(bare(kind))[0] if any(isinstance(m, OneOrMore) for m in marks) else None


def below(kind: object, key: str | int) -> object:
    """Give the type of what stands under one key of a value of this type, or None."""
    if isinstance(key, str) and (item := single(kind)) is not None:
        kind = item
    kind = bare(kind)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        entry = keys(kind).get(str(key))
        return entry.kind if entry else None
    if typing.get_origin(kind) is dict:
        return typing.cast("object", typing.get_args(kind)[1])
    if typing.get_origin(kind) is tuple:
        return typing.cast("object", typing.get_args(kind)[0])
    if typing.get_origin(kind) in (typing.Union, UnionType):
        return next((item for each in typing.get_args(kind) if (item := below(each, key))), None)
    return None


def record_at(owner: type, path: tuple[str | int, ...]) -> type | None:
    """Find the record that stands at the end of a path, or None when none does."""
    kind: object = owner
    for key in path:
        kind = below(kind, key)
    kind = bare(single(kind) or kind)
    return kind if isinstance(kind, type) and dataclasses.is_dataclass(kind) else None


def reads(owner: type, path: tuple[str | int, ...], value: object) -> bool:
    """Say whether the type of what stands at the end of a path takes a value."""
    kind = _kind_at(owner, tuple(0 if isinstance(key, int) else key for key in path))
    try:
        kind.validate_python(value)
    except ValidationError:
        return False
    return True


@lru_cache(maxsize=256)
def _kind_at(owner: type, path: tuple[str | int, ...]) -> TypeAdapter[Any]:
    kind: Any = owner
    for key in path:
        kind = below(kind, key)
    return TypeAdapter(kind)


@lru_cache(maxsize=16)
def parents(owner: type) -> dict[str, str]:
    """Map every key of a group at the top of a record to the first group that takes it."""
    groups: dict[str, str] = {}
    for name in keys(owner):
        inside = record_at(owner, (name,))
        for key in keys(inside) if inside else ():
            groups.setdefault(key, name)
    return groups


def records(owner: type) -> Iterator[type]:
    """Walk through all records of the format below ``owner``, each once, outermost first."""
    seen: dict[type, None] = {}
    waiting: list[object] = [owner]
    while waiting:
        kind = bare(waiting.pop(0))
        if isinstance(kind, type) and dataclasses.is_dataclass(kind):
            if kind not in seen and hasattr(kind, "__pydantic_fields__"):
                seen[kind] = None
                waiting.extend(key.kind for key in keys(kind).values())
        else:
            waiting.extend(a for a in typing.get_args(kind) if a is not Ellipsis)
    yield from seen
