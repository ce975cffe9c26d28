"""What waits for what: days of slack, kinds of dependency, circles."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.diagnostics.types import Diagnostic
from tests import desk
from tests.desk import initiative, portfolio, told

RULE_ON = "initiatives/waits.yaml"


def pair(root: Path, before: str, after: str, link: str = "first", **changes: str | None) -> Path:
    """Write two initiatives by their periods, of which ``waits`` waits for ``first``."""
    files = {
        "first": initiative(period=before),
        "waits": initiative(period=after, depends_on=f"[{link}]", **changes),
    }
    return portfolio(root, files)


def only(root: Path) -> Diagnostic:
    """Give the one finding that there is."""
    (found,) = desk.found(root)
    return found


def test_ready_on_the_day_itself_has_no_slack_but_is_in_time(tmp_path: Path) -> None:
    found = only(pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-Q3, end: 2027-Q4}"))
    assert (found.rule, found.wording) == ("little-slack", "none")
    assert (found.place.file, found.place.line, found.place.column) == (RULE_ON, 10, 14)
    assert found.values == {"id": "waits", "on": "first", "count": 0, "least": 30}


def test_a_day_too_late_is_told(tmp_path: Path) -> None:
    found = only(pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-06-30, end: 2027-Q4}"))
    assert (found.rule, found.wording) == ("dependency-too-late", "")
    assert (found.place.file, found.place.line, found.place.column) == (RULE_ON, 10, 14)
    assert found.values == {
        "id": "waits",
        "on": "first",
        "ready": date(2027, 7, 1),
        "wanted": date(2027, 6, 30),
        "count": 1,
    }
    assert [(place.file, place.line) for place in found.related] == [("initiatives/first.yaml", 9)]


def test_29_days_are_little_slack(tmp_path: Path) -> None:
    found = only(pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-07-30, end: 2027-Q4}"))
    assert (found.rule, found.wording, found.values["count"]) == ("little-slack", "", 29)


def test_30_days_are_enough_slack(tmp_path: Path) -> None:
    root = pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-07-31, end: 2027-Q4}")
    assert told(root) == []


def test_the_least_slack_can_be_set(tmp_path: Path) -> None:
    files = {
        "first": initiative(period="{start: 2027-Q1, end: 2027-Q2}"),
        "waits": initiative(period="{start: 2027-Q3, end: 2027-Q4}", depends_on="[first]"),
    }
    partnership = f"{desk.PARTNERSHIP}thresholds: {{little_slack: 0}}\n"
    assert told(portfolio(tmp_path, files, partnership)) == []


def test_slack_is_not_told_of_what_is_decided(tmp_path: Path) -> None:
    root = pair(
        tmp_path, "{start: 2027-Q1, end: 2027-Q2}", "{start: 2027-Q3, end: 2027-Q4}", status="adopted"
    )
    assert told(root) == []


@pytest.mark.parametrize(
    ("end", "lag", "ready"),
    [
        ("2027-01-30", "1 month", date(2027, 2, 28)),
        ("2027-01-31", "1 month", date(2027, 3, 1)),
        ("2028-01-30", "1 month", date(2028, 2, 29)),
        ("2027-11-29", "3 months", date(2028, 2, 29)),
        ("2027-01-31", "2 weeks", date(2027, 2, 15)),
        ("2027-01-31", "10 days", date(2027, 2, 11)),
    ],
)
def test_a_lag_counts_from_the_day_that_it_is_ready(tmp_path: Path, end: str, lag: str, ready: date) -> None:
    link = f"{{on: first, lag: {lag}}}"
    day = ready.replace(day=1)
    after = f"{{start: {day.year}-0{day.month}-01, end: 2028-Q4}}"
    if ready.day == 1:
        after = "{start: 2027-02-28, end: 2028-Q4}"
    root = pair(tmp_path, f"{{start: 2027-01-01, end: {end}}}", after, link)
    assert [d.values["ready"] for d in desk.found(root) if d.rule == "dependency-too-late"] == [ready]


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
    assert [d.rule for d in desk.found(root)] == rule


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
    assert [d.rule for d in desk.found(root)] == rule


@pytest.mark.parametrize(("latest", "wording"), [("2027-12-31", "within-window"), ("2027-12-30", "")])
def test_a_window_of_exactly_the_days_is_wide_enough(tmp_path: Path, latest: str, wording: str) -> None:
    window = f"{{earliest: 2027-Q2, latest: {latest}}}"
    after = "{start: 2027-06-30, end: 2027-12-30}"
    found = only(pair(tmp_path, "{start: 2027-Q1, end: 2027-Q2}", after, window=window))
    assert (found.rule, found.wording, found.values["count"]) == ("dependency-too-late", wording, 1)


@pytest.mark.parametrize("status", ["idea", "exploration", "parked", "stopped", "rejected"])
def test_what_nobody_planned_is_told_with_its_status(tmp_path: Path, status: str) -> None:
    files = {"first": initiative(status=status, period=None), "waits": initiative(depends_on="[first]")}
    assert told(portfolio(tmp_path, files)) == [("dependency-not-planned", status, RULE_ON, 10, 14)]


@pytest.mark.parametrize("status", ["proposal", "advised", "adopted", "running", "on-hold", "done"])
def test_what_is_planned_or_done_can_be_waited_for(tmp_path: Path, status: str) -> None:
    files = {"first": initiative(status=status, period=None), "waits": initiative(depends_on="[first]")}
    assert told(portfolio(tmp_path, files)) == []


def test_what_comes_on_a_later_agenda_is_told(tmp_path: Path) -> None:
    files = {
        "first": initiative(status="adopted", agenda="2028", period=None),
        "waits": initiative(depends_on="[first]"),
    }
    found = only(portfolio(tmp_path, files))
    assert (found.rule, found.wording, found.values["agenda"]) == ("dependency-not-planned", "later", 2028)


def test_an_experiment_may_build_on_an_experiment(tmp_path: Path) -> None:
    files = {
        "first": initiative(steering="experimental", period=None),
        "waits": initiative(steering="experimental", depends_on="[first]"),
    }
    assert told(portfolio(tmp_path, files)) == []


def test_one_member_that_is_missing_is_told_in_the_singular(tmp_path: Path) -> None:
    files = {
        "first": initiative(participants="[amsterdam, rotterdam, utrecht]", period=None),
        "waits": initiative(depends_on="[first]"),
    }
    found = only(portfolio(tmp_path, files))
    assert (found.rule, found.values["members"], found.values["count"]) == (
        "dependency-misses-participant",
        ("den-haag",),
        1,
    )


def ring(*names: str) -> dict[str, str]:
    """Write initiatives that each wait for the next, and the last for the first."""
    following = [*names[1:], names[0]]
    return {
        name: initiative(depends_on=f"[{on}]", period=None) for name, on in zip(names, following, strict=True)
    }


def test_what_waits_for_itself_is_a_circle(tmp_path: Path) -> None:
    found = only(portfolio(tmp_path, ring("access")))
    assert (found.rule, found.wording) == ("dependency-cycle", "itself")
    assert (found.place.file, found.place.line, found.place.column) == ("initiatives/access.yaml", 9, 14)
    assert (found.values["id"], found.values["circle"]) == ("access", ("access", "access"))


@pytest.mark.parametrize("names", [("a", "b"), ("a", "b", "c"), tuple(f"i{n:03}" for n in range(400))])
def test_a_circle_is_told_once_from_its_first_name(tmp_path: Path, names: tuple[str, ...]) -> None:
    found = only(portfolio(tmp_path, ring(*names)))
    assert (found.rule, found.wording) == ("dependency-cycle", "")
    place = (f"initiatives/{names[0]}.yaml", 9, 14)
    assert (found.place.file, found.place.line, found.place.column) == place
    assert found.values["circle"] == (*names, names[0])
    assert found.values["count"] == len(names)
    assert [related.file for related in found.related] == [f"initiatives/{name}.yaml" for name in names[1:]]


def test_two_tangles_are_told_apart(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path, {**ring("a", "b"), **ring("x", "y", "z"), "m": initiative(depends_on="[a, x]")}
    )
    circles = [d.values["circle"] for d in desk.found(root) if d.rule == "dependency-cycle"]
    assert circles == [("a", "b", "a"), ("x", "y", "z", "x")]


def test_of_a_tangle_the_shortest_circle_through_the_first_is_named(tmp_path: Path) -> None:
    files = {**ring("a", "b", "c", "d"), "b": initiative(depends_on="[c, a]", period=None)}
    assert only(portfolio(tmp_path, files)).values["circle"] == ("a", "b", "a")
