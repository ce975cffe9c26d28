"""When a place was asked for, by all that main said: every edge by hand, and as laws."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.runs import OPEN_END, Run, complete_runs, last_run, runs
from icteregie.analysis.timeline import BoardDecision, DatedState, State, Timeline

START = date(2026, 1, 1)
UNREADABLE = State(None, "", "", None, ("*",))


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def says(on: str, agenda: int | None = 2027, status: str = "proposal", lacks: str = "") -> DatedState:
    return DatedState(day(on), State(agenda, status, "utrecht", START, tuple(lacks.split())))


def gone(on: str) -> DatedState:
    return DatedState(day(on), None)


def last(*versions: DatedState, decisions: tuple[BoardDecision, ...] = (), year: int = 2027) -> Run:
    run = last_run(Timeline(versions, decisions), year)
    assert run is not None
    return run


# Asked


@pytest.mark.parametrize("status", ["proposal", "advised", "adopted", "running", "on-hold", "done"])
def test_these_ask_for_a_place_or_have_one(status: str) -> None:
    assert last(says("03-01", status="idea"), says("04-01", status=status)).first == day("04-01")


@pytest.mark.parametrize("status", ["idea", "exploration", "parked", "rejected", "stopped"])
def test_these_end_a_run(status: str) -> None:
    run = last(says("03-01"), says("04-01", status=status))
    assert (run.first, run.end) == (day("03-01"), day("04-01"))


def test_a_new_status_goes_on_with_the_same_run() -> None:
    assert last(says("03-01"), says("09-24", status="advised"), says("10-08", status="adopted")).first == day(
        "03-01"
    )


def test_what_never_named_the_year_has_no_run() -> None:
    assert last_run(Timeline((says("03-01", 2028),)), 2027) is None


def test_moved_from_another_agenda_it_says_what_stood_there() -> None:
    run = last(says("03-01", 2028), says("09-30"))
    assert run.first == day("09-30")
    assert run.former is not None
    assert (run.former.agenda, run.former.status) == (2028, "proposal")


@pytest.mark.parametrize(("back", "first"), [("06-15", "03-01"), ("06-16", "06-16")], ids=["14", "15"])
def test_away_for_at_most_14_days_it_was_never_away(back: str, first: str) -> None:
    assert last(says("03-01"), says("06-01", 2028), says(back)).first == day(first)
    assert last(says("03-01"), gone("06-01"), says(back)).first == day(first)


def test_parked_in_march_and_proposed_in_october_asks_in_october() -> None:
    assert last(says("02-01"), says("03-01", status="parked"), says("10-01")).first == day("10-01")


def test_a_version_that_cannot_be_read_says_nothing() -> None:
    broken = DatedState(day("05-01"), UNREADABLE)
    assert last(says("03-01"), broken, says("08-01")).first == day("03-01")
    assert last(broken, says("08-01")).earliest is None


def test_a_lost_version_can_have_ended_what_was_asked() -> None:
    missing = DatedState(day("05-01"), None, is_missing=True)
    run = last(says("03-01"), missing, says("08-01"))
    assert (run.first, run.earliest) == (day("08-01"), day("03-01"))
    short = last(says("03-01"), missing, says("05-15"))
    assert (short.first, short.earliest) == (day("03-01"), None)


def test_what_came_after_a_lost_version_may_be_as_old_as_that() -> None:
    missing = DatedState(day("03-01"), None, is_missing=True)
    run = last(missing, says("08-01"))
    assert (run.first, run.earliest) == (day("08-01"), day("03-01"))


# What rests on a decision


def test_a_gap_that_rests_on_a_decision_does_not_count() -> None:
    versions = (says("03-01"), says("05-10", status="parked"), says("10-01"))
    assert last(*versions).first == day("10-01")
    assert last(*versions, decisions=(BoardDecision(day("05-08")),)).first == day("03-01")


def test_a_decision_before_the_last_version_excuses_nothing() -> None:
    versions = (says("03-01"), says("05-10", status="parked"), says("10-01"))
    assert last(*versions, decisions=(BoardDecision(day("03-01")),)).first == day("10-01")


def test_a_move_that_rests_on_a_decision_goes_on_from_the_other_agenda() -> None:
    versions = (says("03-01", 2028), says("09-30"))
    assert last(*versions, decisions=(BoardDecision(day("09-24")),)).first == day("03-01")


def test_deferred_it_asks_on_the_day_of_the_meeting() -> None:
    deferral = BoardDecision(day("04-08"), defers_to=2027)
    assert last(says("03-01", 2026), says("09-30"), decisions=(deferral,)).first == day("04-08")


def test_deferred_and_then_moved_by_its_own_hand_it_asks_anew() -> None:
    deferral = BoardDecision(day("04-08"), defers_to=2027)
    versions = (says("03-01", 2026), says("04-10"), says("05-01", 2028), says("09-30"))
    assert last(*versions, decisions=(deferral,)).first == day("09-30")


def test_deferred_while_the_file_stays_as_it_is_it_asks_all_the_same() -> None:
    deferral = BoardDecision(day("04-08"), defers_to=2027)
    assert last(says("03-01", 2026), says("05-01", 2026), decisions=(deferral,)).first == day("04-08")


# Complete


def complete(*versions: DatedState) -> list[tuple[date, date]]:
    return [(run.first, run.end) for run in complete_runs(Timeline(versions))]


def test_a_stub_is_complete_from_when_it_is_filled() -> None:
    assert complete(says("06-20", lacks="costs"), says("10-03")) == [(day("10-03"), OPEN_END)]


@pytest.mark.parametrize(("repaired", "first"), [("06-15", "03-01"), ("06-16", "06-16")], ids=["14", "15"])
def test_broken_and_repaired_in_two_weeks_it_was_never_incomplete(repaired: str, first: str) -> None:
    found = complete(says("03-01"), says("06-01", lacks="*"), says(repaired))
    assert found[-1] == (day(first), OPEN_END)


# Laws

STATES = st.one_of(
    st.none(),
    st.just(UNREADABLE),
    st.builds(
        State,
        st.sampled_from([None, 2027, 2028]),
        st.sampled_from(["idea", "proposal", "adopted", "parked"]),
        st.just("utrecht"),
        st.just(START),
        st.sampled_from([(), ("costs",)]),
    ),
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    steps = draw(st.lists(st.tuples(st.integers(0, 40), STATES), max_size=8))
    versions, on = [], START
    for days, state in steps:
        on += timedelta(days)
        versions.append(DatedState(on, state))
    decided = draw(st.lists(st.tuples(st.integers(0, 200), st.sampled_from([None, 2027, 2028])), max_size=2))
    return Timeline(
        tuple(versions), tuple(BoardDecision(START + timedelta(days), to) for days, to in decided)
    )


@given(timelines())
def test_runs_lie_in_order_and_at_least_15_days_apart(timeline: Timeline) -> None:
    found = runs(timeline, 2027)
    assert all(run.first <= run.end for run in found)
    assert all((b.first - a.end).days > 14 for a, b in pairwise(found) if not b.former)


@given(timelines())
def test_versions_that_cannot_be_read_change_nothing(timeline: Timeline) -> None:
    readable = tuple(version for version in timeline.versions if not version.says_nothing)
    found = runs(Timeline(readable, timeline.decisions), 2027)
    assert [(run.first, run.end) for run in runs(timeline, 2027)] == [(run.first, run.end) for run in found]


@given(timelines())
def test_a_version_that_says_the_same_again_changes_nothing(timeline: Timeline) -> None:
    if not timeline.versions:
        return
    latest = timeline.versions[-1]
    again = Timeline(
        (*timeline.versions, DatedState(latest.on + timedelta(1), latest.state)), timeline.decisions
    )
    held = last_run(timeline, 2027)
    if held is not None and held.holds:
        found = last_run(again, 2027)
        assert found is not None
        assert found.first == held.first


@given(timelines())
def test_a_run_begins_on_the_day_of_a_version_or_of_a_deferral(timeline: Timeline) -> None:
    days = {version.on for version in timeline.versions} | {d.on for d in timeline.decisions}
    assert {run.first for run in runs(timeline, 2027)} <= days


@given(timelines())
def test_complete_runs_lie_in_order(timeline: Timeline) -> None:
    found = complete_runs(timeline)
    assert all(a.end < b.first for a, b in pairwise(found))
