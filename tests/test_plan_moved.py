"""A plan carried out in a portfolio: what moves, to the euro, the hour and the day, and what stays."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from icteregie.analysis.plan.checker import Entry, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.greedy import greedy
from icteregie.analysis.plan.moved import moved_moment, placed, planned
from icteregie.analysis.plan.problem import Column, Limit, cost_of, value_of
from icteregie.analysis.plan.puzzle import problem
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import moment
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import PARTNERSHIP, initiative, loaded
from tests.desk import portfolio as write
from tests.puzzles import portfolio as puzzle
from tests.solving import seen

MORE_YEARS = "".join(
    f"  {year}:\n    intake_closes: {year - 1}-07-01\n    dossier_closes: {year - 1}-08-26\n"
    f"    advice: {year - 1}-09-23\n    decision: {year - 1}-10-07\n    budget: {{one_off: 1000000}}\n"
    for year in (2028, 2029)
)
THREE_YEARS = PARTNERSHIP.replace("domains:\n", f"{MORE_YEARS}domains:\n")
WIDE = "{earliest: 2027-Q1, latest: 2033-Q4}"
MARKS = "{value: 3, urgency: 2}"
EVERYONE = ("amsterdam", "rotterdam", "den-haag", "utrecht")


def read(folder: Path, files: Mapping[str, str]) -> Portfolio:
    made = loaded(write(folder, dict(files), THREE_YEARS)).portfolio
    assert not made.unreadable
    return seen(made)


def at(folder: Path, quarters: int, members: tuple[str, ...] = EVERYONE, **keys: str | None) -> Initiative:
    """Entry one initiative so many quarters after the first of 2027."""
    made = read(folder, {"a": initiative(**{"window": WIDE, "score": MARKS, **keys})})
    return placed(made, made.initiatives["a"], Entry("a", 2027 * 4 + quarters, members), 2027)


# --- moments ---


@pytest.mark.parametrize(
    ("text", "quarters", "then"),
    [
        ("2027-Q1", 1, "2027-Q2"),
        ("2027-Q4", 1, "2028-Q1"),
        ("2027-Q2", -2, "2026-Q4"),
        ("2027-11", 1, "2028-02"),
        ("2027-02", 4, "2028-02"),
        ("2027-02-28", 4, "2028-02-29"),
        ("2028-02-29", 4, "2029-02-28"),
        ("2027-06-30", 1, "2027-09-30"),
        ("2027-03-31", 1, "2027-06-30"),
        ("2027-01-15", 3, "2027-10-15"),
        ("2027-11-30", 1, "2028-02-29"),
        ("2027-11-29", 5, "2029-02-28"),
    ],
)
def test_a_moment_moves_and_stays_what_it_is(text: str, quarters: int, then: str) -> None:
    assert moved_moment(moment(text), quarters) == moment(then)


# --- what moves ---


def test_a_period_moves_as_it_was_written(tmp_path: Path) -> None:
    then = at(tmp_path, 3, period="{start: 2027-02-28, end: 2027-Q4}").period
    assert then is not None
    assert [each.text for each in then.moments] == ["2027-11-30", "2028-Q3"]


def test_a_milestone_moves(tmp_path: Path) -> None:
    then = at(tmp_path, 1, period="{end: 2027-01-31}").period
    assert then is not None
    assert [each.text for each in then.moments] == ["2027-04-30"]


def test_euros_left_over_stay_in_the_quarter_to_which_they_went(tmp_path: Path) -> None:
    costs = at(tmp_path, 2, period="{start: 2027-Q1, end: 2027-Q3}", costs="{one_off: {2027: 100001}}").costs
    # 33,334 + 33,334 + 33,333: the last one comes in 2028.
    assert costs is not None
    assert costs.one_off == {2027: 66_668, 2028: 33_333}


def test_a_euro_that_fills_no_year_leaves_no_year_without_one(tmp_path: Path) -> None:
    costs = at(tmp_path, 2, period="{start: 2027-Q1, end: 2027-Q4}", costs="{one_off: {2027: 1}}").costs
    assert costs is not None
    assert costs.one_off == {2027: 1}


def test_nothing_that_was_given_stays_given(tmp_path: Path) -> None:
    costs = at(tmp_path, 4, costs="{one_off: {2027: 0}, recurring: {2028: 0}}").costs
    assert costs is not None
    assert (costs.one_off, costs.recurring) == ({2028: 0}, {2029: 0})


def test_the_investment_moves_with_the_cost_that_it_is_a_part_of(tmp_path: Path) -> None:
    text = "{one_off: {2027: 300}, investment: {2027: 101}, depreciation: 5, people: 30}"
    costs = at(tmp_path, 3, costs=text).costs
    assert costs is not None
    assert (costs.one_off, costs.investment, costs.people) == (
        {2027: 150, 2028: 150},
        {2027: 51, 2028: 50},
        30,
    )


def test_recurring_cost_and_its_last_year_move_as_many_years_as_the_end(tmp_path: Path) -> None:
    text = "{recurring: {2028: 10, 2030: 20}, until: {year: 2030, because: Dan loopt het contract af.}}"
    costs = at(tmp_path, 3, costs=text).costs
    assert costs is not None
    assert costs.recurring == {2029: 10, 2031: 20}
    assert costs.until is not None
    assert (costs.until.year, costs.until.because) == (2031, "Dan loopt het contract af.")


def test_recurring_cost_stays_where_the_end_stays_in_its_year(tmp_path: Path) -> None:
    costs = at(tmp_path, 2, costs="{recurring: {2027: 10}}").costs
    assert costs is not None
    assert costs.recurring == {2027: 10}


def test_hours_of_a_quarter_a_month_and_a_day_move(tmp_path: Path) -> None:
    effort = at(tmp_path, 1, effort="{platform: {2027-Q1: 400, 2027-01: 10, 2027-01-31: 3}}").effort
    assert {each.text: hours for each, hours in effort["platform"].items()} == {
        "2027-Q2": 400,
        "2027-04": 10,
        "2027-04-30": 3,
    }


def test_hours_of_two_days_that_come_on_one_are_added(tmp_path: Path) -> None:
    effort = at(tmp_path, 1, effort="{platform: {2027-01-30: 5, 2027-01-31: 3}}").effort
    assert {each.text: hours for each, hours in effort["platform"].items()} == {"2027-04-30": 8}


def test_fewer_take_part(tmp_path: Path) -> None:
    then = at(tmp_path, 0, members=("rotterdam", "utrecht"), costs="{one_off: {2027: 7}}")
    assert then.participants == ("rotterdam", "utrecht")
    assert then.costs is not None
    assert then.costs.one_off == {2027: 7}


# --- what stays ---


def test_what_stays_where_it_is_is_the_same(tmp_path: Path) -> None:
    made = read(tmp_path, {"a": initiative(window=WIDE, effort="{platform: {2027-Q1: 4}}")})
    asked = made.initiatives["a"]
    assert placed(made, asked, Entry("a", 2027 * 4, EVERYONE), 2027) is asked


@pytest.mark.parametrize(
    "members", [(), ("nobody",), ("amsterdam", "nobody", "rotterdam", "den-haag", "utrecht")]
)
def test_who_does_not_take_part_is_not_taken_from_a_plan(tmp_path: Path, members: tuple[str, ...]) -> None:
    made = read(tmp_path, {"a": initiative()})
    asked = made.initiatives["a"]
    assert placed(made, asked, Entry("a", 2027 * 4, members), 2027) is asked


def test_what_has_no_period_can_not_move(tmp_path: Path) -> None:
    made = read(tmp_path, {"a": initiative(period=None, costs="{one_off: {2027: 7}}")})
    asked = made.initiatives["a"]
    assert placed(made, asked, Entry("a", 2027 * 4 + 2, EVERYONE), 2027) is asked


def test_what_is_out_asks_for_no_agenda_and_what_is_fixed_stays(tmp_path: Path) -> None:
    fixed = initiative(status="adopted", baseline="{adopted: 2026-10-08, end: 2027-Q2, one_off: 5}")
    made = read(
        tmp_path, {"on": initiative(), "out": initiative(), "fixed": fixed, "idea": initiative(status="idea")}
    )
    then = planned(made, 2027, [Entry("on", 2027 * 4, EVERYONE)]).initiatives
    assert {name: each.agenda for name, each in then.items()} == {
        "fixed": 2027,
        "idea": 2027,
        "on": 2027,
        "out": None,
    }


def test_who_is_no_candidate_any_more_is_left_alone(tmp_path: Path) -> None:
    fixed = initiative(status="adopted", baseline="{adopted: 2026-10-08, end: 2027-Q2, one_off: 5}")
    made = read(tmp_path, {"fixed": fixed})
    places = [Entry("fixed", 2028 * 4, EVERYONE), Entry("gone", 2027 * 4, EVERYONE)]
    assert planned(made, 2027, places).initiatives == made.initiatives


# --- to the euro, whatever the files say ---


def uses(made: Initiative) -> dict[Limit, int]:
    """Add up what a file asks, by itself: nothing here knows how a plan moves it."""
    added: dict[Limit, int] = {}
    costs = made.costs
    for year, amount in (costs.one_off if costs else {}).items():
        added[Limit("one-off", year)] = amount
    for year, amount in (costs.recurring if costs else {}).items():
        added[Limit("recurring", year)] = amount
    for team, hours in made.effort.items():
        for when, amount in hours.items():
            limit = Limit("hours", when.first.year * 4 + (when.first.month - 1) // 3, team)
            added[limit] = added.get(limit, 0) + amount
    return {limit: amount for limit, amount in added.items() if amount}


def days(made: Initiative) -> tuple[date, date]:
    assert made.period is not None
    return made.period.first, made.period.last


def written(random: Random) -> str:
    """Write an initiative whose period, costs and hours are given in all ways there are."""
    first = date(2027, 1, 1) + timedelta(days=random.randrange(360))
    last = first + timedelta(days=random.randrange(500))
    costs = ", ".join(f"{2026 + n}: {random.randrange(1000)}" for n in range(4) if random.random() < 0.7)
    recurring = ", ".join(f"{2027 + n}: {random.randrange(50)}" for n in range(3) if random.random() < 0.7)
    moments = {form(random, first + timedelta(days=random.randrange(200))) for _ in range(5)}
    hours = ", ".join(f"{each}: {random.randrange(90)}" for each in sorted(moments))
    return initiative(
        period=f"{{start: {form(random, first)}, end: {form(random, last)}}}",
        window="{earliest: 2027-Q1, latest: 2034-Q4}",
        score=MARKS,
        costs=f"{{one_off: {{{costs}}}, recurring: {{{recurring}}}}}",
        effort=f"{{platform: {{{hours}}}}}",
    )


def form(random: Random, day: date) -> str:
    """Write a day as a quarter, a month or a day: the last of its month as often as not."""
    quarter = f"{day.year}-Q{(day.month - 1) // 3 + 1}"
    end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return random.choice((quarter, f"{day:%Y-%m}", day.isoformat(), end.isoformat()))


@pytest.mark.parametrize("seed", range(4))
def test_every_way_to_do_it_is_what_its_file_then_asks(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - made-up files, nothing secret
    texts = {f"i{number}": written(random) for number in range(40)}
    made = loaded(write(tmp_path, texts, THREE_YEARS)).portfolio
    made = seen(
        made.with_initiatives({i: each for i, each in made.initiatives.items() if i not in made.lost_keys})
    )
    columns = [column for each in problem(made, 2027).columns.values() for column in each]
    assert {column.moved for column in columns} >= set(range(8))
    for column in columns:
        asked = made.initiatives[column.id]
        then = placed(made, asked, Entry(column.id, column.start, column.members), 2027)
        assert (uses(then), days(then)) == (dict(column.uses), (column.first, column.last))
        assert total(then) == total(asked)


def total(made: Initiative) -> tuple[int, int, int]:
    costs = made.costs
    assert costs is not None
    hours = sum(sum(each.values()) for each in made.effort.values())
    return costs.one_off_total, sum(costs.recurring.values()), hours


@pytest.mark.parametrize("seed", range(4))
def test_a_plan_that_is_carried_out_is_the_same_plan_where_nothing_moves(seed: int) -> None:
    made = seen(puzzle(seed, size=24, tightness=0.5))
    plan = greedy(problem(made, 2027), sorted(made.initiatives))
    places = [Entry(column.id, column.start, column.members) for column in plan.values()]
    assert any(column.moved for column in plan.values())
    then = planned(made, 2027, places)
    again = problem(then, 2027)
    assert again.columns.keys() == plan.keys()
    stays = {name: stay(each) for name, each in again.columns.items()}
    assert {name: replace(column, moved=0) for name, column in plan.items()} == stays
    entries = tuple(Entry(column.id, column.start, column.members) for column in plan.values())
    reckoned = reckon(then, 2027, Constraints(), entries)
    assert (reckoned.wrong, reckoned.value, reckoned.cost) == ((), value_of(plan), cost_of(plan))


def stay(columns: tuple[Column, ...]) -> Column:
    """Give the way to do it in which it doesn't move."""
    (column,) = (each for each in columns if not each.moved)
    return column
