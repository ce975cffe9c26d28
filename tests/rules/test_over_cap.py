"""Exactly the cap, a euro more; spent, one-off, and recurring within the time box."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("over-cap")


EXPERIMENT = "{learning_goal: a, time_box: 2027-Q2, budget_cap: 100, stop_when: b}"


def tried(root: Path, **keys: str) -> Path:
    """Write an experiment that may cost 100."""
    return portfolio(root, {"access": initiative(steering="experimental", experiment=EXPERIMENT, **keys)})


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"costs": "{one_off: {2027: 60, 2028: 40}}"},
        {"costs": "{one_off: {2027: 60}, recurring: {2027: 40, 2028: 40}}"},
        {"costs": "{one_off: {2027: 60}}", "progress": "[{date: 2026-09-01, spent: 100}]"},
    ],
)
def test_exactly_the_cap_is_fine(tmp_path: Path, keys: dict[str, str]) -> None:
    assert RULE.places(tried(tmp_path, **keys)) == []


@pytest.mark.parametrize(
    ("keys", "wording", "line"),
    [
        ({"costs": "{one_off: {2027: 60, 2028: 41}}"}, "", 11),
        ({"costs": "{one_off: {2027: 60}, recurring: {2027: 41}}"}, "", 11),
        ({"costs": "{recurring: {2026: 60, 2027: 41}}"}, "", 11),
        ({"costs": "{one_off: {2027: 90}}", "progress": "[{date: 2026-09-01, one_off: 101}]"}, "", 12),
        ({"costs": "{one_off: {2027: 90}}", "progress": "[{date: 2026-09-01, spent: 101}]"}, "spent", 12),
    ],
)
def test_a_euro_more_is_reported_at_the_amount(
    tmp_path: Path, keys: dict[str, str], wording: str, line: int
) -> None:
    finding = RULE.finding(tried(tmp_path, **keys))
    assert (finding.wording, finding.place.line) == (wording, line)
    assert finding.values == {"id": "access", "amount": 101, "cap": 100, "excess": 1}


def test_what_was_spent_is_told_and_not_the_estimate_as_well(tmp_path: Path) -> None:
    keys = {"costs": "{one_off: {2027: 500}}", "progress": "[{date: 2026-09-01, spent: 101}]"}
    assert RULE.finding(tried(tmp_path, **keys)).wording == "spent"


def test_a_report_of_later_days_does_not_count_yet(tmp_path: Path) -> None:
    root = tried(tmp_path, progress="[{date: 2026-09-25, spent: 101}]")
    assert RULE.places(root) == []
    assert RULE.finding(root, date(2026, 9, 25)).wording == "spent"


@pytest.mark.parametrize("status", ["done", "stopped", "rejected", "parked"])
def test_what_is_over_is_not_reported(tmp_path: Path, status: str) -> None:
    assert RULE.places(tried(tmp_path, status=status, costs="{one_off: {2027: 500}}")) == []


def test_what_is_no_experiment_has_no_cap(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative(costs="{one_off: {2027: 500}}")})) == []


def test_an_estimate_that_cannot_be_read_is_not_held_against_it(tmp_path: Path) -> None:
    root = tried(tmp_path, costs="{one_off: veel}", progress="[{date: 2026-09-01, spent: 500}]")
    assert [finding.rule for finding in RULE.findings(root)] == ["invalid-value"]
