"""Between which amounts the choices leave a sum: exactly, since groups are independent and sums add."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from icteregie.analysis.choices.groups import Combinations, Group

Measure: TypeAlias = Callable[[str, str], int]
"""What an initiative adds to a sum, by its id and the id of the one after which it begins ("" as asked)."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The least and the most that a sum can be; of a group that is not enumerated, bounds of these."""

    least: int
    most: int

    @property
    def is_one(self) -> bool:
        """Whether it is the same whatever is chosen."""
        return self.least == self.most

    def plus(self, other: "Spread") -> "Spread":
        """Add another, independent of this one."""
        return Spread(self.least + other.least, self.most + other.most)


def spread(combinations: Combinations, measure: Measure) -> Spread:
    """Add the fixed part and the least and most of every group."""
    fixed = sum(measure(name, "") for name in combinations.fixed)
    total = Spread(fixed, fixed)
    for group in combinations.groups:
        total = total.plus(_of_group(group, measure))
    return total


def _of_group(group: Group, measure: Measure) -> Spread:
    if group.outcomes is None:
        return _bounds(group, measure)
    sums = sums_of(group, measure)
    return Spread(min(sums, default=0), max(sums, default=0))


def sums_of(group: Group, measure: Measure) -> list[int]:
    """Add what stays in every outcome of a group that is enumerated; each initiative is measured once."""
    outcomes = group.outcomes or ()
    states = {state for outcome in outcomes for state in outcome.items()}
    values = {state: measure(*state) for state in states}
    return [sum(values[state] for state in outcome.items()) for outcome in outcomes]


def _bounds(group: Group, measure: Measure) -> Spread:
    """Take each initiative by itself, on or off: no combination lies outside that."""
    starts = dict(group.starts)
    each = [[0, *(measure(name, after) for after in ("", *starts.get(name, ())))] for name in group.names]
    return Spread(sum(map(min, each)), sum(map(max, each)))
