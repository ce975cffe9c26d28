"""The changes of one record: values that were added, removed or changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from icteregie.analysis.flatten import FieldPath, FieldValue, PlainValue, ValueKind
from icteregie.portfolio import schema_walk


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after; None where there is none. ``terms`` words the choices of its key."""

    path: FieldPath
    kind: ValueKind
    before: PlainValue
    after: PlainValue
    terms: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the file format that lead to it."""
        return self.path.keys


def changes_between(
    record_type: type, before: Mapping[FieldPath, FieldValue], after: Mapping[FieldPath, FieldValue]
) -> tuple[Change, ...]:
    """Compare values by their path; of an added or removed item only the item itself is reported."""
    order = _key_order(record_type)
    paths = sorted({*before, *after}, key=lambda path: _sort_key(path, order))
    whole_items = {
        path.parts
        for path in paths
        if (path in before) != (path in after) and (before.get(path) or after[path]).is_item
    }
    changes = []
    for path in paths:
        old, new = before.get(path), after.get(path)
        if old == new or any(path.parts[:size] in whole_items for size in range(1, len(path.parts))):
            continue
        either = new or old or FieldValue("line", "")
        values = old.value if old else None, new.value if new else None
        changes.append(Change(path, either.kind, *values, either.terms))
    return tuple(changes)


@cache
def _key_order(record_type: type) -> dict[str, int]:
    """Return the position of every key of the file format, outermost records first."""
    names = [name for record in schema_walk.records(record_type) for name in schema_walk.keys(record)]
    return {name: place for place, name in reversed([*enumerate(names)])}


def _sort_key(path: FieldPath, order: Mapping[str, int]) -> tuple[tuple[int, str], ...]:
    """Sort keys in the order of the file format, and names alphabetically."""
    return tuple(
        (-1, part) if place in path.names else (order.get(part, len(order)), part)
        for place, part in enumerate(path.parts)
    )
