"""What became different in one record: values that came, went or changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from icteregie.comparison.leaves import Kind, Leaf, Plain, Way, leaves
from icteregie.portfolio import outline


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


def changes(before: object, after: object) -> tuple[Change, ...]:
    """Compare two records of one type, in the order of the file format."""
    return () if before == after else between(type(after), leaves(before), leaves(after))


def between(owner: type, before: Mapping[Way, Leaf], after: Mapping[Way, Leaf]) -> tuple[Change, ...]:
    """Compare values by the way to them; what an item holds is not told when it comes or goes itself."""
    order = {name: place for place, name in enumerate(outline.keys(owner))}
    whole = {
        way.parts
        for way in {*before, *after}
        if (way in before) != (way in after) and (before.get(way) or after[way]).is_item
    }
    found = []
    for way in sorted({*before, *after}, key=lambda w: (order.get(w.parts[0], len(order)), w.parts)):
        old, new = before.get(way), after.get(way)
        if old == new or any(way.parts[:size] in whole for size in range(1, len(way.parts))):
            continue
        kind = (new or old or Leaf("line", "")).kind
        found.append(Change(way, kind, old.value if old else None, new.value if new else None))
    return tuple(found)
