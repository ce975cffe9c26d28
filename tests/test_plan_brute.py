"""The best plan of small puzzles, against all that there are."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import settings

from icteregie.analysis.plan import solver
from icteregie.analysis.plan.best import best
from icteregie.analysis.plan.checker import Entry, Reckoned, reckon
from icteregie.analysis.plan.constraints import Constraints, Pin
from icteregie.analysis.plan.laid_down import laid_down
from icteregie.analysis.plan.model import tie_break
from icteregie.analysis.plan.problem import MUSTS, Column, Problem
from icteregie.analysis.plan.puzzle import problem
from icteregie.portfolio.portfolio import Portfolio
from tests import desk, puzzles
from tests.solving import by_highs, seen

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")

NOTHING = Constraints()
TENS = range(settings().max_examples // 16)
"""Tens of puzzles, made from a seed: more of them in the long profile."""


def every_plan(puzzle: Problem) -> Iterator[tuple[Column, ...]]:
    for chosen in product(*([None, *ways] for ways in puzzle.columns.values())):
        yield tuple(column for column in chosen if column is not None)


def worth(puzzle: Problem, plan: tuple[Column, ...], reckoned: Reckoned) -> tuple[int, ...]:
    """Weigh a plan by what the checker reckoned: musts by kind, value, cost, how early, and the tie-break."""
    held = [sum(puzzle.musts.get(column.id) == must for column in plan) for must in MUSTS[1:]]
    early = sum(max(column.start - puzzle.year * 4, 0) for column in plan)
    return (*held, reckoned.value, -reckoned.cost, -early, sum(tie_break(column) for column in plan))


def weighed(
    portfolio: Portfolio, puzzle: Problem, constraints: Constraints, plan: tuple[Column, ...]
) -> tuple[tuple[int, ...], bool]:
    """Give what a plan is worth, and whether it is right."""
    entries = tuple(Entry(column.id, column.start, column.members) for column in plan)
    reckoned = reckon(portfolio, puzzle.year, constraints, entries)
    return worth(puzzle, plan, reckoned), not reckoned.wrong


class Parts:
    """What all plans are worth, from what each initiative is worth alone, in each way to do it."""

    def __init__(self, portfolio: Portfolio, puzzle: Problem, constraints: Constraints = NOTHING) -> None:
        self.nothing = weighed(portfolio, puzzle, constraints, ())[0]
        every = [column for each in puzzle.columns.values() for column in each]
        self.alone = {way(column): weighed(portfolio, puzzle, constraints, (column,))[0] for column in every}

    def worth(self, plan: tuple[Column, ...]) -> tuple[int, ...]:
        every = (self.nothing, *(self.alone[way(column)] for column in plan))
        return tuple(map(sum, zip(*every, strict=True)))


def best_of_all(
    portfolio: Portfolio, puzzle: Problem, constraints: Constraints = NOTHING
) -> frozenset[tuple[str, int, tuple[str, ...]]]:
    """Check all plans from the best down, until one is right."""
    parts = Parts(portfolio, puzzle, constraints)
    ranked = sorted(((parts.worth(plan), plan) for plan in every_plan(puzzle)), key=lambda each: each[0])
    for expected, plan in reversed(ranked):
        found, is_right = weighed(portfolio, puzzle, constraints, plan)
        assert found == expected
        if is_right:
            return ways(plan)
    raise AssertionError("no plan is right, not even one with nothing on it")


def ways(plan: Iterable[Column]) -> frozenset[tuple[str, int, tuple[str, ...]]]:
    return frozenset(way(column) for column in plan)


def way(column: Column) -> tuple[str, int, tuple[str, ...]]:
    return column.id, column.start, column.members


@cache
def one_year(seed: int) -> Portfolio:
    return seen(puzzles.portfolio(seed, size=4, years=1, teams=2, tightness=0.3 + (seed % 4) / 10))


@cache
def best_of_one_year(seed: int) -> frozenset[tuple[str, int, tuple[str, ...]]]:
    return best_of_all(one_year(seed), problem(one_year(seed), 2027))


@pytest.mark.parametrize("small", [solver.SMALL, 0], ids=["small", "as-large"])
@pytest.mark.parametrize("tens", TENS)
def test_nothing_better_exists(tens: int, small: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "SMALL", small)  # so that what is tiny is asked as what is large, too
    for seed in range(10 * tens, 10 * tens + 10):
        found = best(problem(one_year(seed), 2027), by_highs)
        assert found.plan is not None
        assert found.is_whole
        assert best_of_one_year(seed) == ways(found.plan.values()), seed


@pytest.mark.parametrize("seed", range(4))
def test_a_plan_is_worth_what_its_parts_are(seed: int) -> None:
    """This is why the plans below the best one that is right need no look."""
    puzzle = problem(one_year(seed), 2027)
    parts = Parts(one_year(seed), puzzle)
    for plan in every_plan(puzzle):
        assert weighed(one_year(seed), puzzle, NOTHING, plan)[0] == parts.worth(plan)


def laid_down_by(seed: int) -> str:
    """Write ceilings of two members that bind, and a pin by member and by quarter."""
    return (
        f"pins:\n  i000: {{members: [noord, oost, zuid]}}\n  i001: {{not_before: 2027-Q{1 + seed % 3}}}\n"
        f"ceilings:\n  2027: {{noord: {20_000 + 9_000 * (seed % 5)}, west: {3_000 + 4_000 * (seed % 4)}}}\n"
    )


@pytest.mark.parametrize("seed", range(8))
def test_nothing_better_exists_within_ceilings_and_pins(tmp_path: Path, seed: int) -> None:
    files = dict(puzzles.files(seed, size=3, years=1, teams=2, tightness=0.9))
    for name in (name for name in files if name.startswith("initiatives/")):
        files[name] += "minimum_participants: 3\n"
    root = desk.portfolio(tmp_path, {**files, "plans/2027.yaml": laid_down_by(seed)})
    portfolio = seen(desk.loaded(root).portfolio)
    constraints = laid_down(portfolio.plans[2027])
    puzzle = problem(portfolio, 2027, constraints)
    found = best(puzzle, by_highs)
    assert found.plan is not None
    assert best_of_all(portfolio, puzzle, constraints) == ways(found.plan.values())


@pytest.mark.parametrize("tens", range(3))
def test_nothing_better_exists_with_what_is_on_and_off(tens: int) -> None:
    """Where no plan has all that is pinned, there is none; a brute force knows no clashes."""
    found_impossible = False
    for seed in range(10 * tens, 10 * tens + 10):
        portfolio = one_year(seed)
        names = sorted(problem(portfolio, 2027).columns)
        pins = {name: Pin(is_in=number != seed % 3) for number, name in enumerate(names[:3])}
        constraints = Constraints(pins=pins)
        puzzle = problem(portfolio, 2027, constraints)
        found = best(puzzle, by_highs)
        every = any_plan(portfolio, puzzle, constraints)
        assert found.is_impossible is not every, seed
        found_impossible = found_impossible or found.is_impossible
        if found.plan is not None:
            assert best_of_all(portfolio, puzzle, constraints) == ways(found.plan.values()), seed
    assert found_impossible


def any_plan(portfolio: Portfolio, puzzle: Problem, constraints: Constraints) -> bool:
    return any(weighed(portfolio, puzzle, constraints, plan)[1] for plan in every_plan(puzzle))
