"""The best plan under what was asked besides: a floor for each member, or close to an earlier plan."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from icteregie.analysis.plan.best import Best, Solve, best
from icteregie.analysis.plan.checker import entries
from icteregie.analysis.plan.continuity import Differences, Keep, differences
from icteregie.analysis.plan.floors import below, highest
from icteregie.analysis.plan.problem import Floor, Plan, Problem, value_of
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class FloorResult:
    """The least that each member gets of the value, and what that costs.

    ``without`` is the value of the best plan without it. ``highest`` is the highest whole percentage that
    a plan can reach, where it can't reach the one that was asked; ``missed`` are the floors that the plan
    doesn't reach because time was over.
    """

    floors: tuple[Floor, ...]
    without: int
    highest: int | None = None
    missed: tuple[Floor, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """The earlier plan that was kept to, and what the plan changes in it."""

    earlier: Keep
    changes: Differences


def asked_plan(
    portfolio: Portfolio, puzzle: Problem, solve: Solve, by_hand: Plan, keep: Keep | None
) -> tuple[Best, FloorResult | None]:
    """Find the best plan, and what a floor costs of its value."""
    if not puzzle.floors:
        return best(puzzle, solve, by_hand, keep=keep), None
    free = best(replace(puzzle, floors=()), solve, by_hand)
    if free.plan is None:
        return free, None
    without = value_of(free.plan)
    if keep is None and not below(puzzle.floors, free.plan):
        return free, FloorResult(puzzle.floors, without)
    result = best(puzzle, solve, free.plan, keep=keep)
    if result.is_impossible or result.plan is None:
        percent = highest(portfolio, replace(puzzle, floors=()), free.plan, solve)
        return result, FloorResult(puzzle.floors, without, highest=percent)
    return result, FloorResult(puzzle.floors, without, missed=below(puzzle.floors, result.plan))


def out_of_order(
    portfolio: Portfolio, on: Collection[str], out: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List the coulds that are on and the shoulds that are out, by id, where there are both."""

    def having(names: Collection[str], priority: str) -> tuple[str, ...]:
        return tuple(name for name in sorted(names) if portfolio.initiatives[name].priority == priority)

    could, should = having(on, "could"), having(out, "should")
    return (could, should) if could and should else ((), ())


def kept(keep: Keep, plan: Plan) -> Kept:
    """Say what a plan changes in the earlier one that it was kept to."""
    return Kept(keep, differences(keep.earlier, entries(plan)))
