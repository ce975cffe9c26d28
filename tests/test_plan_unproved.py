"""What is explained when the time is over before it is proved: it holds, and is said to be at most that."""

from dataclasses import replace
from pathlib import Path

import pytest

from icteregie.analysis.plan.best import Search, best
from icteregie.analysis.plan.changes import least_change
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.greedy import capacity_used
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.solver import Answer
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.plan.formats import FORMATS, PlanFormat
from icteregie.reports.basis import Basis
from icteregie.reports.plan.view import Besides, plan_report
from tests.desk import initiative, loaded
from tests.desk import portfolio as write
from tests.kept_plans import TWO_YEARS
from tests.solving import DAY, by_highs, seen

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
MARKS = "{value: {amsterdam: 3, rotterdam: 4, den-haag: 2, utrecht: 5}, urgency: 3}"


def in_a_hurry(search: Search) -> Answer:
    """Give a solution that nobody has proved, where something is explained."""
    answer = by_highs(search)
    return replace(answer, is_proved=False) if search.phase == "explaining" else answer


def crowded(search: Search) -> Answer:
    """Give of answers that need as little room the one with most on."""
    count = len(search.of.columns)
    weights = (1,) * count + tuple(1_000 * weight for weight in search.weights[count:])
    return by_highs(replace(search, weights=weights))


def wanting(folder: Path) -> Portfolio:
    """Two that together ask for € 100,000 more than there is, and one that costs nothing."""
    files = {
        name: initiative(score=MARKS, costs=f"{{one_off: {{2027: {cost}}}}}")
        for name, cost in (("a", 1_000_000), ("b", 1_100_000), ("c", 0))
    }
    partnership = TWO_YEARS.replace("one_off: 6000000", "one_off: 2000000")
    return seen(loaded(write(folder, files, partnership)).portfolio)


def test_the_room_of_a_change_is_what_its_plan_takes_too_much(tmp_path: Path) -> None:
    puzzle = problem(wanting(tmp_path), 2027)
    plan = best(puzzle, by_highs).plan or {}
    out = next(name for name in puzzle.columns if name not in plan)
    change = least_change(puzzle, plan, out, in_a_hurry, 100)
    assert change is not None
    assert not change.is_proved
    used = capacity_used(change.plan)
    over = {limit: used[limit] - there for limit, there in puzzle.capacity.items() if used[limit] > there}
    assert change.capacity == over != {}


def test_nobody_else_is_on_in_a_change(tmp_path: Path) -> None:
    puzzle = problem(wanting(tmp_path), 2027)
    ways = puzzle.columns
    change = least_change(puzzle, {"a": ways["a"][0]}, "b", crowded, 100)
    assert change is not None
    assert sorted(change.plan) == ["a", "b"]


def test_what_it_waits_for_comes_with_it(tmp_path: Path) -> None:
    first, then = ({"score": MARKS, "period": f"{{start: {q}, end: {q}}}"} for q in ("2027-Q1", "2027-Q3"))
    files = {
        "a": initiative(**first, costs="{one_off: {2027: 7000000}}"),
        "b": initiative(**then, costs="{one_off: {2027: 1000}}", depends_on="[a]"),
    }
    puzzle = problem(seen(loaded(write(tmp_path, files)).portfolio), 2027)
    change = least_change(puzzle, {}, "b", by_highs, 100)
    assert change is not None
    assert sorted(change.plan) == ["a", "b"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "misschien kan het met minder. Het beste plan met dit erbij heeft minstens evenveel"),
        ("en", "less may do. The best plan with it has at least as much"),
    ],
)
def test_what_is_not_proved_is_said_to_be_a_limit(tmp_path: Path, language: Language, said: str) -> None:
    portfolio = wanting(tmp_path)
    besides = Besides(explain=("a", "b"))
    report = plan_report(Basis(portfolio, DAY), 2027, Constraints(), in_a_hurry, besides)
    assert said in FORMATS[PlanFormat.md]()(report, language)
    proved = plan_report(Basis(portfolio, DAY), 2027, Constraints(), by_highs, besides)
    assert said not in FORMATS[PlanFormat.md]()(proved, language)
