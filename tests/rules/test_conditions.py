"""Conditions of decisions: by which day, for the start or during, and as long as the decision holds."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative
from tests.rules.decided import NOVEMBER, OCTOBER, about, decided
from tests.rules.single import SingleRule, text_at

OVERDUE, RUNNING = SingleRule("condition-overdue"), SingleRule("running-with-open-condition")
BY, AFTER = date(2027, 3, 1), date(2027, 3, 2)


def root_with(
    root: Path, status: str, condition: str = "by: 2027-03-01", later: str = "", decision: str = "adopt"
) -> Path:
    """Write an initiative that was decided on with one condition, and perhaps a later decision."""
    listed = about("access", decision, f", conditions: [{{what: Een toets, {condition}}}]")
    lists = {OCTOBER: listed, **({NOVEMBER: about("access", later)} if later else {})}
    return decided(root, {"access": initiative(status=status)}, lists)


@pytest.mark.parametrize("status", ["adopted", "on-hold"])
def test_the_day_after_it_is_overdue(tmp_path: Path, status: str) -> None:
    root = root_with(tmp_path, status)
    assert OVERDUE.places(root, BY) == []
    finding = OVERDUE.finding(root, AFTER)
    assert (finding.rule, finding.wording, finding.severity) == ("condition-overdue", "", "warning")
    assert (finding.place.file, text_at(finding)) == (f"decisions/{OCTOBER}.yaml", "2027-03-01")
    assert finding.values == {"ids": ("access",), "what": "Een toets", "by": BY, "owner": ""}


def test_who_had_to_meet_it_is_named(tmp_path: Path) -> None:
    finding = OVERDUE.finding(root_with(tmp_path, "adopted", "by: 2027-03-01, owner: CISO"), AFTER)
    assert (finding.wording, finding.values["owner"]) == ("owner", "CISO")


@pytest.mark.parametrize("status", ["done", "stopped", "rejected", "parked"])
def test_what_is_over_has_no_overdue_condition(tmp_path: Path, status: str) -> None:
    assert OVERDUE.places(root_with(tmp_path, status), AFTER) == []


@pytest.mark.parametrize(
    "condition",
    [
        "by: 2027-03-01, met: 2027-04-01",
        "by: 2027-03-01, waived: 2027-04-01, because: Vervallen",
        "owner: CISO",
    ],
)
def test_met_waived_or_without_a_day_is_not_overdue(tmp_path: Path, condition: str) -> None:
    assert OVERDUE.places(root_with(tmp_path, "adopted", condition), AFTER) == []


@pytest.mark.parametrize("later", ["adopt", "defer, to: 2028", "reject", "park", "stop"])
def test_a_newer_decision_takes_the_conditions_away(tmp_path: Path, later: str) -> None:
    assert OVERDUE.places(root_with(tmp_path, "adopted", later=later), AFTER) == []
    assert RUNNING.places(root_with(tmp_path, "running", later=later), AFTER) == []


@pytest.mark.parametrize("later", ["continue", "rebaseline, end: 2028-Q1, one_off: 640"])
def test_going_on_or_a_new_agreement_leaves_them(tmp_path: Path, later: str) -> None:
    assert OVERDUE.finding(root_with(tmp_path, "adopted", later=later), AFTER).values["by"] == BY


def test_what_runs_before_its_condition_is_met_is_reported_once(tmp_path: Path) -> None:
    root = root_with(tmp_path, "running")
    finding = RUNNING.finding(root, AFTER)
    assert (finding.place.file, text_at(finding)) == (f"decisions/{OCTOBER}.yaml", "Een toets")
    assert finding.values == {"ids": ("access",), "what": "Een toets", "count": 1}
    assert [place.file for place in finding.related] == ["initiatives/access.yaml"]
    assert OVERDUE.places(root, AFTER) == []


def test_what_runs_with_a_condition_for_that_time_is_only_overdue(tmp_path: Path) -> None:
    root = root_with(tmp_path, "running", "by: 2027-03-01, kind: during")
    assert RUNNING.places(root, AFTER) == []
    assert OVERDUE.finding(root, AFTER).values["by"] == BY


@pytest.mark.parametrize("status", ["proposal", "adopted", "on-hold", "done"])
def test_what_does_not_run_has_not_begun_too_soon(tmp_path: Path, status: str) -> None:
    assert RUNNING.places(root_with(tmp_path, status), AFTER) == []


@pytest.mark.parametrize(
    "condition", ["met: 2027-04-01", "waived: 2027-04-01, because: Vervallen", "kind: during"]
)
def test_met_waived_or_during_may_run(tmp_path: Path, condition: str) -> None:
    assert RUNNING.places(root_with(tmp_path, "running", condition), AFTER) == []
