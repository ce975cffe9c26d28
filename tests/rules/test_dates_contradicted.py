"""The same day, a day earlier, and the newest statement that counts."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("dates-contradicted")


def lived(root: Path, **keys: str) -> Path:
    """Write what runs from 2027-Q1 to 2027-Q2 and was submitted on 18 May 2026."""
    made = "{adopted: 2026-10-08, end: 2027-Q2, one_off: 5}"
    return portfolio(root, {"access": initiative(**{"status": "running", "baseline": made, **keys})})


def adopted(day: str, **parts: str) -> dict[str, str]:
    start = f", start: {parts['start']}" if "start" in parts else ""
    return {"baseline": f"{{adopted: {day}{start}, end: {parts.get('end', '2027-Q2')}, one_off: 5}}"}


@pytest.mark.parametrize(
    "keys",
    [
        adopted("2026-05-18"),
        adopted("2027-06-30"),
        adopted("2026-10-08", start="2027-06-30", end="2027-06-30"),
        {"rebaselines": "[{date: 2026-10-08, end: 2027-Q3, one_off: 5}]"},
        {"progress": "[{date: 2026-12-01, end: 2027-01-01}]"},
        {"progress": "[{date: 2027-03-01, time: green}, {date: 2027-02-01, time: green}]"},
    ],
)
def test_the_same_day_is_fine(tmp_path: Path, keys: dict[str, str]) -> None:
    assert RULE.places(lived(tmp_path, **keys)) == []


@pytest.mark.parametrize(
    ("keys", "wording", "at"),
    [
        (adopted("2026-05-17"), "adopted", "2026-05-17"),
        (adopted("2027-07-01"), "over", "2027-Q2"),
        (adopted("2026-10-08", start="2027-07-01"), "", "2027-Q2"),
        ({"rebaselines": "[{date: 2026-10-07, end: 2027-Q3, one_off: 5}]"}, "rebaseline", "2026-10-07"),
        ({"rebaselines": "[{date: 2026-12-01, end: 2026-12-31, one_off: 5}]"}, "foreseen", "2026-12-31"),
        ({"progress": "[{date: 2026-12-01, end: 2026-12-31}]"}, "foreseen", "2026-12-31"),
    ],
)
def test_a_day_earlier_is_reported_where_it_is_typed(
    tmp_path: Path, keys: dict[str, str], wording: str, at: str
) -> None:
    finding = RULE.finding(lived(tmp_path, **keys))
    assert (finding.wording, text_at(finding), finding.values["id"]) == (wording, at, "access")


def test_a_baseline_that_runs_backwards_is_one_finding(tmp_path: Path) -> None:
    finding = RULE.finding(lived(tmp_path, **adopted("2026-10-08", start="2027-Q1", end="2026-Q2")))
    assert finding.wording == ""


def test_of_what_was_foreseen_only_the_newest_counts(tmp_path: Path) -> None:
    reports = "[{date: 2026-11-01, end: 2026-Q4}, {date: 2026-12-01, end: 2027-Q2}]"
    assert RULE.places(lived(tmp_path, progress=reports)) == []


@pytest.mark.parametrize(("box", "count"), [("2027-01-01", 0), ("2026-Q4", 1)])
def test_an_experiment_does_not_end_before_it_starts(tmp_path: Path, box: str, count: int) -> None:
    experiment = f"{{learning_goal: a, time_box: {box}, budget_cap: 5, stop_when: b}}"
    findings = RULE.findings(lived(tmp_path, experiment=experiment))
    assert [(f.wording, text_at(f)) for f in findings] == [("time-box", box)] * count


@pytest.mark.parametrize(("status", "count"), [("done", 1), ("stopped", 0), ("rejected", 0), ("parked", 0)])
def test_what_is_done_is_judged_and_what_was_given_up_is_not(tmp_path: Path, status: str, count: int) -> None:
    assert len(RULE.places(lived(tmp_path, status=status, **adopted("2026-05-17")))) == count


@pytest.mark.parametrize(
    ("second", "at"),
    [
        ("date: 2026-12-01, time: red", "red"),
        ("date: 2026-12-01, time: green, end: 2027-Q3", "2027-Q3"),
        ("date: 2026-12-01, time: green, end: 2027-Q2, spent: 5", None),
        ("date: 2026-12-01, text: Nog iets", None),
        ("date: 2026-12-01, end: 2027-06-30", None),
        ("date: 2026-12-02, time: red", None),
    ],
)
def test_two_reports_of_one_day_say_the_same(tmp_path: Path, second: str, at: str | None) -> None:
    reports = f"[{{date: 2026-12-01, time: green, end: 2027-Q2}}, {{{second}}}]"
    findings = RULE.findings(lived(tmp_path, progress=reports))
    assert [(f.wording, text_at(f)) for f in findings] == ([("two-reports", at)] if at else [])


@pytest.mark.parametrize(("amount", "count"), [("5", 0), ("6", 1)])
def test_so_do_two_rebaselines(tmp_path: Path, amount: str, count: int) -> None:
    one = "{date: 2026-12-01, end: 2027-Q3, one_off: 5}"
    rebaselines = f"[{one}, {{date: 2026-12-01, end: 2027-Q3, one_off: {amount}}}]"
    findings = RULE.findings(lived(tmp_path, rebaselines=rebaselines))
    assert [(f.wording, text_at(f)) for f in findings] == [("two-rebaselines", amount)] * count
