"""Two plans of one agenda side by side, both reckoned with the files as they are now."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.capacity import capacity
from icteregie.analysis.plan.checker import Entry, Wrong, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.continuity import Differences, NamedPlan, differences
from icteregie.analysis.plan.problem import MONEY, Limit
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis

UNLIMITED = 10**15
"""A ceiling that nothing reaches: it makes the reckoning tell what each member pays."""


@dataclass(frozen=True, slots=True)
class OnePlan:
    """A plan reckoned with: value, cost over all years, cost by member, and hours left by team and quarter.

    ``outside`` are no candidates any more, and count for nothing. Hours below 0 are too many.
    ``wrong`` is what doesn't hold with the files as they are now, whatever was laid down.
    """

    name: str
    entries: Mapping[str, Entry]
    outside: tuple[str, ...]
    value: int
    cost: int
    paid: Mapping[str, int]
    hours_left: Mapping[Limit, int]
    wrong: tuple[Wrong, ...]


@dataclass(frozen=True, slots=True)
class PlanComparison:
    """Two plans, and what the second changes in the first."""

    basis: Basis
    year: int
    first: OnePlan
    second: OnePlan
    changes: Differences

    @property
    def portfolio(self) -> Portfolio:
        """What was read."""
        return self.basis.portfolio


def compared_plans(basis: Basis, year: int, plans: tuple[NamedPlan, NamedPlan]) -> PlanComparison:
    """Put two plans of a year side by side."""
    first, second = (_reckoned(basis.portfolio, year, plan) for plan in plans)
    changes = differences(first.entries.values(), second.entries.values())
    return PlanComparison(basis, year, first, second, changes)


def _reckoned(portfolio: Portfolio, year: int, plan: NamedPlan) -> OnePlan:
    known = {initiative.id for initiative in candidates(portfolio, year)}
    entries = {entry.id: entry for entry in plan.entries if entry.id in known}
    there = capacity(portfolio, year, Constraints())
    on = tuple(entries.values())
    again = reckon(portfolio, year, Constraints(), on)
    hours = {
        limit: amount - again.used.get(limit, 0) for limit, amount in there.items() if limit.what == "hours"
    }
    return OnePlan(
        name=plan.name,
        entries=dict(sorted(entries.items())),
        outside=tuple(sorted({entry.id for entry in plan.entries} - known)),
        value=again.value,
        cost=again.cost,
        paid=_paid(portfolio, year, on, {limit.period for limit in again.used if limit.what in MONEY}),
        hours_left=dict(sorted(hours.items())),
        wrong=again.wrong,
    )


def _paid(portfolio: Portfolio, year: int, plan: tuple[Entry, ...], years: set[int]) -> Mapping[str, int]:
    """Add up by member what a plan costs it in these years."""
    members = tuple(portfolio.partnership.members)
    ceilings = {each: dict.fromkeys(members, UNLIMITED) for each in sorted(years)}
    used = reckon(portfolio, year, replace(Constraints(), ceilings=ceilings), plan).used
    paid = dict.fromkeys(members, 0)
    for limit, amount in used.items():
        if limit.what == "share":
            paid[limit.of] += amount
    return paid
