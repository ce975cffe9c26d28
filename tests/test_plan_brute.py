"""The best plan of small puzzles, against all that there are."""

from collections.abc import Iterator
from itertools import product

import pytest

from icteregie.analysis.plan.best import best
from icteregie.analysis.plan.checker import Entry, Reckoned, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.model import tie_break
from icteregie.analysis.plan.problem import MUSTS, Column, Problem
from icteregie.analysis.plan.puzzle import problem
from icteregie.portfolio.portfolio import Portfolio
from tests import puzzles
from tests.solving import by_highs, seen

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")


def every_plan(puzzle: Problem) -> Iterator[tuple[Column, ...]]:
    for chosen in product(*([None, *ways] for ways in puzzle.columns.values())):
        yield tuple(column for column in chosen if column is not None)


def worth(puzzle: Problem, plan: tuple[Column, ...], reckoned: Reckoned) -> tuple[int, ...]:
    """Weigh a plan by what the checker reckoned: musts by kind, value, cost, how early, and the tie-break."""
    held = [sum(puzzle.musts.get(column.id) == must for column in plan) for must in MUSTS[1:]]
    early = sum(max(column.start - puzzle.year * 4, 0) for column in plan)
    return (*held, reckoned.value, -reckoned.cost, -early, sum(tie_break(column) for column in plan))


def best_of_all(portfolio: Portfolio, puzzle: Problem) -> tuple[tuple[int, ...], frozenset[tuple[str, int]]]:
    found = []
    for plan in every_plan(puzzle):
        entries = tuple(Entry(column.id, column.start, column.members) for column in plan)
        reckoned = reckon(portfolio, puzzle.year, Constraints(), entries)
        if not reckoned.wrong:
            found.append((worth(puzzle, plan, reckoned), frozenset((c.id, c.start) for c in plan)))
    return max(found)


@pytest.mark.parametrize("tens", range(20))
def test_nothing_better_exists(tens: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        made = puzzles.portfolio(seed, size=4, years=1, teams=2, tightness=0.3 + (seed % 4) / 10)
        portfolio = seen(made)
        puzzle = problem(portfolio, 2027)
        found = best(puzzle, by_highs)
        assert found.plan is not None
        assert found.is_whole
        assert best_of_all(portfolio, puzzle)[1] == {(c.id, c.start) for c in found.plan.values()}, seed
