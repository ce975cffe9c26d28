"""Exactly the days of slack, and a day less: what is too late, and what is only just in time."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.dependencies.schedule import schedule
from tests import desk
from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

TOO_LATE = SingleRule("dependency-too-late")
LITTLE_SLACK = SingleRule("little-slack")
WAITS = "initiatives/waits.yaml"


def pair(root: Path, before: str, after: str, link: str = "first", **changes: str | None) -> Path:
    """Write two initiatives by their periods, of which ``waits`` waits for ``first``."""
    files = {
        "first": initiative(period=before),
        "waits": initiative(period=after, depends_on=f"[{link}]", **changes),
    }
    return portfolio(root, files)


def reported(root: Path) -> list[str]:
    """Name the rules that report something: that it is too late, or that there is little slack."""
    return [finding.rule for rule in (TOO_LATE, LITTLE_SLACK) for finding in rule.findings(root)]


def test_ready_on_the_day_itself_has_no_slack_but_is_in_time(tmp_path: Path) -> None:
    finding = LITTLE_SLACK.finding(
        pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-Q3, end: 2027-Q4}")
    )
    assert (finding.rule, finding.wording) == ("little-slack", "none")
    assert (finding.place.file, finding.place.line, finding.place.column) == (WAITS, 10, 14)
    assert finding.values == {"id": "waits", "on": "first", "count": 0, "least": 30}


def test_a_day_too_late_is_told(tmp_path: Path) -> None:
    finding = TOO_LATE.finding(
        pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-06-30, end: 2027-Q4}")
    )
    assert (finding.rule, finding.wording) == ("dependency-too-late", "")
    assert (finding.place.file, finding.place.line, finding.place.column) == (WAITS, 10, 14)
    assert finding.values == {
        "id": "waits",
        "on": "first",
        "ready": date(2027, 7, 1),
        "wanted": date(2027, 6, 30),
        "count": 1,
    }
    assert [(place.file, place.line) for place in finding.related] == [("initiatives/first.yaml", 9)]


def test_29_days_are_little_slack(tmp_path: Path) -> None:
    finding = LITTLE_SLACK.finding(
        pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-07-30, end: 2027-Q4}")
    )
    assert (finding.rule, finding.wording, finding.values["count"]) == ("little-slack", "", 29)


def test_30_days_are_enough_slack(tmp_path: Path) -> None:
    root = pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-07-31, end: 2027-Q4}")
    assert reported(root) == []


def test_the_least_slack_can_be_set(tmp_path: Path) -> None:
    files = {
        "first": initiative(period="{start: 2027-Q1, end: 2027-Q2}"),
        "waits": initiative(period="{start: 2027-Q3, end: 2027-Q4}", depends_on="[first]"),
    }
    partnership = f"{desk.PARTNERSHIP}thresholds: {{little_slack: 0}}\n"
    assert reported(portfolio(tmp_path, files, partnership)) == []


def test_slack_is_not_told_of_what_is_decided(tmp_path: Path) -> None:
    root = pair(
        tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-Q3, end: 2027-Q4}", status="adopted"
    )
    assert reported(root) == []


@pytest.mark.parametrize(
    ("end", "lag", "ready"),
    [
        ("2027-01-30", "1 month", date(2027, 2, 28)),
        ("2027-01-31", "1 month", date(2027, 3, 1)),
        ("2028-01-30", "1 month", date(2028, 2, 29)),
        ("2027-11-29", "3 months", date(2028, 2, 29)),
        ("2027-01-31", "2 weeks", date(2027, 2, 15)),
        ("2027-01-31", "10 days", date(2027, 2, 11)),
        ("2027-06-30", "-1 day", date(2027, 6, 30)),
        ("2027-06-30", "-2 weeks", date(2027, 6, 17)),
        ("2027-06-29", "-1 month", date(2027, 5, 30)),
        ("2027-03-30", "-1 month", date(2027, 2, 28)),
    ],
)
def test_a_lag_counts_from_the_day_that_it_is_ready(tmp_path: Path, end: str, lag: str, ready: date) -> None:
    link = f"{{on: first, lag: {lag}}}"
    day = ready.replace(day=1)
    after = f"{{start: {day.year}-0{day.month}-01, end: 2028-Q4}}"
    if ready.day == 1:
        after = "{start: 2027-02-28, end: 2028-Q4}"
    root = pair(tmp_path, f"{{start: 2027-01-01, end: {end}}}", after, link)
    assert [d.values["ready"] for d in TOO_LATE.findings(root)] == [ready]


FINISH = "{on: first, kind: finish-to-finish}"
START = "{on: first, kind: start-to-start}"


@pytest.mark.parametrize(
    ("after", "rule"),
    [
        ("{start: 2027-Q1, end: 2027-06-29}", ["dependency-too-late"]),
        ("{start: 2027-Q1, end: 2027-06-30}", ["little-slack"]),
        ("{start: 2027-Q1, end: 2027-07-30}", []),
    ],
    ids=["a day before its end", "on its end", "30 days after its end"],
)
def test_finish_to_finish_compares_both_ends(tmp_path: Path, after: str, rule: list[str]) -> None:
    root = pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", after, FINISH)
    assert reported(root) == rule


@pytest.mark.parametrize(
    ("after", "rule"),
    [
        ("{start: 2026-12-31, end: 2027-Q2}", ["dependency-too-late"]),
        ("{start: 2027-01-01, end: 2027-Q2}", ["little-slack"]),
        ("{start: 2027-01-31, end: 2027-Q2}", []),
    ],
    ids=["a day before its start", "on its start", "30 days after its start"],
)
def test_start_to_start_compares_both_starts(tmp_path: Path, after: str, rule: list[str]) -> None:
    root = pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", after, START)
    assert reported(root) == rule


SWITCH = "{on: first, kind: start-to-finish}"


@pytest.mark.parametrize(
    ("after", "rule"),
    [
        ("{start: 2026-Q4, end: 2027-06-29}", ["dependency-too-late"]),
        ("{start: 2026-Q4, end: 2027-06-30}", ["little-slack"]),
        ("{start: 2026-Q4, end: 2027-07-30}", []),
    ],
    ids=["a day before the day before", "on the day before its start", "30 days later"],
)
def test_start_to_finish_compares_its_start_with_the_end(tmp_path: Path, after: str, rule: list[str]) -> None:
    root = pair(tmp_path, "{start: 2027-Q3, end: 2027-Q4}", after, SWITCH)
    assert reported(root) == rule


@pytest.mark.parametrize(("start", "late"), [("2027-06-17", 0), ("2027-06-16", 1)])
def test_an_overlap_ends_on_its_last_day(tmp_path: Path, start: str, late: int) -> None:
    after = f"{{start: {start}, end: 2027-Q4}}"
    root = pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", after, "{on: first, lag: -2 weeks}")
    assert [finding.values["count"] for finding in TOO_LATE.findings(root)] == [1] * late


@pytest.mark.parametrize(
    ("kind", "lag", "slot"),
    [
        ("finish-to-start", "-2 weeks", (date(2027, 6, 17), date(2027, 9, 14))),
        ("finish-to-finish", "-2 weeks", (date(2027, 3, 19), date(2027, 6, 16))),
        ("start-to-finish", "2 weeks", (date(2027, 1, 1), date(2027, 3, 31))),
        ("start-to-finish", "6 months", (date(2027, 4, 2), date(2027, 6, 30))),
    ],
)
def test_the_earliest_slot_keeps_the_overlap(
    tmp_path: Path, kind: str, lag: str, slot: tuple[date, date]
) -> None:
    link = f"{{on: first, kind: {kind}, lag: {lag}}}"
    root = pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-Q1, end: 2027-Q1}", link)
    own = schedule(desk.loaded(root).portfolio)["waits"]
    assert (own.start, own.end) == slot


@pytest.mark.parametrize(("latest", "wording"), [("2027-12-31", "within-window"), ("2027-12-30", "")])
def test_a_window_of_exactly_the_days_is_wide_enough(tmp_path: Path, latest: str, wording: str) -> None:
    window = f"{{earliest: 2027-Q2, latest: {latest}}}"
    after = "{start: 2027-06-30, end: 2027-12-30}"
    finding = TOO_LATE.finding(pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", after, window=window))
    assert (finding.rule, finding.wording, finding.values["count"]) == ("dependency-too-late", wording, 1)


@pytest.mark.parametrize(("link", "end"), [(FINISH, "end"), (START, "start"), ("first", "end")])
@pytest.mark.parametrize("rule", [TOO_LATE, LITTLE_SLACK], ids=lambda rule: rule.name)
def test_the_finding_points_at_the_end_of_the_period_that_counts(
    tmp_path: Path, rule: SingleRule, link: str, end: str
) -> None:
    # In time by a few days for each kind of dependency, or else too late for each.
    after = "{start: 2027-07-05, end: 2027-07-09}"
    days = {
        "little-slack": {"start": ("2027-07-01", "2027-12-31"), "end": ("2027-01-01", "2027-07-01")},
        "dependency-too-late": {"start": ("2027-08-01", "2027-08-31"), "end": ("2027-07-01", "2027-08-31")},
    }
    first, last = days[rule.name][end]
    period = f"{{start: {first}, end: {last}}}"
    (place,) = rule.finding(pair(tmp_path, period, after, link)).related
    assert (place.file, place.line) == ("initiatives/first.yaml", 9)
    assert place.excerpt[: place.column - 1].endswith(f"{end}: ")
