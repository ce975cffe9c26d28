"""The plan of an agenda as a report: the best one that was found, checked and explained."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from icteregie.analysis.plan.best import Best, Solve, best
from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.changes import Entrance, entrance
from icteregie.analysis.plan.checker import Wrong, entries, reckon
from icteregie.analysis.plan.clash import Clash, clash
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.greedy import capacity_used, greedy
from icteregie.analysis.plan.groups import Group, better_groups, member_values
from icteregie.analysis.plan.lacking import LeftOut, lacking
from icteregie.analysis.plan.problem import (
    Column,
    Gaps,
    Hopeless,
    Limit,
    Must,
    Plan,
    Problem,
    cost_of,
    value_of,
)
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.shares import contributions
from icteregie.analysis.ranking import ranked
from icteregie.diagnostics.ceilings import MOST_MEMBERS_IN_GROUPS
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis
from icteregie.reports.plan.close_calls import CloseCall, close_calls
from icteregie.reports.plan.later_years import LaterYear, cost_after, later_years

Outcome: TypeAlias = Literal["proved", "gap", "impossible", "by-hand"]
EXPLAINED = 10
"""Of those left out, so many that lack least are told what would let them in."""


@dataclass(frozen=True, slots=True)
class OnPlan:
    """An initiative that is on, how, and why it has to be, if it does."""

    column: Column
    must: Must | None
    late: int = 0


@dataclass(frozen=True, slots=True)
class OffPlan:
    """An initiative that isn't on. ``hopeless`` where no plan can have it; else what it lacks.

    ``must`` is why it has to be on all the same, if it does.
    """

    id: str
    must: Must | None = None
    hopeless: Hopeless | None = None
    left_out: LeftOut | None = None
    entrance: Entrance | None = None


@dataclass(frozen=True, slots=True)
class OneMember:
    """What the plan is worth for a member, and what it pays of it over all years."""

    member: str
    value: int
    amount: int


@dataclass(frozen=True, slots=True)
class CapacityLeft:
    """How much of a limit there is, and how much the plan takes."""

    limit: Limit
    there: int
    used: int


@dataclass(frozen=True, slots=True)
class PlanReport:
    """The plan, with all that goes with it; ``wrong`` is what a check against the files found.

    ``bound`` is the most value that any plan can have; None where it was made by hand. ``by_hand`` is the
    value of the plan that goes down the list. ``beyond`` is what falls after the last year with a budget.
    """

    basis: Basis
    year: int
    years: tuple[int, ...]
    outcome: Outcome
    value: int
    cost: int
    bound: int | None
    by_hand: int
    proved: tuple[str, ...]
    on: tuple[OnPlan, ...]
    off: tuple[OffPlan, ...]
    close: tuple[CloseCall, ...]
    members: tuple[OneMember, ...]
    capacities: tuple[CapacityLeft, ...]
    later: tuple[LaterYear, ...]
    beyond: int
    clash: Clash | None
    groups: tuple[Group, ...] | None
    gaps: Gaps
    wrong: tuple[Wrong, ...]

    @property
    def portfolio(self) -> Portfolio:
        """What was read."""
        return self.basis.portfolio

    @property
    def better_at_most(self) -> int | None:
        """How much more value any plan can have; None where that isn't known."""
        return None if self.bound is None else max(self.bound - self.value, 0)


def plan_report(basis: Basis, year: int, constraints: Constraints, solve: Solve | None) -> PlanReport:
    """Make the plan of an agenda; without a solver as people do by hand."""
    puzzle = problem(basis.portfolio, year, constraints)
    return _Planning(basis, puzzle, constraints, solve).report()


class _Planning:
    def __init__(self, basis: Basis, puzzle: Problem, constraints: Constraints, solve: Solve | None) -> None:
        self.basis, self.portfolio = basis, basis.portfolio
        self.puzzle, self.constraints, self.solve = puzzle, constraints, solve
        order = [i.id for i in ranked(self.portfolio, candidates(self.portfolio, puzzle.year))]
        self.by_hand = greedy(puzzle, order)
        self.best = self._best()
        self.plan: Plan = self.best.plan or {}

    def _best(self) -> Best:
        if self.solve is None:
            return Best(self.by_hand, None, ())
        return best(self.puzzle, self.solve, self.by_hand)

    def report(self) -> PlanReport:
        puzzle, plan, solve = self.puzzle, self.plan, self.solve
        off = self._explained(tuple(self._off()))
        years = tuple(sorted({quarter // 4 for quarter in puzzle.quarters}))
        left = self._capacities()
        return PlanReport(
            basis=self.basis,
            year=puzzle.year,
            years=years,
            outcome=self._outcome(),
            value=value_of(plan),
            cost=cost_of(plan),
            bound=self.best.bound,
            by_hand=value_of(self.by_hand),
            proved=self.best.proved,
            on=tuple(OnPlan(c, puzzle.musts.get(c.id), puzzle.late.get(c.id, 0)) for c in plan.values()),
            off=off,
            close=self._close(off),
            members=self._members(),
            capacities=left,
            later=later_years(puzzle.year, ((each.limit, each.there, each.used) for each in left)),
            beyond=cost_after(plan, years[-1]),
            clash=clash(puzzle, solve) if solve and set(puzzle.musts) - set(plan) else None,
            groups=self._groups(),
            gaps=puzzle.gaps,
            wrong=self._wrong(),
        )

    def _outcome(self) -> Outcome:
        if self.solve is None:
            return "by-hand"
        if self.best.plan is None:
            return "impossible"
        return "proved" if self.best.is_proved and not self._wrong() else "gap"

    def _wrong(self) -> tuple[Wrong, ...]:
        """Reckon the plan again from the files; a sum that differs is wrong too."""
        again = reckon(self.portfolio, self.puzzle.year, self.constraints, entries(self.plan))
        sums = [("value", again.value - value_of(self.plan)), ("cost", again.cost - cost_of(self.plan))]
        wrong = (Wrong("value" if name == "value" else "cost", amount=by) for name, by in sums if by)
        return (*again.wrong, *wrong)

    def _off(self) -> Iterator[OffPlan]:
        puzzle = self.puzzle
        for name, hopeless in puzzle.never.items():
            yield OffPlan(name, puzzle.required.get(name), hopeless)
        if self.solve is not None and self.best.plan is None:
            return
        for left_out in lacking(puzzle, self.plan, self.constraints.hour):
            yield OffPlan(left_out.column.id, puzzle.musts.get(left_out.column.id), left_out=left_out)

    def _explained(self, off: tuple[OffPlan, ...]) -> tuple[OffPlan, ...]:
        """Tell those that lack least what would let them in."""
        if self.solve is None or self.best.plan is None:
            return tuple(sorted(off, key=lambda each: each.id))
        near = sorted((each for each in off if each.left_out), key=self._distance)[:EXPLAINED]
        explained = {
            each.id: replace(
                each, entrance=entrance(self.puzzle, self.plan, each.id, self.solve, self.constraints.hour)
            )
            for each in near
        }
        return tuple(sorted((explained.get(each.id, each) for each in off), key=lambda each: each.id))

    @staticmethod
    def _distance(each: OffPlan) -> tuple[int, int, str]:
        lacks = each.left_out.lacks if each.left_out else ()
        return sum(lack.what != "room" for lack in lacks), sum(lack.amount for lack in lacks), each.id

    def _close(self, off: tuple[OffPlan, ...]) -> tuple[CloseCall, ...]:
        entrances = ((each.id, each.entrance.instead) for each in off if each.entrance is not None)
        plans = ((name, instead) for name, instead in entrances if instead is not None)
        return close_calls(self.plan, plans, self.puzzle.musts)

    def _members(self) -> tuple[OneMember, ...]:
        worth: Mapping[str, int] = member_values(self.portfolio, self.puzzle.year, self.plan)
        paid = contributions(self.portfolio, tuple(self.plan.values()))
        return tuple(
            OneMember(member, worth[member], paid[member])
            for member in self.portfolio.partnership.members
            if member not in self.portfolio.absent
        )

    def _capacities(self) -> tuple[CapacityLeft, ...]:
        used = capacity_used(self.plan)
        return tuple(
            CapacityLeft(limit, there, used.get(limit, 0))
            for limit, there in sorted(self.puzzle.capacity.items())
        )

    def _groups(self) -> tuple[Group, ...] | None:
        """Look for groups that would do better; None where there are too many members to look."""
        too_many = len(self.portfolio.partnership.members) > MOST_MEMBERS_IN_GROUPS
        if self.solve is None or self.best.plan is None or too_many or self.portfolio.absent:
            return None
        own = problem(self.portfolio, self.puzzle.year, Constraints(hour=self.constraints.hour))
        return tuple(better_groups(self.portfolio, own, self.plan, self.solve))
