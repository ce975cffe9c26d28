"""The day before and the day itself, after a start and on hold; milestones and what is over."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from icteregie.workspace.findings import check
from icteregie.workspace.open import open_portfolio
from tests.desk import initiative, portfolio, surroundings
from tests.gitrepo import started, text
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("sleeping")


def adopted(root: Path, period: str, status: str = "adopted") -> Path:
    return portfolio(root, {"access": initiative(status=status, period=period)})


def test_61_days_after_the_start_it_does_not_sleep_yet(tmp_path: Path) -> None:
    assert RULE.places(adopted(tmp_path, "{start: 2026-07-25, end: 2026-Q4}")) == []


def test_62_days_after_the_start_it_sleeps(tmp_path: Path) -> None:
    found = RULE.finding(adopted(tmp_path, "{start: 2026-07-24, end: 2026-Q4}"))
    assert (found.wording, text_at(found)) == ("not-started", "adopted")
    assert found.values == {"id": "access", "day": date(2026, 7, 24), "today": date(2026, 9, 24)}


@pytest.mark.parametrize("status", ["running", "proposal", "done", "parked"])
def test_only_what_was_adopted_should_have_begun(tmp_path: Path, status: str) -> None:
    assert RULE.places(adopted(tmp_path, "{start: 2026-01-01, end: 2026-Q4}", status)) == []


def test_a_milestone_has_no_start(tmp_path: Path) -> None:
    assert RULE.places(adopted(tmp_path, "{end: 2026-Q1}")) == []


@pytest.mark.parametrize("days", [182, 183])
def test_on_hold_for_183_days_on_main_it_sleeps(tmp_path: Path, days: int) -> None:
    desk, held = started(tmp_path), date(2026, 12, 1)
    desk.commit("2026-11-02", {"access": text(status="running")})
    desk.commit("2026-12-01", {"access": text(status="on-hold")})
    today = held + timedelta(days=days)
    workspace = open_portfolio(desk.folder, surroundings(desk.home, today))
    found = [(d.wording, d.values["day"]) for d in check(workspace) if d.rule == "sleeping"]
    assert found == ([("", held)] if days == 183 else [])


def test_without_git_nobody_knows_since_when_it_is_on_hold(tmp_path: Path) -> None:
    assert RULE.places(adopted(tmp_path, "{start: 2020-Q1, end: 2026-Q4}", "on-hold")) == []
