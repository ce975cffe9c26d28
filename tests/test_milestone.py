"""A milestone, a period with an end alone: a point of length zero, of which no costs are asked."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.completeness import missing_keys
from icteregie.analysis.dependencies.schedule import schedule
from tests.desk import found, initiative, loaded, portfolio, regie, told
from tests.diff.two import on_disk, said
from tests.rules.single import SingleRule

TOO_LATE = SingleRule("dependency-too-late")
POINT = "{end: 2027-06-30}"


def pair(root: Path, before: str, after: str, link: str = "first") -> Path:
    """Write two initiatives by their periods, of which ``waits`` waits for ``first``."""
    files = {"first": initiative(period=before), "waits": initiative(period=after, depends_on=f"[{link}]")}
    return portfolio(root, files)


def late(root: Path) -> list[object]:
    """Give the days that something is too late."""
    return [finding.values["count"] for finding in TOO_LATE.findings(root)]


@pytest.mark.parametrize(("end", "days"), [("2027-06-30", []), ("2027-07-01", [1])])
def test_it_can_be_reached_on_the_day_that_the_work_ends(tmp_path: Path, end: str, days: list[int]) -> None:
    assert late(pair(tmp_path, f"{{start: 2027-Q1, end: {end}}}", POINT)) == days


@pytest.mark.parametrize(("start", "days"), [("2027-07-01", []), ("2027-06-30", [1])])
def test_what_waits_for_it_starts_the_day_after(tmp_path: Path, start: str, days: list[int]) -> None:
    assert late(pair(tmp_path, POINT, f"{{start: {start}, end: 2027-Q4}}")) == days


@pytest.mark.parametrize(
    ("kind", "first", "days"),
    [
        ("finish-to-finish", "2027-06-30", []),
        ("finish-to-finish", "2027-07-01", [1]),
        ("start-to-start", "2027-06-30", []),
        ("start-to-start", "2027-07-01", []),
        ("start-to-start", "2027-07-02", [1]),
        ("start-to-finish", "2027-07-01", []),
        ("start-to-finish", "2027-07-02", [1]),
    ],
)
def test_of_every_kind_of_dependency_it_takes_no_day(
    tmp_path: Path, kind: str, first: str, days: list[int]
) -> None:
    period = (
        f"{{start: 2027-Q1, end: {first}}}"
        if kind == "finish-to-finish"
        else f"{{start: {first}, end: 2028-Q1}}"
    )
    assert late(pair(tmp_path, period, POINT, f"{{on: first, kind: {kind}}}")) == days


def test_a_chain_over_it_loses_no_day(tmp_path: Path) -> None:
    files = {
        "a": initiative(period="{start: 2027-Q1, end: 2027-07-31}"),
        "b": initiative(period=POINT, depends_on="[a]"),
        "c": initiative(period="{start: 2027-07-01, end: 2027-07-31}", depends_on="[b]"),
    }
    slots = schedule(loaded(portfolio(tmp_path, files)).portfolio)
    assert (slots["b"].shown_start, slots["b"].end, slots["b"].driver) == (
        date(2027, 7, 31),
        date(2027, 7, 31),
        "a",
    )
    assert (slots["c"].start, slots["c"].end) == (date(2027, 8, 1), date(2027, 8, 31))


def test_the_deadline_on_its_own_day_is_in_time(tmp_path: Path) -> None:
    own = {
        "in-time": initiative(period=POINT, obligation="{kind: choice, deadline: 2027-06-30}"),
        "late": initiative(period=POINT, obligation="{kind: choice, deadline: 2027-06-29}"),
    }
    findings = SingleRule("late-for-deadline").findings(portfolio(tmp_path, own))
    assert [(finding.values["id"], finding.values["count"]) for finding in findings] == [("late", 1)]


def test_it_overlaps_with_nothing_on_its_component(tmp_path: Path) -> None:
    files = {
        "work": initiative(components="[identity]", period="{start: 2027-Q1, end: 2027-Q4}"),
        "point": initiative(components="[identity]", period=POINT),
    }
    assert SingleRule("component-overlap").places(portfolio(tmp_path, files)) == []


@pytest.mark.parametrize(
    ("period", "missing"), [(POINT, ()), ("{start: 2027-06-30, end: 2027-06-30}", ("costs",))]
)
def test_no_costs_are_asked_of_it(period: str, missing: tuple[str, ...]) -> None:
    text = initiative(period=period, steering="supporting", problem="De toegang is oud.")
    assert missing_keys(text.encode(), "access") == missing


@pytest.mark.parametrize(
    ("key", "value"),
    [("costs", "{one_off: {2027: 1}, recurring: {2028: 0}}"), ("effort", "{platform: {2027-Q1: 1}}")],
)
def test_work_without_a_start_is_reported_with_what_an_end_alone_means(
    tmp_path: Path, key: str, value: str
) -> None:
    root = portfolio(tmp_path, {"access": initiative(period=POINT, **{key: value})})
    assert told(root) == [("invalid-value", "milestone-with-work", "initiatives/access.yaml", 9, 9)]
    words = regie("validate", "--lang", "en", "-C", root).stdout
    assert f"this is a milestone: a point in time, without work of its own. But it also gives {key}." in words


EXPERIMENT = "{learning_goal: Werkt dit?, time_box: 2027-Q2, budget_cap: 1000, stop_when: Te duur.}"
REFUSED = ("invalid-value", "milestone-with-work", "initiatives/access.yaml", 9, 9)


def test_an_experiment_is_work_too(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path, {"access": initiative(period=POINT, steering="experimental", experiment=EXPERIMENT)}
    )
    (finding,) = found(root)
    assert (finding.rule, finding.wording, finding.place.file, finding.place.line) == REFUSED[:4]
    assert finding.values["work"] == "experiment"


@pytest.mark.parametrize("refused", [{"submitter": "Utrecht!"}, {"domein": "access"}, {"effort": "veel"}])
def test_work_without_a_start_is_reported_beside_what_is_refused_elsewhere(
    tmp_path: Path, refused: dict[str, str]
) -> None:
    point = initiative(period=POINT, costs="{one_off: {2027: 1}}", **refused)
    assert REFUSED in told(portfolio(tmp_path, {"access": point}))


@pytest.mark.parametrize(
    ("period", "costs"), [("{end: ooit}", "{one_off: {2027: 1}}"), (POINT, "veel"), (POINT, None)]
)
def test_what_can_not_be_read_is_no_work_without_a_start(
    tmp_path: Path, period: str, costs: str | None
) -> None:
    point = initiative(submitter="Utrecht!", period=period, costs=costs)
    wordings = [wording for _, wording, *_ in told(portfolio(tmp_path, {"access": point}))]
    assert wordings
    assert "milestone-with-work" not in wordings


@pytest.mark.parametrize("period", ["{start: 2027-Q1}", "{}"])
def test_an_end_is_always_asked(tmp_path: Path, period: str) -> None:
    root = portfolio(tmp_path, {"access": initiative(period=period)})
    assert ("missing-key", "", "initiatives/access.yaml", 9, 1) in told(root)


@pytest.mark.parametrize(
    ("end", "finding"),
    [("2026-12-31", ["before"]), ("2027-Q1", []), ("2027-12-31", []), ("2028-01-01", ["after"])],
)
def test_the_year_of_its_day_counts(tmp_path: Path, end: str, finding: list[str]) -> None:
    root = portfolio(tmp_path, {"access": initiative(period=f"{{end: {end}}}")})
    assert [one.wording for one in SingleRule("period-outside-agenda").findings(root)] == finding


def test_the_planning_has_a_point(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(period=POINT, domain="access")})
    written = regie("agenda", "--lang", "en", "-C", root).stdout
    assert "  Vervanging van de toegang :milestone, 2027-06-30, 0d\n" in written
    assert "| Period | 30 Jun 2027 |" in written


def test_the_list_has_its_end_and_no_start(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(period=POINT)})
    words = ("list", "--columns", "period,start,end", "-C", root, "--format")
    assert list(csv.DictReader(io.StringIO(regie(*words, "csv").stdout))) == [
        {"period": "2027-06-30", "start": "", "end": "2027-06-30"}
    ]
    (row,) = json.loads(regie(*words, "json").stdout)["rows"]
    assert row["period"] == {"start": None, "end": "2027-06-30"}


def test_a_list_sorts_it_by_its_day(tmp_path: Path) -> None:
    files = {
        "a": initiative(period="{start: 2027-Q4, end: 2027-Q4}"),
        "b": initiative(period=POINT),
        "c": initiative(period="{start: 2027-Q1, end: 2027-Q1}"),
    }
    root = portfolio(tmp_path, files)
    written = regie("list", "--columns", "id", "--sort", "period", "--format", "csv", "-C", root).stdout
    assert written.split() == ["id", "c", "b", "a"]


@pytest.mark.parametrize("command", ["show", "why", "graph"])
@pytest.mark.parametrize("form", ["", "json"])
def test_each_command_takes_it(tmp_path: Path, command: str, form: str) -> None:
    root = pair(tmp_path, POINT, "{end: 2027-Q3}")
    done = regie(command, "waits", "-C", root, *(("--format", form) if form else ()))
    assert (done.returncode, done.stderr) == (0, "")


def test_a_start_that_goes_is_a_change_of_the_period(tmp_path: Path) -> None:
    before = {"access": initiative()}
    after = {"access": initiative(period="{end: 2027-Q2}")}
    (changed,) = on_disk(tmp_path, before, after).initiatives.changed
    assert said(changed.changes) == [("period.start", "2027-Q1", "")]
