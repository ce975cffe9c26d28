"""The day of a file's own plan, on real repositories: the day on which main saw it change."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.facts import PlannedVersion, changed_on
from tests.desk import regie
from tests.gitrepo import IN_GIT, Desk, started, text

BASELINE = "{adopted: 2026-10-08, end: 2027-Q2, one_off: 300000, recurring: 40000}"
REBASELINE = "[{date: 2027-05-01, end: 2028-Q1, one_off: 500000, reason: setbacks}]"
COSTS = "{as_of: 2026-05-01, one_off: {2027: 300000}, recurring: {2028: 40000}}"
DEARER = COSTS.replace("300000", "700000")
PERIOD = "{start: 2027-Q1, end: 2027-Q2}"
LATER = "{start: 2027-Q1, end: 2028-Q3}"


def running(**keys: str | None) -> str:
    return text(
        "Toegang", **{"status": "running", "baseline": BASELINE, "costs": COSTS, "period": PERIOD, **keys}
    )


@pytest.fixture
def work(tmp_path: Path) -> Desk:
    work = started(tmp_path, "2025-01-05", IN_GIT)
    work.commit("2026-05-20", {"access": running(status="proposal", baseline=None)})
    work.commit("2026-10-09", {"access": running()})
    work.commit("2027-05-01", {"access": running(rebaselines=REBASELINE)})
    return work


def foreseen(work: Desk, today: str) -> tuple[int, str]:
    """Give what is foreseen: one-off cost of all years and the end."""
    done = regie("show", "access", "-C", work.folder, "--format", "json", "--today", today)
    found = json.loads(done.stdout)["initiatives"][0]["derived"]["foreseen"]
    return sum(found["one_off"].values()), found["end"]


def test_what_was_planned_before_a_rebaseline_gives_way_to_it(work: Desk) -> None:
    assert foreseen(work, "2027-06-01") == (500000, "2028-03-31")


def test_a_plan_that_main_saw_change_after_a_rebaseline_counts(work: Desk) -> None:
    work.commit("2027-08-01", {"access": running(rebaselines=REBASELINE, costs=DEARER)})
    assert foreseen(work, "2027-08-01") == (700000, "2028-03-31")


def test_the_end_and_the_cost_each_have_their_own_day(work: Desk) -> None:
    work.commit("2027-08-01", {"access": running(rebaselines=REBASELINE, period=LATER)})
    assert foreseen(work, "2027-08-01") == (500000, "2028-09-30")


def test_a_report_of_a_later_day_beats_the_changed_plan(work: Desk) -> None:
    work.commit("2027-08-01", {"access": running(rebaselines=REBASELINE, costs=DEARER)})
    reported = "[{date: 2027-08-02, one_off: 650000}]"
    work.commit("2027-08-03", {"access": running(rebaselines=REBASELINE, costs=DEARER, progress=reported)})
    assert foreseen(work, "2027-08-03") == (650000, "2028-03-31")


def test_a_report_of_the_day_before_gives_way_to_it(work: Desk) -> None:
    reported = "[{date: 2027-07-31, one_off: 650000}]"
    changed = running(rebaselines=REBASELINE, costs=DEARER, progress=reported)
    work.commit("2027-08-01", {"access": changed})
    assert foreseen(work, "2027-08-03") == (700000, "2028-03-31")


def test_what_a_branch_changes_is_changed_today(work: Desk) -> None:
    work.branch("dearer")
    work.commit("2027-06-01", {"access": running(rebaselines=REBASELINE, costs=DEARER)})
    assert foreseen(work, "2027-08-03") == (700000, "2028-03-31")


def test_spread_over_other_years_the_same_total_is_no_new_plan(work: Desk) -> None:
    split = COSTS.replace("{2027: 300000}", "{2027: 100000, 2028: 200000}")
    work.commit("2027-08-01", {"access": running(rebaselines=REBASELINE, costs=split)})
    assert foreseen(work, "2027-08-03") == (500000, "2028-03-31")


def test_put_back_after_a_trial_it_counts_from_the_day_that_it_was_put_back(work: Desk) -> None:
    work.commit("2027-08-01", {"access": running(rebaselines=REBASELINE, costs=DEARER)})
    work.commit("2027-09-01", {"access": running(rebaselines=REBASELINE)})
    assert foreseen(work, "2027-09-01") == (300000, "2028-03-31")


def test_what_came_on_main_as_a_whole_counts_by_the_day_that_it_gives(tmp_path: Path) -> None:
    work = started(tmp_path, "2025-01-05", IN_GIT)
    work.commit("2027-09-01", {"access": running(rebaselines=REBASELINE, costs=DEARER)})
    assert foreseen(work, "2027-09-01") == (500000, "2028-03-31")


def test_after_a_version_that_nobody_can_read_the_given_day_counts(work: Desk) -> None:
    work.commit("2027-07-01", {"access": "title: [\n"})
    work.commit("2027-08-01", {"access": running(rebaselines=REBASELINE, costs=DEARER)})
    assert foreseen(work, "2027-08-01") == (500000, "2028-03-31")


def test_the_same_is_answered_from_what_is_kept(work: Desk) -> None:
    work.commit("2027-08-01", {"access": running(rebaselines=REBASELINE, costs=DEARER)})
    assert foreseen(work, "2027-08-01") == foreseen(work, "2027-08-01") == (700000, "2028-03-31")


VALUES = st.sampled_from(["1", "2"])


@given(st.lists(VALUES, min_size=1, max_size=28), VALUES)
def test_the_day_is_that_of_the_last_change_to_what_is_now(values: list[str], now: str) -> None:
    days = [date(2027, 1, 1 + number) for number in range(len(values))]
    versions = [PlannedVersion(on, {"one_off": value}) for on, value in zip(days, values, strict=True)]
    today = date(2028, 1, 1)
    after = [on for on, value in zip(days, values, strict=True) if value != now]
    expected = {}
    if values[-1] != now:
        expected = {"one_off": today}
    elif after:
        expected = {"one_off": min(day for day in days if day > after[-1])}
    assert changed_on(versions, {"one_off": now}, today) == expected
