"""20 percent and a euro or a day more, of each quantity; who got a new agreement, and who only wrote it."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("watermelon")
CALENDAR = PARTNERSHIP.replace("meetings:\n", "meetings:\n  - {body: directors, date: 2026-06-18}\n")
BASELINE = "{adopted: 2025-10-09, end: 2026-04-10, one_off: 100000, recurring: 10000}"
LIST = "decisions/2026-06-18-directors.yaml"
DECIDED = "decisions: [{initiatives: [access], decision: rebaseline, end: 2026-12-31, one_off: 200000}]\n"
REBASELINE = "[{date: 2026-06-18, end: 2026-12-31, one_off: 200000, reasons: [law]}]"


def reported(root: Path, report: str, files: dict[str, str] | None = None, **keys: str | None) -> Path:
    """Report on 100 days for 100,000 euros, from 1 January to 10 April."""
    usual = {
        "status": "running",
        "submitted": "2025-05-18",
        "baseline": BASELINE,
        "period": "{start: 2026-01-01, end: 2026-04-10}",
        "progress": f"[{{date: 2026-09-01, {report}}}]",
    }
    text = initiative(**{**usual, **keys})
    return portfolio(root, {"access": text, **(files or {})}, CALENDAR)


@pytest.mark.parametrize(
    "report",
    [
        "cost: green, one_off: 120000",
        "cost: green, recurring: 12000",
        "cost: amber, one_off: 900000",
        "time: red, end: 2028-Q4",
        "end: 2028-Q4, one_off: 900000",
    ],
)
def test_exactly_a_fifth_more_and_what_is_not_called_green_is_fine(tmp_path: Path, report: str) -> None:
    assert RULE.places(reported(tmp_path, report)) == []


ONE_OFF = {"one_off": 120001, "agreed_one_off": 100000}
RECURRING = {"recurring": 12001, "agreed_recurring": 10000}
TIME = {"end": "2026-10-01", "agreed_end": "2026-04-10"}


@pytest.mark.parametrize(
    ("report", "wording", "values"),
    [
        ("cost: green, one_off: 120001", "one-off", ONE_OFF),
        ("cost: green, recurring: 12001", "recurring", RECURRING),
        ("time: green, end: 2026-10-01", "time", TIME),
        ("cost: green, one_off: 120001, recurring: 12001", "one-off-and-recurring", ONE_OFF | RECURRING),
        ("time: green, cost: green, end: 2026-10-01, one_off: 120001", "time-and-one-off", TIME | ONE_OFF),
        (
            "time: green, cost: green, end: 2026-10-01, recurring: 12001",
            "time-and-recurring",
            TIME | RECURRING,
        ),
        (
            "time: green, cost: green, end: 2026-10-01, one_off: 120001, recurring: 12001",
            "",
            TIME | ONE_OFF | RECURRING,
        ),
    ],
)
def test_one_finding_names_all_that_is_red(
    tmp_path: Path, report: str, wording: str, values: dict[str, object]
) -> None:
    found = RULE.finding(reported(tmp_path, report))
    assert (found.wording, text_at(found)) == (wording, "green")
    assert {key: found.values.get(key) for key in values} == values


def test_a_day_more_than_a_fifth_is_late(tmp_path: Path) -> None:
    text = "[{date: 2026-04-01, time: green, end: 2026-05-01}]"
    late = reported(tmp_path, "", progress=text)
    assert RULE.finding(late, date(2026, 4, 2)).wording == "time"
    text = "[{date: 2026-04-01, time: green, end: 2026-04-30}]"
    assert RULE.places(reported(tmp_path / "in-time", "", progress=text), date(2026, 4, 2)) == []


def test_only_the_newest_report_counts(tmp_path: Path) -> None:
    reports = "[{date: 2026-09-01, cost: red}, {date: 2026-08-01, cost: green, one_off: 900000}]"
    assert RULE.places(reported(tmp_path, "", progress=reports)) == []


def test_who_got_a_new_agreement_by_decision_is_green(tmp_path: Path) -> None:
    report = "time: green, cost: green, end: 2026-12-31, one_off: 200000"
    root = reported(tmp_path, report, {LIST: DECIDED}, rebaselines=REBASELINE)
    assert RULE.places(root) == []


def test_who_only_wrote_one_is_not(tmp_path: Path) -> None:
    report = "time: green, cost: green, end: 2026-12-31, one_off: 200000"
    found = RULE.finding(reported(tmp_path, report, rebaselines=REBASELINE))
    assert (found.wording, found.values["agreed_one_off"]) == ("time-and-one-off", 100000)


def test_while_a_list_cannot_be_read_a_new_agreement_is_not_judged(tmp_path: Path) -> None:
    files = {LIST: "decisions: [{initiatives: [access], decision: herijking}]\n"}
    root = reported(tmp_path, "cost: green, one_off: 200000", files, rebaselines=REBASELINE)
    assert [found.rule for found in RULE.findings(root)] == ["invalid-value"]


@pytest.mark.parametrize("status", ["done", "stopped", "adopted"])
def test_what_does_not_run_is_not_judged(tmp_path: Path, status: str) -> None:
    assert RULE.places(reported(tmp_path, "cost: green, one_off: 900000", status=status)) == []
