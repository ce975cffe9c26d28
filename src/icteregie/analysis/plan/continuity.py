"""What differs between two plans, and how a new plan is kept close to an earlier one."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from icteregie.analysis.plan.checker import Entry
from icteregie.analysis.plan.problem import Column

SPARE = 1
"""For fewer changes, so many percent of the value may be given up."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What a later plan changes in an earlier one, each by id, in order.

    ``moved`` and ``members`` are on in both: with another start, or with others who take part. One
    initiative can be in both of these, and is one change.
    """

    entered: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Count the initiatives that change."""
        return len({*self.entered, *self.left, *self.moved, *self.members})


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """A plan as somebody wrote it down, and what it is called; None for a year that isn't known."""

    name: str
    year: int | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Keep:
    """An earlier plan to stay close to, and the percentage of the value that may be given up for it."""

    earlier: tuple[Entry, ...]
    spare: int = SPARE

    def among(self, names: Collection[str]) -> "Keep":
        """Leave out what is no candidate any more: what was adopted since has its place."""
        return replace(self, earlier=tuple(entry for entry in self.earlier if entry.id in names))

    @property
    def before(self) -> Mapping[str, Entry]:
        """The earlier plan by id."""
        return {entry.id: entry for entry in self.earlier}


def differences(earlier: Iterable[Entry], later: Iterable[Entry]) -> Differences:
    """List what a later plan changes in an earlier one."""
    before, after = ({entry.id: entry for entry in plan} for plan in (earlier, later))
    both = sorted(before.keys() & after.keys())
    return Differences(
        entered=tuple(sorted(after.keys() - before.keys())),
        left=tuple(sorted(before.keys() - after.keys())),
        moved=tuple(name for name in both if before[name].start != after[name].start),
        members=tuple(name for name in both if set(before[name].members) != set(after[name].members)),
    )


def unchanged(before: Mapping[str, Entry], column: Column) -> int:
    """Weigh a column by what it saves in changes: 1 as it was, 0 otherwise, and -1 where it wasn't on.

    With the most of these there are the fewest changes: what was on and isn't any more counts as much as
    what was moved.
    """
    entry = before.get(column.id)
    if entry is None:
        return -1
    return int(entry.start == column.start and set(entry.members) == set(column.members))
