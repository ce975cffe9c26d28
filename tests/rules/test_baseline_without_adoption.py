"""A baseline by status."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("baseline-without-adoption")


BASELINE = "{adopted: 2026-10-08, end: 2027-Q2, one_off: 5}"


@pytest.mark.parametrize("status", ["idea", "exploration", "proposal", "advised"])
def test_what_was_not_decided_has_no_baseline(tmp_path: Path, status: str) -> None:
    root = portfolio(tmp_path, {"access": initiative(status=status, baseline=BASELINE)})
    finding = RULE.finding(root)
    assert (finding.place.line, text_at(finding), finding.values["id"]) == (10, "baseline", "access")


@pytest.mark.parametrize("status", ["adopted", "running", "on-hold", "done", "stopped", "rejected", "parked"])
def test_what_was_decided_may_have_one(tmp_path: Path, status: str) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative(status=status, baseline=BASELINE)})) == []


def test_without_a_baseline_nothing_is_reported(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative()})) == []


REBASELINES = "[{date: 2026-06-01, end: 2027-Q2, one_off: 5}]"


def test_a_rebaseline_is_told_where_there_is_no_baseline(tmp_path: Path) -> None:
    alone = portfolio(tmp_path / "a", {"access": initiative(rebaselines=REBASELINES)})
    finding = RULE.finding(alone)
    assert (finding.wording, text_at(finding)) == ("rebaselines", "rebaselines")
    both = initiative(baseline=BASELINE, rebaselines=REBASELINES)
    assert text_at(RULE.finding(portfolio(tmp_path / "b", {"access": both}))) == "baseline"
    decided = initiative(status="running", rebaselines=REBASELINES)
    assert RULE.places(portfolio(tmp_path / "c", {"access": decided})) == []
