"""A floor under each member's share of the value, against all plans of small puzzles, and at its edges."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import settings

from icteregie.analysis.plan.best import best
from icteregie.analysis.plan.checker import Entry, Reckoned, entries, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.continuity import Keep
from icteregie.analysis.plan.floors import floors
from icteregie.analysis.plan.groups import stand_alone
from icteregie.analysis.plan.lacking import Lacks, lacking
from icteregie.analysis.plan.problem import MUSTS, Column, Floor, Problem, value_of
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.solver import Answer
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.plan.asked import asked_plan
from tests import desk, puzzles
from tests.solving import by_highs, seen

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
TIMES = {"should": Fraction(3, 2), "could": Fraction(1, 2)}
WEIGHTS = {"noord": Fraction(38, 104), "oost": Fraction(33, 104), "zuid": Fraction(23, 104)}
WEIGHTS["west"] = Fraction(10, 104)


@cache
def small(seed: int) -> Portfolio:
    return seen(puzzles.portfolio(seed, size=4, years=1, teams=2, tightness=0.3 + (seed % 4) / 10))


def every_plan(puzzle: Problem) -> Iterator[tuple[Column, ...]]:
    for chosen in product(*([None, *ways] for ways in puzzle.columns.values())):
        yield tuple(column for column in chosen if column is not None)


def is_fair(portfolio: Portfolio, plan: tuple[Column, ...], percent: int, value: int) -> bool:
    """Whether each member gets its percentage of its weight, from marks and starts alone."""
    got = dict.fromkeys(WEIGHTS, 0)
    for column in plan:
        initiative = portfolio.initiatives[column.id]
        assert initiative.score is not None
        times = TIMES.get(initiative.priority or "", Fraction(1))
        for member in column.members:
            mark, urgency = initiative.score.value_for(member), initiative.score.urgency
            got[member] += int((mark or 0) * (urgency or 1) * 100 * times)
    least = {member: int(part * percent * 100) for member, part in WEIGHTS.items()}
    return value > 0 and all(got[member] * 10_000 >= least[member] * value for member in WEIGHTS)


def ways(plan: Iterable[Column]) -> frozenset[tuple[str, int, tuple[str, ...]]]:
    return frozenset((column.id, column.start, column.members) for column in plan)


def of_all(seed: int, percent: int) -> int | None:
    """Give the most value of the fair plans that have most musts; None where none of these is fair."""
    return max((value for value, _ in fair_plans(seed, percent)), default=None)


def fair_plans(seed: int, percent: int) -> list[tuple[int, tuple[Column, ...]]]:
    """List the fair plans that have most musts, with their value."""
    return [
        (value, plan) for value, plan in with_most_musts(seed) if is_fair(small(seed), plan, percent, value)
    ]


@cache
def with_most_musts(seed: int) -> list[tuple[int, tuple[Column, ...]]]:
    """List the plans that are right and have most musts, with their value; a floor is no part of it."""
    puzzle, found = problem(small(seed), 2027), []
    for plan in every_plan(puzzle):
        entries = tuple(Entry(column.id, column.start, column.members) for column in plan)
        reckoned: Reckoned = reckon(small(seed), puzzle.year, Constraints(), entries)
        if not reckoned.wrong:
            held = tuple(sum(puzzle.musts.get(column.id) == must for column in plan) for must in MUSTS[1:])
            found.append((held, reckoned.value, plan))
    most = max(held for held, _, _ in found)
    return [(value, plan) for held, value, plan in found if held == most]


@pytest.mark.parametrize("percent", [40, 70, 90, 100])
@pytest.mark.parametrize("tens", range(settings().max_examples // 50))
def test_no_fair_plan_has_more_value(tens: int, percent: int) -> None:
    for seed in range(10 * tens, 10 * tens + 10):
        portfolio = small(seed)
        puzzle = problem(portfolio, 2027, Constraints(floor=percent))
        found = best(puzzle, by_highs).plan
        assert (value_of(found) if found else None) == of_all(seed, percent), seed


@pytest.mark.parametrize("percent", [40, 55, 70])
def test_of_the_fair_plans_of_about_as_much_value_the_nearest_is_kept(percent: int) -> None:
    """``--keep`` with ``--floor``: first the floor, and within a quarter of the value the fewest changes."""
    spare, compared = 25, 0
    for seed in range(20):
        portfolio = small(seed)
        puzzle = problem(portfolio, 2027, Constraints(floor=percent))
        plans = [(value, ways(plan)) for value, plan in fair_plans(seed, percent)]
        chosen = Random(seed).choice(list(every_plan(puzzle)))  # noqa: S311 - any plan will do
        earlier = {column.id: column for column in chosen}
        made = best(puzzle, by_highs, keep=Keep(entries(earlier), spare))
        assert (made.plan is None) is not bool(plans), seed
        if made.plan is None:
            continue
        before, highest = ways(earlier.values()), max(value for value, _ in plans)
        within = [(value, plan) for value, plan in plans if value * 100 >= highest * (100 - spare)]
        fewest = min(len({each[0] for each in before ^ plan}) for _, plan in within)
        worth = max(v for v, plan in within if len({each[0] for each in before ^ plan}) == fewest)
        after = ways(made.plan.values())
        assert (made.bound, value_of(made.plan)) == (highest, worth), seed
        assert len({each[0] for each in before ^ after}) == fewest, seed
        compared += fewest > 0
    assert compared


@pytest.mark.parametrize("seed", range(12))
def test_the_highest_floor_is_reached_and_one_percent_more_is_not(seed: int) -> None:
    portfolio = small(seed)
    puzzle = problem(portfolio, 2027, Constraints(floor=100))
    found, result = asked_plan(portfolio, puzzle, by_highs, {}, None)
    if found.plan is None:
        assert result is not None
        assert result.highest is not None
        assert of_all(seed, result.highest) is not None or result.highest == 0
        assert of_all(seed, result.highest + 1) is None


def of_two(folder: Path, **keys: str) -> Portfolio:
    """One that only Amsterdam gains by, and one that only Utrecht does; their money is enough for both."""
    first = desk.initiative(score="{value: {amsterdam: 5}, urgency: 4}", costs="{one_off: {2027: 100}}")
    second = desk.initiative(
        **{"score": "{value: {utrecht: 5}, urgency: 1}", "costs": "{one_off: {2027: 100}}", **keys}
    )
    members = "members: {amsterdam: {name: Amsterdam}, utrecht: {name: Utrecht}}\n"
    own = (
        f"format: 1\nname: Twee\nlanguage: nl\n{members}"
        "cost_keys: {size: {label: omvang, weights: {amsterdam: 3, utrecht: 1}}}\ndefault_cost_key: size\n"
        "agendas:\n  2027: {intake_closes: 2026-07-01, dossier_closes: 2026-08-27, advice: 2026-09-24, "
        "decision: 2026-10-08, budget: {one_off: 200}}\nteams: {platform: Platform}\n"
        "history: {since: 2100-01-01}\n"
    )
    files = {
        "regie.yaml": own,
        "initiatives/a.yaml": first.replace("den-haag", "amsterdam"),
        "initiatives/b.yaml": second,
    }
    return seen(desk.loaded(desk.portfolio(folder, files)).portfolio)


def test_a_floor_is_the_weight_in_the_default_key_rounded_down(tmp_path: Path) -> None:
    portfolio = of_two(tmp_path)
    assert floors(portfolio, 2027, 33) == (Floor("amsterdam", 2475), Floor("utrecht", 825))
    assert floors(portfolio, 2027, 0) == ()


@pytest.mark.parametrize(("percent", "reached"), [(80, True), (81, False)])
def test_exactly_the_floor_is_enough(tmp_path: Path, percent: int, *, reached: bool) -> None:
    """Utrecht gets 500 of 2,500: 20 % of the value, which is 80 % of its weight of 25 %."""
    portfolio = of_two(tmp_path)
    puzzle = problem(portfolio, 2027, Constraints(floor=percent))
    found, result = asked_plan(portfolio, puzzle, by_highs, {}, None)
    assert (set(found.plan or {}) == {"a", "b"}) is reached
    assert result is not None
    assert result.highest == (None if reached else 80)


def test_a_plan_below_the_floor_is_seen_by_the_checker(tmp_path: Path) -> None:
    portfolio = of_two(tmp_path)
    entry = Entry("a", 2027 * 4, portfolio.participants(portfolio.initiatives["a"]))
    wrong = reckon(portfolio, 2027, Constraints(floor=50), (entry,)).wrong
    assert [(each.fault, each.other, each.amount) for each in wrong] == [("floor", "utrecht", 250)]


def test_what_a_floor_keeps_out_lacks_only_that(tmp_path: Path) -> None:
    portfolio = of_two(tmp_path)
    puzzle = problem(portfolio, 2027, Constraints(floor=81))
    plan = {"b": puzzle.columns["b"][0]}
    (left_out,) = lacking(replace(puzzle), plan, 100)
    assert left_out.lacks == (Lacks("floor", other="utrecht"),)


def test_a_value_alone_that_was_not_found_is_not_nothing(tmp_path: Path) -> None:
    """Where time is over nobody knows what Utrecht would get by itself; Amsterdam has nothing to choose."""
    portfolio = of_two(tmp_path, participants="[utrecht]", costs="{one_off: {2027: 50}}", submitter="utrecht")
    puzzle = problem(portfolio, 2027)

    def out_of_time(*_: Any, **__: Any) -> Answer:
        return Answer(None, None, is_proved=False)

    assert stand_alone(portfolio, puzzle, out_of_time) == {"amsterdam": 0}
    assert stand_alone(portfolio, puzzle, by_highs) == {"amsterdam": 0, "utrecht": 500}
