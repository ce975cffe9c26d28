"""The calendar: everything that must happen, by day, for one agenda or for all."""

import csv
import io
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie

FILES = {
    "answered": initiative(obligation="{kind: statutory, basis: Woo, deadline: 2027-12-31}"),
    "idea": initiative(status="idea", agenda=None, obligation="{kind: contractual, deadline: 2027-10-01}"),
    "outside": initiative(
        external="[{what: DigiD, by: 2027-02-01}]", steps="[{name: Proef, end: 2027-Q1, decide: go}]"
    ),
    "done": initiative(status="done", obligation="{kind: statutory, deadline: 2026-12-31}"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return portfolio(tmp_path, FILES)


def entries(root: Path, *words: str) -> list[tuple[str, str, str]]:
    """Give day, kind and subject of each entry."""
    done = regie("calendar", "-C", root, "--today", "2026-09-24", "--format", "csv", *words)
    assert done.returncode == 0, done.stderr
    return [(row["date"], row["kind"], row["about"]) for row in csv.DictReader(io.StringIO(done.stdout))]


def test_what_is_still_to_come_is_listed_by_day(root: Path) -> None:
    assert entries(root) == [
        ("2026-09-24", "meeting", "innovation-board"),
        ("2026-09-24", "advice", ""),
        ("2026-10-08", "meeting", "directors"),
        ("2026-10-08", "decision", ""),
        ("2026-10-29", "late_advice", ""),
        ("2026-11-12", "late_decision", ""),
        ("2027-02-01", "external", "outside"),
        ("2027-02-21", "last-day", "idea"),
        ("2027-03-31", "step", "outside"),
        ("2027-10-01", "obligation", "idea"),
        ("2027-12-31", "obligation", "answered"),
    ]


def test_days_counts_from_today_and_the_last_day_is_in(root: Path) -> None:
    assert entries(root, "--days", "14")[-1] == ("2026-10-08", "decision", "")
    assert entries(root, "--days", "13")[-1] == ("2026-09-24", "advice", "")


def test_all_has_what_is_past_too(root: Path) -> None:
    assert entries(root, "--all")[0] == ("2026-04-23", "first_estimate", "")


def test_one_agenda_has_no_meetings_and_no_ideas(root: Path) -> None:
    kinds = {(kind, about) for _, kind, about in entries(root, "--year", "2027")}
    assert ("external", "outside") in kinds
    assert not {kind for kind, _ in kinds} & {"meeting", "last-day"}


def test_an_empty_calendar_says_so(root: Path) -> None:
    done = regie("calendar", "-C", root, "--today", "2029-01-01")
    assert "Er staan geen datums meer op de kalender." in done.stderr


@pytest.mark.parametrize("words", [("--days", "0"), ("--only", "meetings")])
def test_nothing_of_what_was_asked_is_not_an_empty_calendar(root: Path, words: tuple[str, ...]) -> None:
    done = regie("calendar", "-C", root, "--today", "2028-12-30", *words)
    assert "Er is niets op de kalender van wat hier is gevraagd." in done.stderr


def test_every_entry_says_how_long_it_still_is_and_what_for(root: Path) -> None:
    done = regie("calendar", "-C", root, "--today", "2026-10-07", "--all", "--format", "csv")
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["date"] for row in found] == sorted(row["date"] for row in found)
    days = {(row["date"], row["days"]) for row in found}
    assert {("2026-09-24", "-13"), ("2026-10-08", "1")} <= days
    told = {(row["kind"], row["about"], row["agenda"], row["what"]) for row in found}
    assert ("external", "outside", "2027", "DigiD") in told
    assert ("step", "outside", "2027", "Proef (go)") in told
    assert ("obligation", "answered", "2027", "Woo") in told
    assert not {about for _, about, _, _ in told} & {"done"}
