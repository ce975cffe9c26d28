"""The 62nd day and the next, of a report and of a beginning; what doesn't run."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("silent")
BASELINE = "{adopted: 2025-10-09, end: 2026-Q4, one_off: 100}"


def running(root: Path, partnership: str = PARTNERSHIP, **keys: str | None) -> Path:
    period = "{start: 2026-01-01, end: 2026-Q4}"
    text = initiative(**{"status": "running", "baseline": BASELINE, "period": period, **keys})
    return portfolio(root, {"access": text}, partnership)


def test_a_report_of_62_days_ago_is_in_time(tmp_path: Path) -> None:
    assert RULE.places(running(tmp_path, progress="[{date: 2026-07-24}]")) == []


def test_an_older_one_is_reported_at_its_day(tmp_path: Path) -> None:
    found = RULE.finding(running(tmp_path, progress="[{date: 2026-07-23}, {date: 2026-05-01}]"))
    assert (found.wording, text_at(found)) == ("", "2026-07-23")
    assert found.values == {"id": "access", "day": date(2026, 7, 23), "today": date(2026, 9, 24)}


def test_without_a_report_its_beginning_counts(tmp_path: Path) -> None:
    assert RULE.places(running(tmp_path / "new", period="{start: 2026-07-24, end: 2026-Q4}")) == []
    found = RULE.finding(running(tmp_path / "old", period="{start: 2026-07-23, end: 2026-Q4}"))
    assert (found.wording, text_at(found)) == ("none", "running")
    assert found.values["day"] == date(2026, 7, 23)


@pytest.mark.parametrize("status", ["adopted", "on-hold", "done", "stopped", "proposal"])
def test_what_does_not_run_may_be_silent(tmp_path: Path, status: str) -> None:
    assert RULE.places(running(tmp_path, status=status)) == []


def test_what_the_advice_says_is_enough(tmp_path: Path) -> None:
    assert RULE.places(running(tmp_path, progress="[{date: 2026-07-23}, {date: 2026-09-24}]")) == []


def test_a_partnership_sets_the_number_of_days(tmp_path: Path) -> None:
    root = running(tmp_path, PARTNERSHIP + "thresholds: {silent: 63}\n", progress="[{date: 2026-07-23}]")
    assert RULE.places(root) == []


def test_reports_that_cannot_be_read_are_not_judged(tmp_path: Path) -> None:
    root = running(tmp_path, progress="[{date: gisteren}]")
    assert [found.rule for found in RULE.findings(root)] == ["invalid-value"]
