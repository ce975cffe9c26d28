"""What a plan takes of the years after that of its agenda, whose own proposals nobody has seen yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.plan.problem import MONEY, Limit, Plan


@dataclass(frozen=True, slots=True)
class LaterYear:
    """The money for a later year, and what the plan takes of it: one-off and recurring, whole euros."""

    year: int
    there: int
    used: int


def later_years(year: int, money: Iterable[tuple[Limit, int, int]]) -> tuple[LaterYear, ...]:
    """Add up, by year after that of the agenda, what there is of money and what is used of it."""
    sums: dict[int, list[int]] = {}
    for limit, there, used in money:
        if limit.what in MONEY and limit.period > year:
            both = sums.setdefault(limit.period, [0, 0])
            both[0], both[1] = both[0] + there, both[1] + used
    return tuple(LaterYear(later, *both) for later, both in sorted(sums.items()))


def cost_after(plan: Plan, last: int) -> int:
    """Add up what a plan costs after a year, in whole euros."""
    uses = (use for column in plan.values() for use in column.uses.items())
    return sum(amount for limit, amount in uses if limit.what in MONEY and limit.period > last)
