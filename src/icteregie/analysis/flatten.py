"""The values of a record by field path, for comparing two versions of it.

The walk follows the types of the file format, so that a new key is compared from its first day.
Differences of notation (order of keys, quoting, a default written out) don't count.
"""

import dataclasses
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, Literal, TypeAlias

from icteregie.analysis.obligations import by_deadline
from icteregie.portfolio import estimate, kinds, scalars, schema_walk
from icteregie.portfolio.justification import Obligation
from icteregie.portfolio.period import (
    DurationField,
    HorizonField,
    Lag,
    LagField,
    Moment,
    MomentField,
    QuarterField,
)

ValueKind: TypeAlias = Literal[
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
PlainValue: TypeAlias = str | int | date | Decimal | Moment | Lag | tuple[str, ...] | None

_KINDS: tuple[tuple[object, ValueKind], ...] = (
    (scalars.Euros, "euros"),
    (estimate.OneOff, "euros"),
    (scalars.Number, "number"),
    (scalars.Total, "number"),
    (scalars.Mark, "number"),
    (scalars.Years, "number"),
    (scalars.Year, "year"),
    (scalars.Weight, "decimal"),
    (scalars.Factor, "decimal"),
    (scalars.Part, "percentage"),
    (scalars.Percentage, "percentage"),
    (scalars.Day, "date"),
    (MomentField, "moment"),
    (HorizonField, "moment"),
    (QuarterField, "moment"),
    (LagField, "lag"),
    (DurationField, "lag"),
    (scalars.Prose, "prose"),
    (scalars.Id, "id"),
)

PRESENT = 1
"""The value of an item of which only its presence is shown."""


@dataclass(frozen=True, slots=True)
class FieldPath:
    """The path to a value; ``names`` are the positions of parts that the submitter chose, not the format."""

    parts: tuple[str, ...] = ()
    names: tuple[int, ...] = ()

    def with_key(self, part: str) -> "FieldPath":
        """Extend the path with a key of the file format."""
        return FieldPath((*self.parts, part), self.names)

    def with_name(self, part: str) -> "FieldPath":
        """Extend the path with a name, year, moment or item."""
        return FieldPath((*self.parts, part), (*self.names, len(self.parts)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the file format only."""
        return tuple(part for place, part in enumerate(self.parts) if place not in self.names)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One value and its kind; ``is_item`` says that it represents a whole item of a list.

    ``terms`` names the list of words that stand for a choice.
    """

    kind: ValueKind
    value: PlainValue
    is_item: bool = False
    terms: str = ""


def field_values(record: object, without: tuple[str, ...] = ()) -> dict[FieldPath, FieldValue]:
    """List all values of a record of the file format, ``without`` some keys; absent values are left out."""
    return dict(_record_values(record, FieldPath(), without))


def _record_values(
    record: object, path: FieldPath, without: tuple[str, ...] = ()
) -> Iterator[tuple[FieldPath, FieldValue]]:
    for key in _keys(record).values():
        if key.name not in without:
            yield from _values(key.kind, getattr(record, key.field), path.with_key(key.name))


def _keys(record: object) -> dict[str, schema_walk.Key]:
    owner: type = type(record)
    return schema_walk.keys(owner)


def _values(kind: object, value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, FieldValue]]:
    if value is None or value == ():
        return
    if dataclasses.is_dataclass(value) and hasattr(type(value), "__pydantic_fields__"):
        yield from _record_values(value, path)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _values(schema_walk.below(kind, name), item, path.with_name(str(name)))
    elif schema_walk.single(kind) is not None:
        yield from _obligation_values(value, path)
    elif isinstance(value, tuple):
        yield from _list_values(value, path, schema_walk.terms(schema_walk.below(kind, 0)))
    else:
        yield path, FieldValue(_kind(kind), value, terms=schema_walk.terms(kind))


def _list_values(
    items: tuple[Any, ...], path: FieldPath, terms: str = ""
) -> Iterator[tuple[FieldPath, FieldValue]]:
    if isinstance(items[0], str):
        yield path, FieldValue("names", tuple(sorted(set(items))), terms=terms)
        return
    identity, main = kinds.identity(path.parts[-1]) or ((), "")
    occurrences: dict[str, int] = {}
    for position, item in enumerate(items, 1):
        name = " ".join(str(getattr(item, _keys(item)[key].field)) for key in identity) or str(position)
        occurrences[name] = occurrences.get(name, 0) + 1
        item_path = path.with_name(name if occurrences[name] == 1 else f"{name} ({occurrences[name]})")
        main_key = _keys(item).get(main)
        value = getattr(item, main) if main_key else PRESENT
        kind = main_key.kind if main_key else None
        yield (
            item_path,
            FieldValue(_kind(kind) if kind else "item", value, is_item=True, terms=schema_walk.terms(kind)),
        )
        yield from _record_values(item, item_path, (*identity, main))


def _obligation_values(
    obligations: tuple[Obligation, ...], path: FieldPath
) -> Iterator[tuple[FieldPath, FieldValue]]:
    """Give the values of the obligation that binds as those of the only one; others are items.

    So a second ground is one addition, and the order in the file makes no difference.
    """
    binding, *others = by_deadline(obligations)
    terms = schema_walk.terms_at(Obligation, ("kind",))
    yield from _record_values(binding, path)
    occurrences: dict[str, int] = {}
    for other in others:
        name = " ".join(str(part) for part in (other.basis, other.deadline) if part) or other.kind
        occurrences[name] = occurrences.get(name, 0) + 1
        item = path.with_name(name if occurrences[name] == 1 else f"{name} ({occurrences[name]})")
        yield item, FieldValue("choice", other.kind, is_item=True, terms=terms)


def _kind(annotation: object) -> ValueKind:
    options = [option for option in typing.get_args(annotation) if option is not NoneType]
    if NoneType in typing.get_args(annotation) and len(options) == 1:
        annotation = options[0]
    if typing.get_origin(schema_walk.bare(annotation)) is Literal:
        return "choice"
    return next((name for field_type, name in _KINDS if annotation == field_type), "line")
