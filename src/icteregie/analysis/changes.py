"""What became different in one record: values that came, went or changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from icteregie.analysis.flatten import Kind, Leaf, Plain, Way
from icteregie.portfolio import schema_walk


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after; None where there is none. Of prose only that it changed is told."""

    way: Way
    kind: Kind
    before: Plain
    after: Plain

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the file format that lead to it."""
        return self.way.keys


def between(owner: type, before: Mapping[Way, Leaf], after: Mapping[Way, Leaf]) -> tuple[Change, ...]:
    """Compare values by the way to them; what an item holds is not told when it comes or goes itself."""
    order = _order(owner)
    whole = {
        way.parts
        for way in {*before, *after}
        if (way in before) != (way in after) and (before.get(way) or after[way]).is_item
    }
    found = []
    for way in sorted({*before, *after}, key=lambda way: _place(way, order)):
        old, new = before.get(way), after.get(way)
        if old == new or any(way.parts[:size] in whole for size in range(1, len(way.parts))):
            continue
        kind = (new or old or Leaf("line", "")).kind
        found.append(Change(way, kind, old.value if old else None, new.value if new else None))
    return tuple(found)


@cache
def _order(owner: type) -> dict[str, int]:
    """Give every key of the file format its place in the order, outermost records first."""
    names = [name for record in schema_walk.records(owner) for name in schema_walk.keys(record)]
    return {name: place for place, name in reversed([*enumerate(names)])}


def _place(way: Way, order: Mapping[str, int]) -> tuple[tuple[int, str], ...]:
    """Sort keys as the file format does, and names by the letter."""
    return tuple(
        (-1, part) if place in way.names else (order.get(part, len(order)), part)
        for place, part in enumerate(way.parts)
    )
