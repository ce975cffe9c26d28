"""Signs of life: the newest report, and what is silent, sleeping or due to report."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from icteregie.analysis.progress_state import (
    days_silent,
    days_since_report,
    due_to_report,
    is_silent,
    is_sleeping,
    newest_report,
    sleeps_since,
)
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.workspace.open import open_portfolio
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio, surroundings
from tests.gitrepo import started, text

DAY = date(2027, 6, 1)
BASELINE = "{adopted: 2026-10-08, end: 2027-Q4, one_off: 100000}"


def of(root: Path, day: date = DAY, **keys: str | None) -> tuple[Portfolio, Initiative]:
    """Write an initiative that runs, and look at it on a day."""
    written = initiative(**{"status": "running", "baseline": BASELINE, **keys})
    read = replace(loaded(portfolio(root, {"loopt": written})).portfolio, day=day)
    return read, read.initiatives["loopt"]


def test_the_newest_report_up_to_the_day_counts(tmp_path: Path) -> None:
    reports = "[{date: 2027-05-31, spent: 2}, {date: 2027-04-01, spent: 1}, {date: 2027-06-02, spent: 3}]"
    read = of(tmp_path, progress=reports)
    newest = newest_report(*read)
    assert newest is not None
    assert (newest.spent, days_since_report(*read)) == (2, 1)


def test_a_report_of_today_is_of_no_days_ago(tmp_path: Path) -> None:
    assert days_since_report(*of(tmp_path, progress="[{date: 2027-06-01}]")) == 0


@pytest.mark.parametrize(("report", "silent"), [("2027-03-31", False), ("2027-03-30", True)])
def test_a_report_of_62_days_ago_is_in_time(tmp_path: Path, report: str, *, silent: bool) -> None:
    assert is_silent(*of(tmp_path, progress=f"[{{date: {report}}}]")) is silent


@pytest.mark.parametrize(("start", "silent"), [("2027-03-31", False), ("2027-03-30", True)])
def test_what_began_62_days_ago_needs_no_report_yet(tmp_path: Path, start: str, *, silent: bool) -> None:
    assert is_silent(*of(tmp_path, period=f"{{start: {start}, end: 2027-Q4}}")) is silent


@pytest.mark.parametrize("status", ["adopted", "on-hold", "done"])
def test_only_what_runs_can_be_silent(tmp_path: Path, status: str) -> None:
    assert days_silent(*of(tmp_path, status=status)) is None


def test_a_report_of_a_later_day_breaks_no_silence(tmp_path: Path) -> None:
    assert is_silent(*of(tmp_path, progress="[{date: 2027-06-02}]"))


@pytest.mark.parametrize(("start", "sleeps"), [("2027-04-01", False), ("2027-03-31", True)])
def test_what_was_adopted_sleeps_62_days_after_its_start(tmp_path: Path, start: str, *, sleeps: bool) -> None:
    read = of(tmp_path, status="adopted", period=f"{{start: {start}, end: 2027-Q4}}")
    assert is_sleeping(*read) is sleeps
    assert sleeps_since(*read) == (("not-started", date.fromisoformat(start)) if sleeps else None)


def test_a_partnership_sets_how_soon_it_is_silent(tmp_path: Path) -> None:
    written = initiative(status="running", progress="[{date: 2027-05-01}]")
    root = portfolio(tmp_path, {"loopt": written}, PARTNERSHIP + "thresholds: {silent: 30}\n")
    read = replace(loaded(root).portfolio, day=DAY)
    assert is_silent(read, read.initiatives["loopt"])


def test_without_git_nobody_knows_how_long_it_is_on_hold(tmp_path: Path) -> None:
    assert sleeps_since(*of(tmp_path, status="on-hold", progress="[{date: 2026-11-01}]")) is None


def test_who_has_no_report_of_a_day_or_later_is_due(tmp_path: Path) -> None:
    files = {
        "niets": initiative(status="running"),
        "oud": initiative(status="running", progress="[{date: 2027-04-30}]"),
        "op-de-dag": initiative(status="running", progress="[{date: 2027-05-01}]"),
        "wacht": initiative(status="on-hold"),
    }
    read = replace(loaded(portfolio(tmp_path, files)).portfolio, day=DAY)
    assert [i.id for i in due_to_report(read, date(2027, 5, 1))] == ["niets", "oud"]


def in_git(folder: Path, today: date, *versions: tuple[str, str]) -> tuple[Portfolio, Initiative]:
    """Commit the statuses of an initiative on their days, and open what lies there on a day."""
    desk = started(folder)
    for made, status in versions:
        desk.commit(made, {"loopt": text(status=status)})
    read = open_portfolio(desk.folder, surroundings(desk.home, today)).portfolio
    return read, read.initiatives["loopt"]


VERSIONS = (("2026-02-01", "proposal"), ("2026-11-02", "running"), ("2026-12-01", "on-hold"))
HELD = date(2026, 12, 1)


@pytest.mark.parametrize("days", [182, 183])
def test_it_sleeps_after_183_days_on_hold_on_main(tmp_path: Path, days: int) -> None:
    found = sleeps_since(*in_git(tmp_path, HELD + timedelta(days=days), *VERSIONS))
    assert found == (("on-hold", HELD) if days == 183 else None)


def test_another_status_between_ends_the_sleep(tmp_path: Path) -> None:
    again = (("2027-01-04", "running"), ("2027-02-01", "on-hold"))
    found = sleeps_since(*in_git(tmp_path, date(2027, 8, 10), *VERSIONS, *again))
    assert found == ("on-hold", date(2027, 2, 1))


def test_it_is_on_hold_since_the_first_version_at_the_latest(tmp_path: Path) -> None:
    found = sleeps_since(*in_git(tmp_path, date(2027, 8, 10), ("2026-12-01", "on-hold")))
    assert found == ("on-hold", HELD)


def test_what_began_later_than_planned_is_not_silent_yet(tmp_path: Path) -> None:
    assert days_silent(*in_git(tmp_path, date(2027, 6, 1), VERSIONS[0], ("2027-05-01", "running"))) == 31
