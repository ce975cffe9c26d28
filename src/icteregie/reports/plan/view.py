"""The plan of an agenda as a report: the best one that was found, checked and explained."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.plan.best import Best, Solve
from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.checker import Wrong, entries, reckon
from icteregie.analysis.plan.clash import Clash, clash
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.continuity import Keep
from icteregie.analysis.plan.greedy import capacity_used, greedy
from icteregie.analysis.plan.groups import Coalitions
from icteregie.analysis.plan.problem import (
    Column,
    Gaps,
    Limit,
    Must,
    Plan,
    Problem,
    cost_of,
    value_of,
)
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.ranking import ranked
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis
from icteregie.reports.plan.asked import FloorResult, Kept, asked_plan, kept, out_of_order
from icteregie.reports.plan.close_calls import CloseCall, close_calls
from icteregie.reports.plan.explained import OffPlan, clashing, explained
from icteregie.reports.plan.fairness import OneMember, SecondOpinion, fairness
from icteregie.reports.plan.later_years import LaterYear, cost_after, later_years

Outcome: TypeAlias = Literal["proved", "fewest-changes", "gap", "impossible", "by-hand"]


@dataclass(frozen=True, slots=True)
class Besides:
    """What is asked besides the best plan.

    An earlier plan to ``keep``: then it is the one of about as much value that changes it least. Ids to
    ``explain``, besides those that lack least. ``what_if`` is what is otherwise than in the files, as it was
    typed.
    """

    keep: Keep | None = None
    explain: Collection[str] = ()
    what_if: tuple[str, ...] = ()


NOTHING_BESIDES = Besides()


@dataclass(frozen=True, slots=True)
class OnPlan:
    """An initiative that is on, how, and why it has to be, if it does."""

    column: Column
    must: Must | None
    late: int = 0


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
    ``could`` are on while each ``should`` is out, where there are both. ``is_interrupted`` where somebody
    stopped the search.
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
    groups: Coalitions | None
    second: SecondOpinion | None
    floor: FloorResult | None
    kept: Kept | None
    could: tuple[str, ...]
    should: tuple[str, ...]
    gaps: Gaps
    wrong: tuple[Wrong, ...]
    what_if: tuple[str, ...] = ()
    is_interrupted: bool = False

    @property
    def portfolio(self) -> Portfolio:
        """What was read."""
        return self.basis.portfolio

    @property
    def better_at_most(self) -> int | None:
        """How much more value any plan can have; None where that isn't known."""
        return None if self.bound is None else max(self.bound - self.value, 0)


def plan_report(
    basis: Basis, year: int, constraints: Constraints, solve: Solve | None, besides: Besides = NOTHING_BESIDES
) -> PlanReport:
    """Make the plan of an agenda; without a solver as people do by hand."""
    puzzle = problem(basis.portfolio, year, constraints)
    return _Planning(basis, puzzle, constraints, solve, besides).report()


class _Planning:
    def __init__(
        self,
        basis: Basis,
        puzzle: Problem,
        constraints: Constraints,
        solve: Solve | None,
        besides: Besides,
    ) -> None:
        self.asked, self.what_if = besides.explain, besides.what_if
        self.basis, self.portfolio = basis, basis.portfolio
        self.puzzle, self.constraints, self.solve = puzzle, constraints, solve
        keep = besides.keep and besides.keep.among({*puzzle.columns, *puzzle.never})
        order = [i.id for i in ranked(self.portfolio, candidates(self.portfolio, puzzle.year))]
        self.by_hand = greedy(puzzle, order)
        self.best, self.floor = Best(self.by_hand, None, ()), None
        if solve is not None:
            self.best, self.floor = asked_plan(self.portfolio, puzzle, solve, self.by_hand, keep)
        self.plan: Plan = self.best.plan or {}
        self.kept = kept(keep, self.plan) if keep is not None and self.best.plan is not None else None

    def report(self) -> PlanReport:
        puzzle, plan = self.puzzle, self.plan
        solve = None if self.best.plan is None else self.solve
        off = explained(puzzle, self.best.plan, self.constraints.hour, solve, self.asked)
        years = tuple(sorted({quarter // 4 for quarter in puzzle.quarters}))
        left, clash = self._capacities(), self._clash()
        if clash is not None and self.best.plan is None and self.solve is not None:
            both = (*off, *clashing(puzzle, clash.ids, self.constraints.hour, self.solve))
            off = tuple(sorted(both, key=lambda each: each.id))
        fair = fairness(self.portfolio, puzzle, plan, self.constraints, solve)
        could, should = out_of_order(self.portfolio, plan.keys(), [each.id for each in off])
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
            members=fair.members,
            capacities=left,
            later=later_years(puzzle.year, ((each.limit, each.there, each.used) for each in left)),
            beyond=cost_after(plan, years[-1]),
            clash=clash,
            groups=fair.groups,
            second=fair.second,
            floor=self.floor,
            kept=self.kept,
            could=could,
            should=should,
            gaps=puzzle.gaps,
            wrong=self._wrong(),
            what_if=self.what_if,
        )

    def _outcome(self) -> Outcome:
        if self.solve is None:
            return "by-hand"
        if self.best.plan is None:
            return "impossible"
        if self.kept is not None:
            return "fewest-changes" if "changes" in self.best.proved and not self._wrong() else "gap"
        return "proved" if self.best.is_proved and not self._wrong() else "gap"

    def _wrong(self) -> tuple[Wrong, ...]:
        """Reckon the plan again from the files; a sum that differs is wrong too."""
        again = reckon(self.portfolio, self.puzzle.year, self.constraints, entries(self.plan))
        sums = [("value", again.value - value_of(self.plan)), ("cost", again.cost - cost_of(self.plan))]
        wrong = (Wrong("value" if name == "value" else "cost", amount=by) for name, by in sums if by)
        return (*again.wrong, *wrong)

    def _close(self, off: tuple[OffPlan, ...]) -> tuple[CloseCall, ...]:
        others = (
            (each.id, each.entrance.instead)
            for each in off
            if each.entrance is not None and each.entrance.is_best
        )
        plans = ((name, instead) for name, instead in others if instead is not None)
        return close_calls(self.plan, plans, self.puzzle.musts)

    def _capacities(self) -> tuple[CapacityLeft, ...]:
        used = capacity_used(self.plan)
        return tuple(
            CapacityLeft(limit, there, used.get(limit, 0))
            for limit, there in sorted(self.puzzle.capacity.items())
        )

    def _clash(self) -> Clash | None:
        """Name what has to be on and clashes; nothing where a floor is why there is no plan."""
        is_missed = bool(set(self.puzzle.musts) - set(self.plan))
        if self.best.plan is None and self.floor is not None:
            return None
        return clash(self.puzzle, self.solve) if self.solve is not None and is_missed else None
