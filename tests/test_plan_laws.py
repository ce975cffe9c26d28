"""What must hold of every plan: what changes nothing, what can't lower the value, and a second proof."""

import tempfile
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from icteregie.analysis.plan.best import Best, best
from icteregie.analysis.plan.checker import entries
from icteregie.analysis.plan.clash import Clash, clash
from icteregie.analysis.plan.constraints import Constraints, Pin
from icteregie.analysis.plan.continuity import Keep
from icteregie.analysis.plan.greedy import greedy
from icteregie.analysis.plan.groups import coalitions
from icteregie.analysis.plan.problem import Column, Limit, Plan, value_of
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.quarters import moved
from icteregie.portfolio.portfolio import Portfolio
from tests import desk, puzzles
from tests.solving import by_cp_sat, by_highs, checked, planned, seen

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
SEEDS = range(6)


@cache
def puzzle(seed: int) -> Portfolio:
    """Give the puzzle of a seed; nothing changes it, so that it is made once for all laws."""
    return puzzles.portfolio(seed, size=14, years=2, teams=3, tightness=0.5)


@cache
def best_of(seed: int) -> Best:
    """Give the best plan of the puzzle of a seed, solved once for all laws about it."""
    return planned(puzzle(seed))


def starts(plan: Plan | None) -> set[tuple[str, int]]:
    return {(column.id, column.start) for column in (plan or {}).values()}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_is_right_when_reckoned_again(seed: int) -> None:
    portfolio = puzzle(seed)
    plan = best_of(seed).plan
    assert plan is not None
    again = checked(portfolio, plan)
    assert (again.wrong, again.value) == ((), value_of(plan))


@pytest.mark.parametrize("seed", SEEDS)
def test_by_hand_is_right_and_never_better(seed: int) -> None:
    portfolio = puzzle(seed)
    by_hand = greedy(problem(seen(portfolio), 2027), sorted(portfolio.initiatives))
    musts = problem(seen(portfolio), 2027).musts
    assert checked(portfolio, by_hand).wrong == ()
    plan = best_of(seed).plan
    assert plan is not None
    if musts.keys() & by_hand.keys() == musts.keys() & plan.keys():
        assert value_of(by_hand) <= value_of(plan)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_second_solver_finds_the_same(seed: int) -> None:
    pytest.importorskip("ortools", reason="the second solver isn't installed")
    made = problem(seen(puzzle(seed)), 2027)
    assert starts(best(made, by_cp_sat).plan) == starts(best_of(seed).plan)


def asked(seed: int, portfolio: Portfolio) -> Constraints:
    """Pins of all kinds, ceilings that bind, and a floor for each member."""
    first = best_of(seed).plan or {}
    on, off = sorted(first), sorted(portfolio.initiatives.keys() - first.keys())
    pins = {on[0]: Pin(is_in=False), on[1]: Pin(is_in=True, not_before=first[on[1]].start)}
    pins |= {on[2]: Pin(members=first[on[2]].members), off[0]: Pin(not_before=2027 * 4 + seed % 4)}
    return Constraints(pins=pins, ceilings={2027: {"noord": 200_000 + 50_000 * seed}}, floor=30 + 5 * seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_second_solver_finds_the_same_of_all_that_can_be_asked(seed: int) -> None:
    pytest.importorskip("ortools", reason="the second solver isn't installed")
    portfolio = puzzle(seed)
    earlier, constraints = Keep(entries(best_of(seed).plan or {}), 5), asked(seed, portfolio)
    made = problem(seen(portfolio), 2027, constraints)
    for keep in (None, earlier):
        found, again = best(made, by_highs, keep=keep), best(made, by_cp_sat, keep=keep)
        assert (again.plan is None, again.bound) == (found.plan is None, found.bound)
        assert starts(again.plan) == starts(found.plan)
        if found.plan is not None:
            assert checked(portfolio, found.plan, constraints).wrong == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_more_money_never_lowers_the_value(seed: int) -> None:
    portfolio = puzzle(seed)
    less, more = (planned(portfolio, Constraints(budget=Decimal(percent))) for percent in (0, 25))
    musts = problem(seen(portfolio), 2027).musts
    assert less.plan is not None
    assert more.plan is not None
    if musts.keys() & less.plan.keys() == musts.keys() & more.plan.keys():
        assert value_of(less.plan) <= value_of(more.plan)


@pytest.mark.parametrize("seed", SEEDS)
def test_pinning_what_is_on_changes_nothing(seed: int) -> None:
    portfolio = puzzle(seed)
    plan = best_of(seed).plan
    assert plan
    for name in list(plan)[::3]:
        assert starts(planned(portfolio, Constraints(pins={name: Pin(is_in=True)})).plan) == starts(plan)


@pytest.mark.parametrize("seed", SEEDS)
def test_taking_away_what_is_out_changes_nothing(seed: int) -> None:
    portfolio = puzzle(seed)
    plan = best_of(seed).plan
    assert plan is not None
    out = sorted(portfolio.initiatives.keys() - plan.keys())
    pins = {name: Pin(is_in=False) for name in out}
    assert starts(planned(portfolio, Constraints(pins=pins)).plan) == starts(plan)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_files_changes_nothing(seed: int) -> None:
    written = dict(puzzles.files(seed, size=14, years=2, teams=3, tightness=0.5))
    turned = {path.replace("/i", "/map/i"): written[path] for path in sorted(written, reverse=True)}
    with tempfile.TemporaryDirectory() as folder:
        other = desk.loaded(desk.portfolio(Path(folder), turned)).portfolio
    assert starts(planned(other).plan) == starts(best_of(seed).plan)


def test_a_pin_that_nothing_allows_makes_it_impossible() -> None:
    portfolio = puzzle(0)
    blocked = {name: Pin(is_in=True) for name in portfolio.initiatives}
    assert planned(portfolio, Constraints(pins=blocked)).plan is None


FAULTS = {
    "too-early": lambda column: replace(column, start=column.start - 20),
    "members": lambda column: replace(column, members=column.members[:1]),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_is_planted_in_a_plan_is_seen(fault: str) -> None:
    portfolio = puzzle(1)
    plan = dict(best_of(1).plan or {})
    name = next(iter(plan))
    plan[name] = FAULTS[fault](plan[name])
    assert name in {each.id for each in checked(portfolio, plan).wrong}


def test_one_more_than_fits_is_seen() -> None:
    portfolio = puzzle(1)
    made, plan = problem(seen(portfolio), 2027), dict(best_of(1).plan or {})
    for name, ways in made.columns.items():
        plan.setdefault(name, ways[0])
    faults = {each.fault for each in checked(portfolio, plan).wrong}
    assert "lacks" in faults


def test_what_waits_for_something_that_is_not_on_is_seen() -> None:
    portfolio = puzzle(1)
    made, plan = problem(seen(portfolio), 2027), dict(best_of(1).plan or {})
    link = made.links[0]
    plan[link.after] = made.columns[link.after][0]
    plan.pop(link.before, None)
    assert ("waits-for", link.after, link.before) in [
        (each.fault, each.id, each.other) for each in checked(portfolio, plan).wrong
    ]


def test_the_days_of_a_column_are_those_of_its_file_moved() -> None:
    portfolio = puzzle(2)
    for ways in problem(seen(portfolio), 2027).columns.values():
        for column in ways:
            assert_moved(portfolio, column)


def assert_moved(portfolio: Portfolio, column: Column) -> None:
    period = portfolio.initiatives[column.id].period
    assert period is not None
    assert (column.first, column.last) == (
        moved(period.first, column.moved),
        moved(period.last, column.moved),
    )


# --- groups and clashes ---

BOARD = "{value: {amsterdam: 5}, urgency: 3}"
SOUTH = "{value: {den-haag: 4, utrecht: 4}, urgency: 3}"


def of_two(folder: Path, first: str, second: str) -> Portfolio:
    return seen(desk.loaded(desk.portfolio(folder, {"a": first, "b": second})).portfolio)


def test_a_group_that_would_do_better_by_itself_is_found(tmp_path: Path) -> None:
    large = desk.initiative(score=BOARD, costs="{one_off: {2027: 6000000}}", priority="must")
    small = desk.initiative(
        score=SOUTH, costs="{one_off: {2027: 1000000}}", participants="[den-haag, utrecht]"
    )
    portfolio = of_two(tmp_path, large, small)
    made = problem(portfolio, 2027)
    plan = best(made, by_highs).plan
    assert plan is not None
    assert set(plan) == {"a"}
    found = coalitions(portfolio, made, plan, by_highs).better
    groups = [(each.members, set(each.plan), each.better) for each in found]
    assert (("den-haag", "utrecht"), {"b"}, {"den-haag": (0, 1200), "utrecht": (0, 1200)}) in groups
    assert not any("amsterdam" in members for members, _, _ in groups)


@pytest.mark.parametrize(("cost", "is_better"), [(1_903_846, True), (1_903_847, False)])
def test_a_group_has_its_part_of_the_money_to_the_euro(tmp_path: Path, cost: int, *, is_better: bool) -> None:
    """33 of 104 parts of € 6,000,000 are € 1,903,846."""
    large = desk.initiative(score=BOARD, costs="{one_off: {2027: 6000000}}", priority="must")
    small = desk.initiative(
        score=SOUTH, costs=f"{{one_off: {{2027: {cost}}}}}", participants="[den-haag, utrecht]"
    )
    portfolio = of_two(tmp_path, large, small)
    made = problem(portfolio, 2027)
    found = coalitions(portfolio, made, best(made, by_highs).plan or {}, by_highs).better
    assert (("den-haag", "utrecht") in [each.members for each in found]) is is_better


def test_a_clash_names_what_can_not_be_missed_and_its_limit(tmp_path: Path) -> None:
    each = desk.initiative(score=BOARD, costs="{one_off: {2027: 4000000}}", priority="must")
    made = problem(of_two(tmp_path, each, each), 2027)
    assert clash(made, by_highs) == Clash(("a", "b"), (Limit("one-off", 2027),))
