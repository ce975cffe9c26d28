"""Exactly a quarter outside, one more; the year of the start, the year before; the last day, the next."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("outside-own-period")


def running(root: Path, **keys: str | None) -> Path:
    """Write what runs from 2027-Q2 to 2027-Q3."""
    period = "{start: 2027-05-15, end: 2027-08-15}"
    return portfolio(root, {"access": initiative(**{"period": period, **keys})})


def effort(*moments: str) -> str:
    return f"{{platform: {{{', '.join(f'{moment}: 40' for moment in moments)}}}}}"


@pytest.mark.parametrize("moment", ["2027-Q1", "2027-01", "2027-01-01", "2027-Q2", "2027-Q4", "2027-12-31"])
def test_hours_a_quarter_before_and_after_are_fine(tmp_path: Path, moment: str) -> None:
    assert RULE.places(running(tmp_path, effort=effort(moment))) == []


@pytest.mark.parametrize(
    ("moment", "wording"),
    [
        ("2026-Q4", "effort-before"),
        ("2026-12-31", "effort-before"),
        ("2028-Q1", "effort-after"),
        ("2028-01-01", "effort-after"),
    ],
)
def test_hours_beyond_that_are_reported_at_their_key(tmp_path: Path, moment: str, wording: str) -> None:
    finding = RULE.finding(running(tmp_path, effort=effort("2027-Q2", moment)))
    assert (finding.wording, text_at(finding)) == (wording, moment)
    assert (finding.values["team"], finding.values["moments"]) == ("Team Platform", (moment,))


def test_several_quarters_of_a_team_are_one_finding_a_side(tmp_path: Path) -> None:
    moments = ("2026-Q3", "2026-Q4", "2028-Q1", "2028-Q2")
    findings = RULE.findings(running(tmp_path, effort=effort(*moments)))
    assert [f.values["moments"] for f in findings] == [moments[:2], moments[2:]]


@pytest.mark.parametrize(("by", "count"), [("2020-01-01", 0), ("2027-08-15", 0), ("2027-08-16", 1)])
def test_what_others_deliver_may_come_up_to_the_last_day(tmp_path: Path, by: str, count: int) -> None:
    found = RULE.findings(running(tmp_path, external=f"[{{what: DigiD, by: {by}}}]"))
    assert [(f.wording, text_at(f)) for f in found] == [("", by)] * count


@pytest.mark.parametrize(
    ("keys", "wording"),
    [
        ({"costs": "{recurring: {YEAR: 5}}"}, "costs"),
        ({"benefits": "{recurring: {YEAR: 5}}"}, "benefits"),
        ({"benefits": "{one_off: {YEAR: 5}}"}, "benefits"),
    ],
)
def test_amounts_of_the_year_before_the_start_are_reported(
    tmp_path: Path, keys: dict[str, str], wording: str
) -> None:
    of_year = {key: value.replace("YEAR", "2027") for key, value in keys.items()}
    assert RULE.places(running(tmp_path, **of_year)) == []
    before = {key: value.replace("YEAR", "2026") for key, value in keys.items()}
    finding = RULE.finding(running(tmp_path, **before))
    assert (finding.wording, text_at(finding), finding.values["years"]) == (wording, "2026", ("2026",))


@pytest.mark.parametrize(
    "costs", ["{one_off: {2026: 5}}", "{one_off: {2030: 5}}", "{recurring: {2026: 0, 2027: 5}}"]
)
def test_one_off_cost_may_fall_in_any_year_and_nothing_costs_nothing(tmp_path: Path, costs: str) -> None:
    assert RULE.places(running(tmp_path, costs=costs)) == []


def test_an_earlier_start_and_a_later_end_that_were_agreed_on_count(tmp_path: Path) -> None:
    keys = {
        "status": "running",
        "baseline": "{adopted: 2025-10-08, start: 2026-Q4, end: 2027-Q2, one_off: 5}",
        "rebaselines": "[{date: 2027-03-01, end: 2027-Q4, one_off: 5}]",
        "costs": "{recurring: {2026: 5}}",
        "effort": effort("2026-Q3", "2028-Q1"),
        "external": "[{what: DigiD, by: 2027-12-31}]",
    }
    assert RULE.places(running(tmp_path, **keys)) == []


@pytest.mark.parametrize("keys", [{"status": "done"}, {"status": "stopped"}, {"period": None}])
def test_what_is_over_or_has_no_period_is_not_judged(tmp_path: Path, keys: dict[str, str | None]) -> None:
    assert RULE.places(running(tmp_path, effort=effort("2020-Q1"), **keys)) == []


def test_a_milestone_has_an_end_only(tmp_path: Path) -> None:
    keys = {"period": "{end: 2027-Q2}", "benefits": "{recurring: {2026: 5}}"}
    assert RULE.places(running(tmp_path, **keys)) == []
    finding = RULE.finding(running(tmp_path, external="[{what: DigiD, by: 2027-07-01}]", **keys))
    assert finding.wording == ""


def test_hours_that_cannot_be_read_hide_nothing_else(tmp_path: Path) -> None:
    root = running(tmp_path, effort="{platform: veel}", external="[{what: DigiD, by: 2028-01-01}]")
    assert [f.wording for f in RULE.findings(root) if f.rule == RULE.name] == [""]
