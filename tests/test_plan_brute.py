"""The best plan of small puzzles, against all that there are."""

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import pytest

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


def every_plan(puzzle: Problem) -> Iterator[tuple[Column, ...]]:
    for chosen in product(*([None, *ways] for ways in puzzle.columns.values())):
        yield tuple(column for column in chosen if column is not None)


def worth(puzzle: Problem, plan: tuple[Column, ...], reckoned: Reckoned) -> tuple[int, ...]:
    """Weigh a plan by what the checker reckoned: musts by kind, value, cost, how early, and the tie-break."""
    held = [sum(puzzle.musts.get(column.id) == must for column in plan) for must in MUSTS[1:]]
    early = sum(max(column.start - puzzle.year * 4, 0) for column in plan)
    return (*held, reckoned.value, -reckoned.cost, -early, sum(tie_break(column) for column in plan))


def best_of_all(
    portfolio: Portfolio, puzzle: Problem, constraints: Constraints = NOTHING
) -> frozenset[tuple[str, int, tuple[str, ...]]]:
    found = []
    for plan in every_plan(puzzle):
        entries = tuple(Entry(column.id, column.start, column.members) for column in plan)
        reckoned = reckon(portfolio, puzzle.year, constraints, entries)
        if not reckoned.wrong:
            found.append((worth(puzzle, plan, reckoned), ways(plan)))
    return max(found)[1]


def ways(plan: Iterable[Column]) -> frozenset[tuple[str, int, tuple[str, ...]]]:
    return frozenset((column.id, column.start, column.members) for column in plan)


@pytest.mark.parametrize("small", [solver.SMALL, 0], ids=["small", "as-large"])
@pytest.mark.parametrize("tens", range(20))
def test_nothing_better_exists(tens: int, small: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "SMALL", small)  # so that what is tiny is asked as what is large, too
    for seed in range(10 * tens, 10 * tens + 10):
        made = puzzles.portfolio(seed, size=4, years=1, teams=2, tightness=0.3 + (seed % 4) / 10)
        portfolio = seen(made)
        puzzle = problem(portfolio, 2027)
        found = best(puzzle, by_highs)
        assert found.plan is not None
        assert found.is_whole
        assert best_of_all(portfolio, puzzle) == ways(found.plan.values()), seed


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
        portfolio = seen(puzzles.portfolio(seed, size=4, years=1, teams=2, tightness=0.3 + (seed % 4) / 10))
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
    for plan in every_plan(puzzle):
        entries = tuple(Entry(column.id, column.start, column.members) for column in plan)
        if not reckon(portfolio, puzzle.year, constraints, entries).wrong:
            return True
    return False
