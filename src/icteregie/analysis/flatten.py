"""Everything that a record says, value by value, each under the way that leads to it.

The walk follows the types of the file format, so that a new key is compared from its first day.
How something is written (order, notation, a default written out) is gone by then.
"""

import dataclasses
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, Literal, TypeAlias

from icteregie.portfolio import kinds, scalars, schema_walk
from icteregie.portfolio.period import Lag, LagField, Moment, MomentField

Kind: TypeAlias = Literal[
    "choice",
    "date",
    "decimal",
    "euros",
    "id",
    "item",
    "lag",
    "line",
    "moment",
    "names",
    "number",
    "percentage",
    "prose",
    "year",
]
Plain: TypeAlias = str | int | date | Decimal | Moment | Lag | tuple[str, ...] | None

_KINDS: tuple[tuple[object, Kind], ...] = (
    (scalars.Euros, "euros"),
    (scalars.Number, "number"),
    (scalars.Mark, "number"),
    (scalars.Year, "year"),
    (scalars.Weight, "decimal"),
    (scalars.Percentage, "percentage"),
    (scalars.Day, "date"),
    (MomentField, "moment"),
    (LagField, "lag"),
    (scalars.Prose, "prose"),
    (scalars.Id, "id"),
)

PRESENT = 1
"""What an item holds of which nothing more is told than that it is there."""


@dataclass(frozen=True, slots=True)
class Way:
    """The keys and names that lead to a value; ``names`` are the places of those that a filer chose."""

    parts: tuple[str, ...] = ()
    names: tuple[int, ...] = ()

    def key(self, part: str) -> "Way":
        """Go on to a key of the file format."""
        return Way((*self.parts, part), self.names)

    def name(self, part: str) -> "Way":
        """Go on to a name, year, moment or item."""
        return Way((*self.parts, part), (*self.names, len(self.parts)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the file format only."""
        return tuple(part for place, part in enumerate(self.parts) if place not in self.names)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value and what kind it is; ``is_item`` stands for a whole item of a list."""

    kind: Kind
    value: Plain
    is_item: bool = False


def leaves(record: object, without: tuple[str, ...] = ()) -> dict[Way, Leaf]:
    """List all values of a record of the file format, ``without`` some keys; what is absent is not there."""
    return dict(_of_record(record, Way(), without))


def _of_record(record: object, way: Way, without: tuple[str, ...] = ()) -> Iterator[tuple[Way, Leaf]]:
    for key in _keys(record).values():
        if key.name not in without:
            yield from _of_value(key.kind, getattr(record, key.field), way.key(key.name))


def _keys(record: object) -> dict[str, schema_walk.Key]:
    owner: type = type(record)
    return schema_walk.keys(owner)


def _of_value(kind: object, value: Any, way: Way) -> Iterator[tuple[Way, Leaf]]:
    if value is None or value == ():
        return
    if dataclasses.is_dataclass(value) and hasattr(type(value), "__pydantic_fields__"):
        yield from _of_record(value, way)
    elif isinstance(value, dict):
        for name, held in value.items():
            yield from _of_value(schema_walk.below(kind, name), held, way.name(str(name)))
    elif isinstance(value, tuple):
        yield from _of_list(value, way)
    else:
        yield way, Leaf(_kind(kind), value)


def _of_list(items: tuple[Any, ...], way: Way) -> Iterator[tuple[Way, Leaf]]:
    if isinstance(items[0], str):
        yield way, Leaf("names", tuple(sorted(set(items))))
        return
    identity, main = kinds.identity(way.parts[-1]) or ((), "")
    seen: dict[str, int] = {}
    for position, item in enumerate(items, 1):
        name = " ".join(str(getattr(item, key)) for key in identity) or str(position)
        seen[name] = seen.get(name, 0) + 1
        here = way.name(name if seen[name] == 1 else f"{name} ({seen[name]})")
        told = _keys(item).get(main)
        value = getattr(item, main) if told else PRESENT
        yield here, Leaf(_kind(told.kind) if told else "item", value, is_item=True)
        yield from _of_record(item, here, (*identity, main))


def _kind(kind: object) -> Kind:
    options = [option for option in typing.get_args(kind) if option is not NoneType]
    if NoneType in typing.get_args(kind) and len(options) == 1:
        kind = options[0]
    if typing.get_origin(schema_walk.bare(kind)) is Literal:
        return "choice"
    return next((name for known, name in _KINDS if kind == known), "line")
