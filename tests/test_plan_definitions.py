"""What a plan is made of, at its edges: starts, cost, value, deadlines, room, links and choices."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.plan.constraints import Constraints, Pin
from icteregie.analysis.plan.problem import Limit, Problem
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.quarters import by_quarter, moved, moved_by_year, name_of, quarter_of
from icteregie.portfolio.portfolio import Portfolio
from tests import kept_plans
from tests.desk import PARTNERSHIP, initiative, loaded
from tests.desk import portfolio as write
from tests.solving import seen

TWO_YEARS = kept_plans.TWO_YEARS.replace("{one_off: 300000,", "{one_off: 1000000,").replace(
    "    capacity: {platform: 2400}\ndomains:", "    capacity: {platform: 1000}\ndomains:"
)
MARKS = "{value: {amsterdam: 3, rotterdam: 4, den-haag: 2, utrecht: 5}, urgency: 3}"
COSTS = "{one_off: {2027: 100001}, recurring: {2027: 10000, 2028: 20000}}"
WINDOW = "{earliest: 2027-Q1, latest: 2028-Q2}"


def text(**keys: str | None) -> str:
    return initiative(**{"score": MARKS, "costs": COSTS, **keys})


def puzzle(
    folder: Path,
    files: Mapping[str, str],
    constraints: Constraints | None = None,
    partnership: str = TWO_YEARS,
) -> Problem:
    return problem(read(folder, files, partnership), 2027, constraints or Constraints())


def read(folder: Path, files: Mapping[str, str], partnership: str = TWO_YEARS) -> Portfolio:
    made = loaded(write(folder, dict(files), partnership)).portfolio
    assert not made.unreadable
    return seen(made)


def starts(made: Problem, name: str = "a") -> list[str]:
    return [name_of(column.start) for column in made.columns.get(name, ())]


# --- days and quarters ---


@pytest.mark.parametrize(
    ("day", "quarters", "then"),
    [
        (date(2027, 1, 1), 1, date(2027, 4, 1)),
        (date(2027, 6, 30), 1, date(2027, 9, 30)),
        (date(2027, 9, 30), 1, date(2027, 12, 31)),
        (date(2027, 11, 30), 1, date(2028, 2, 29)),
        (date(2027, 5, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 30), 1, date(2027, 4, 30)),
        (date(2027, 11, 29), 1, date(2028, 2, 29)),
        (date(2026, 11, 29), 1, date(2027, 2, 28)),
    ],
)
def test_the_last_day_of_a_month_stays_one(day: date, quarters: int, then: date) -> None:
    assert moved(day, quarters) == then


def test_euros_left_over_go_to_the_first_quarters() -> None:
    first = quarter_of(date(2027, 4, 1))
    assert by_quarter({2027: 100_001}, first, first + 2) == {
        first: 33_334,
        first + 1: 33_334,
        first + 2: 33_333,
    }


@pytest.mark.parametrize(("year", "quarter"), [(2026, "2026-Q4"), (2029, "2029-Q1")])
def test_a_year_outside_the_period_falls_in_its_nearest_quarter(year: int, quarter: str) -> None:
    start = quarter_of(date(2027, 4, 1))
    assert {name_of(each) for each in by_quarter({year: 7}, start, start + 3)} == {quarter}


def test_what_moves_over_a_new_year_is_of_that_year() -> None:
    start = quarter_of(date(2027, 7, 1))
    spread = by_quarter({2027: 100}, start, start + 1)
    assert moved_by_year(spread, 1) == {2027: 50, 2028: 50}


# --- where it may start ---


def test_without_a_window_it_does_not_move(tmp_path: Path) -> None:
    assert starts(puzzle(tmp_path, {"a": text()})) == ["2027-Q1"]


def test_with_a_window_it_starts_in_every_quarter_that_lets_it_end_in_time(tmp_path: Path) -> None:
    made = puzzle(tmp_path, {"a": text(window=WINDOW)})
    assert starts(made) == ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1"]


def test_what_ends_on_the_last_day_of_its_window_is_in_it(tmp_path: Path) -> None:
    window = "{earliest: 2027-01-01, latest: 2027-09-30}"
    assert starts(puzzle(tmp_path, {"a": text(window=window)})) == ["2027-Q1", "2027-Q2"]
    window = "{earliest: 2027-01-02, latest: 2027-09-29}"
    assert puzzle(tmp_path / "b", {"a": text(window=window)}).never["a"].why == "no-start"


def test_only_years_with_a_budget_are_planned(tmp_path: Path) -> None:
    window = "{earliest: 2027-Q3, latest: 2030-Q4}"
    made = puzzle(tmp_path, {"a": text(window=window)}, partnership=PARTNERSHIP)
    assert starts(made) == ["2027-Q3", "2027-Q4"]


def test_without_a_period_it_takes_the_whole_year(tmp_path: Path) -> None:
    column = puzzle(tmp_path, {"a": text(period=None, window=WINDOW)}).columns["a"][0]
    assert (column.first, column.last, column.moved) == (date(2027, 1, 1), date(2027, 12, 31), 0)


def test_a_pin_keeps_it_from_starting_earlier(tmp_path: Path) -> None:
    pins = Constraints(pins={"a": Pin(not_before=quarter_of(date(2027, 7, 1)))})
    assert starts(puzzle(tmp_path, {"a": text(window=WINDOW)}, pins)) == ["2027-Q3", "2027-Q4", "2028-Q1"]


# --- what it is worth ---


def values(made: Problem) -> dict[str, int]:
    return {name_of(column.start): column.value for column in made.columns["a"]}


def test_value_is_urgency_times_marks_and_less_in_later_years(tmp_path: Path) -> None:
    made = values(puzzle(tmp_path, {"a": text(window=WINDOW)}))
    assert (made["2027-Q4"], made["2028-Q1"]) == (3 * 14 * 100, 3 * 14 * 80)


@pytest.mark.parametrize(("priority", "part"), [("should", 150), ("could", 50), ("must", 100)])
def test_a_priority_weighs(tmp_path: Path, priority: str, part: int) -> None:
    assert values(puzzle(tmp_path, {"a": text(priority=priority)})) == {"2027-Q1": 3 * 14 * part}


def test_a_mark_that_lacks_counts_nothing_and_an_urgency_that_lacks_one(tmp_path: Path) -> None:
    made = puzzle(tmp_path, {"a": text(score="{value: {utrecht: 5}}")})
    assert values(made) == {"2027-Q1": 500}
    assert (made.gaps.urgency, made.gaps.marks) == (("a",), ("a",))


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"score": None}, "no-marks"),
        ({"costs": None}, "no-costs"),
        ({"priority": "wont"}, "wont"),
        ({"depends_on": "[b]"}, "waits-for"),
    ],
)
def test_what_can_never_be_on_says_why(tmp_path: Path, keys: dict[str, str | None], why: str) -> None:
    made = puzzle(tmp_path, {"a": text(**keys), "b": text(status="idea", agenda=None)})
    assert made.never["a"].why == why


def test_what_has_to_be_is_not_kept_off_by_an_unknown_cost(tmp_path: Path) -> None:
    made = puzzle(tmp_path, {"a": text(costs=None, priority="must")})
    assert (starts(made), made.gaps.costs) == (["2027-Q1"], ("a",))


def test_what_has_to_be_is_not_kept_off_for_want_of_marks(tmp_path: Path) -> None:
    """The board says must: then it is on, worth nothing, and that nobody scored it is told."""
    made = puzzle(tmp_path, {"a": text(score=None, priority="must"), "b": text(score=None)})
    assert [column.value for column in made.columns["a"][:1]] == [0]
    assert (made.never["b"].why, made.gaps.marks) == ("no-marks", ("a",))


# --- what has to be, and by when ---


@pytest.mark.parametrize(("deadline", "must"), [("2028-06-30", None), ("2028-06-29", "statutory")])
def test_it_has_to_be_on_where_next_year_is_too_late(tmp_path: Path, deadline: str, must: str | None) -> None:
    obligation = f"[{{kind: statutory, basis: wet, deadline: {deadline}}}]"
    made = puzzle(tmp_path, {"a": text(obligation=obligation, window=WINDOW)})
    assert made.musts.get("a") == must


def test_an_own_choice_does_not_bind(tmp_path: Path) -> None:
    made = puzzle(tmp_path, {"a": text(obligation="[{kind: choice, deadline: 2027-05-01}]", window=WINDOW)})
    assert (made.musts, len(made.columns["a"])) == ({}, 5)


def test_a_deadline_leaves_the_starts_that_make_it(tmp_path: Path) -> None:
    obligation = "[{kind: contractual, deadline: 2027-09-30}]"
    assert starts(puzzle(tmp_path, {"a": text(obligation=obligation, window=WINDOW)})) == [
        "2027-Q1",
        "2027-Q2",
    ]


def test_where_no_start_makes_it_the_earliest_is_left_and_said_to_be_late(tmp_path: Path) -> None:
    obligation = "[{kind: contractual, deadline: 2027-03-31}]"
    made = puzzle(tmp_path, {"a": text(obligation=obligation, window=WINDOW)})
    assert (starts(made), made.late) == (["2027-Q1"], {"a": 91})


# --- room, links and choices ---


def test_room_is_what_is_fixed_less(tmp_path: Path) -> None:
    running = text(status="running", effort="{platform: {2027-Q1: 2600, 2027-05: 100}}")
    made = puzzle(tmp_path, {"a": text(), "b": running})
    assert made.capacity[Limit("one-off", 2027)] == 6_000_000 - 100_001
    first = quarter_of(date(2027, 1, 1))
    assert [made.capacity[Limit("hours", first + n, "platform")] for n in range(3)] == [0, 2300, 2400]


@pytest.mark.parametrize(
    ("status", "is_fixed"),
    [("adopted", True), ("running", True), ("on-hold", True), ("stopped", False), ("parked", False)],
)
def test_what_is_on_hold_keeps_its_room_until_it_is_stopped_or_parked(
    tmp_path: Path, status: str, *, is_fixed: bool
) -> None:
    other = text(status=status, effort="{platform: {2027-Q1: 600}}", alternative_to="[c]")
    made = puzzle(tmp_path, {"a": text(), "b": other, "c": text()})
    first = quarter_of(date(2027, 1, 1))
    assert made.capacity[Limit("one-off", 2027)] == 6_000_000 - (100_001 if is_fixed else 0)
    assert made.capacity[Limit("hours", first, "platform")] == 2400 - (600 if is_fixed else 0)
    assert ("c" in made.never) is is_fixed


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ({"status": "done"}, 6_000_000 - 80_000),
        ({"status": "stopped"}, 6_000_000 - 80_000),
        ({"status": "parked"}, 6_000_000 - 80_000),
        ({"status": "rejected", "progress": None}, 6_000_000),
        ({"status": "done", "agenda": "2026"}, 6_000_000),
    ],
)
def test_what_is_over_took_what_was_spent(tmp_path: Path, keys: dict[str, str | None], left: int) -> None:
    """In the middle of the year: that money is gone, and what wasn't spent of it is free again."""
    spent: dict[str, str | None] = {"progress": "[{date: 2027-06-01, spent: 80000}]", **keys}
    portfolio = replace(read(tmp_path, {"a": text(**spent), "b": text()}), day=date(2027, 7, 1))
    assert problem(portfolio, 2027).capacity[Limit("one-off", 2027)] == left


def test_what_runs_since_an_earlier_agenda_takes_no_new_budget(tmp_path: Path) -> None:
    made = puzzle(tmp_path, {"a": text(), "b": text(status="running", agenda="2026")})
    assert made.capacity[Limit("one-off", 2027)] == 6_000_000


def test_what_waits_for_something_fixed_starts_the_day_after(tmp_path: Path) -> None:
    fixed = text(status="adopted", period="{start: 2027-01-01, end: 2027-06-30}")
    waiting = text(depends_on="[b]", window=WINDOW)
    assert starts(puzzle(tmp_path, {"a": waiting, "b": fixed})) == ["2027-Q3", "2027-Q4", "2028-Q1"]


def test_what_waits_for_something_done_is_free(tmp_path: Path) -> None:
    made = puzzle(tmp_path, {"a": text(depends_on="[b]"), "b": text(status="done", agenda="2026")})
    assert starts(made) == ["2027-Q1"]


def test_alternatives_that_hang_together_are_one_choice(tmp_path: Path) -> None:
    files = {"a": text(alternative_to="[b]"), "b": text(alternative_to="[c]"), "c": text()}
    assert puzzle(tmp_path, files).apart == (frozenset("abc"),)


def test_what_is_fixed_decides_a_choice(tmp_path: Path) -> None:
    made = puzzle(tmp_path, {"a": text(alternative_to="[b]"), "b": text(status="adopted")})
    assert (made.never["a"].why, made.never["a"].other) == ("fixed-instead", "b")


@pytest.mark.parametrize(("waits", "apart"), [(None, (frozenset("ab"),)), ("[b]", ())])
def test_who_retires_and_who_builds_are_apart_unless_one_waits(
    tmp_path: Path, waits: str | None, apart: tuple[frozenset[str], ...]
) -> None:
    files = {"a": text(retires="[letters]", depends_on=waits), "b": text(components="[letters]")}
    assert puzzle(tmp_path, files).apart == apart


def test_a_member_that_is_not_there_takes_its_weight_along(tmp_path: Path) -> None:
    from dataclasses import replace

    portfolio = replace(read(tmp_path, {"a": text()}), absent=frozenset({"utrecht"}))
    made = problem(portfolio, 2027)
    assert made.capacity[Limit("one-off", 2027)] == 6_000_000 * 94 // 104
    assert made.columns["a"][0].members == ("amsterdam", "rotterdam", "den-haag")


# --- who is out by what was laid down, or without those who are absent ---


def test_a_pin_later_than_its_window_is_the_reason(tmp_path: Path) -> None:
    """Without a window it can't move at all: it is the pin that keeps it off, not the years with a budget."""
    later = Constraints(pins={"a": Pin(not_before=quarter_of(date(2028, 1, 1)))})
    assert puzzle(tmp_path, {"a": text()}, later).never["a"].why == "pinned-later"


@pytest.mark.parametrize(
    ("keys", "is_left"),
    [
        ({"participants": "[rotterdam]", "score": "{value: {rotterdam: 4}, urgency: 4}"}, False),
        ({"participants": "[rotterdam, utrecht]", "minimum_participants": "2"}, False),
        ({"participants": "[rotterdam, utrecht]", "minimum_participants": "1"}, True),
        ({"minimum_participants": "3"}, True),
    ],
)
def test_without_a_member_too_few_can_be_left(tmp_path: Path, keys: dict[str, str], *, is_left: bool) -> None:
    whole = read(tmp_path, {"a": text(**keys)})
    without = problem(replace(whole, absent=frozenset({"rotterdam"})), 2027, Constraints())
    assert (without.never["a"].why if "a" in without.never else "") == ("" if is_left else "too-few")


def test_what_has_to_be_on_and_never_can_be_is_named(tmp_path: Path) -> None:
    waits = text(priority="must", depends_on="[b]", submitter="utrecht")
    made = puzzle(tmp_path, {"a": waits, "b": text(status="idea", agenda=None)})
    assert (made.never["a"].why, made.required) == ("waits-for", {"a": "board"})


def test_what_only_the_absent_want_is_no_longer_required(tmp_path: Path) -> None:
    alone = text(priority="must", participants="[rotterdam]", score="{value: {rotterdam: 4}, urgency: 4}")
    without = problem(replace(read(tmp_path, {"a": alone}), absent=frozenset({"rotterdam"})), 2027)
    assert (without.never["a"].why, dict(without.required)) == ("too-few", {})
