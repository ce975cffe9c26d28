"""A plan that stays close to an earlier one: the fewest changes, against all plans of small puzzles."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from random import Random

import pytest
from hypothesis import settings

from icteregie.analysis.plan.best import Best, best
from icteregie.analysis.plan.checker import Entry, entries, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.continuity import Differences, Keep, differences
from icteregie.analysis.plan.problem import MUSTS, Column, Problem
from icteregie.analysis.plan.puzzle import problem
from tests import puzzles
from tests.solving import by_highs, seen

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
Weighed = tuple[tuple[int, ...], int, tuple[Entry, ...]]


@cache
def every_plan(seed: int) -> tuple[Problem, list[Weighed]]:
    """List all plans that hold, each with its musts by kind, its value, and who is on."""
    portfolio = seen(puzzles.portfolio(seed, size=4, years=1, teams=2, tightness=0.3 + (seed % 4) / 10))
    puzzle = problem(portfolio, 2027)
    found = []
    for plan in _chosen(puzzle):
        on = tuple(Entry(column.id, column.start, column.members) for column in plan)
        reckoned = reckon(portfolio, 2027, Constraints(), on)
        if not reckoned.wrong:
            held = tuple(sum(puzzle.musts.get(column.id) == must for column in plan) for must in MUSTS[1:])
            found.append((held, reckoned.value, on))
    return puzzle, found


def _chosen(puzzle: Problem) -> Iterator[tuple[Column, ...]]:
    for chosen in product(*([None, *ways] for ways in puzzle.columns.values())):
        yield tuple(column for column in chosen if column is not None)


def changes(earlier: tuple[Entry, ...], plan: tuple[Entry, ...]) -> int:
    """Count who isn't in both plans alike, without the code under test."""
    before, after = ({(each.id, each.start, each.members) for each in one} for one in (earlier, plan))
    return len({name for name, _, _ in before ^ after})


def kept(puzzle: Problem, earlier: tuple[Entry, ...], spare: int) -> tuple[Best, int, int]:
    """Plan again beside an earlier plan: what comes out, its changes and its value."""
    made = best(puzzle, by_highs, keep=Keep(earlier, spare))
    assert made.plan is not None
    assert made.is_whole
    on = entries(made.plan)
    return made, changes(earlier, on), sum(column.value for column in made.plan.values())


@pytest.mark.parametrize("spare", [0, 1, 25, 100])
@pytest.mark.parametrize("tens", range(settings().max_examples // 33))
def test_no_plan_of_about_as_much_value_changes_less(tens: int, spare: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        puzzle, plans = every_plan(seed)
        earlier = Random(seed).choice(plans)[2]  # noqa: S311 - any plan will do
        most = max(held for held, _, _ in plans)
        values = [(value, on) for held, value, on in plans if held == most]
        highest = max(value for value, _ in values)
        within = [(value, on) for value, on in values if value * 100 >= highest * (100 - spare)]
        fewest = min(changes(earlier, on) for _, on in within)
        worth = max(value for value, on in within if changes(earlier, on) == fewest)
        made, count, value = kept(puzzle, earlier, spare)
        assert (made.bound, count, value) == (highest, fewest, worth), seed


def test_the_best_plan_kept_is_the_best_plan() -> None:
    for seed in range(6):
        puzzle = problem(seen(puzzles.portfolio(seed, size=14, years=2, teams=3, tightness=0.5)), 2027)
        plan = best(puzzle, by_highs).plan
        assert plan is not None
        assert best(puzzle, by_highs, keep=Keep(entries(plan))).plan == plan


def test_what_is_no_candidate_any_more_holds_nothing_up() -> None:
    puzzle = problem(seen(puzzles.portfolio(1, size=14, years=2, teams=3, tightness=0.5)), 2027)
    plan = best(puzzle, by_highs).plan
    assert plan is not None
    gone = Entry("adopted-since", puzzle.year * 4, ("noord",))
    assert best(puzzle, by_highs, keep=Keep((*entries(plan), gone))).plan == plan


ENTRY = Entry("a", 8108, ("noord", "oost"))


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ((ENTRY,), (ENTRY,), Differences()),
        ((ENTRY,), (Entry("a", 8108, ("oost", "noord")),), Differences()),
        ((), (ENTRY,), Differences(entered=("a",))),
        ((ENTRY,), (), Differences(left=("a",))),
        ((ENTRY,), (Entry("a", 8109, ("noord", "oost")),), Differences(moved=("a",))),
        ((ENTRY,), (Entry("a", 8108, ("noord",)),), Differences(members=("a",))),
        ((ENTRY,), (Entry("a", 8109, ("noord",)),), Differences(moved=("a",), members=("a",))),
    ],
)
def test_what_differs_is_named(
    before: tuple[Entry, ...], after: tuple[Entry, ...], found: Differences
) -> None:
    assert differences(before, after) == found
    assert differences(before, after).count == (found != Differences())
