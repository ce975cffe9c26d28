"""Of what transforms only the steps decided so far count for a deadline or an ambition."""

import json
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie

STEPS = "[{name: Een, end: 2027-06-30, decide: go/no-go}, {name: Twee, end: 2027-12-31, decide: go/no-go}]"
WHOLE = {
    "steering": "transformational",
    "period": "{start: 2027-Q1, end: 2027-Q4}",
    "steps": STEPS,
    "ambitions": "[utrecht/loket]",
}
FIRST = "{adopted: 2026-10-08, step: Een, end: 2027-06-30, one_off: 1}"
ALL = "{adopted: 2026-10-08, end: 2027-12-31, one_off: 1}"


def made(root: Path, by: str, **changes: str | None) -> Path:
    wanted = f"as_of: 2026-09-01\nambitions:\n  loket: {{title: Loket, by: {by}}}\n"
    obligation = f"{{kind: contractual, deadline: {by}}}"
    keys = {**WHOLE, "obligation": obligation, **changes}
    return portfolio(root, {"ambitions/utrecht.yaml": wanted, "access": initiative(**keys)})


def late(root: Path, day: str = "2026-09-24") -> set[str]:
    done = regie("validate", "-C", root, "--today", day, "--format", "json")
    rules = {found["rule"] for found in json.loads(done.stdout)["findings"]}
    return rules & {"late-for-deadline", "late-for-ambition"}


BOTH = {"late-for-deadline", "late-for-ambition"}


@pytest.mark.parametrize(
    ("by", "found"), [("2027-12-31", set()), ("2027-06-30", set()), ("2027-06-29", BOTH)]
)
def test_until_adoption_it_asks_up_to_the_next_go_no_go(tmp_path: Path, by: str, found: set[str]) -> None:
    assert late(made(tmp_path, by)) == found


@pytest.mark.parametrize(("by", "found"), [("2027-06-30", set()), ("2027-06-29", BOTH)])
@pytest.mark.parametrize("day", ["2026-11-01", "2027-06-30"])
def test_the_adopted_step_counts(tmp_path: Path, by: str, found: set[str], day: str) -> None:
    root = made(tmp_path, by, status="running", baseline=FIRST)
    assert late(root, day) - {"late-for-ambition"} == found - {"late-for-ambition"}


def test_a_decision_that_stays_open_does_not_make_it_late(tmp_path: Path) -> None:
    root = made(tmp_path, "2027-08-01", status="running", baseline=FIRST, period=None)
    assert late(root, "2027-09-01") == set()


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "adopted", "baseline": ALL},
        {"steering": "business-critical"},
        {"steps": "[{name: Een, end: 2027-06-30}]"},
        {"status": "running", "baseline": FIRST, "progress": "[{date: 2026-11-01, end: 2027-12-31}]"},
    ],
)
def test_what_is_decided_as_a_whole_is_late_by_its_end(tmp_path: Path, changes: dict[str, str]) -> None:
    assert late(made(tmp_path, "2027-08-01", **changes), "2026-11-02") == BOTH


def test_why_and_show_name_the_open_decision(tmp_path: Path) -> None:
    root = made(tmp_path, "2027-08-01")
    told = regie("why", "access", "-C", root, "--today", "2026-09-24").stdout
    assert "gepland tot en met 31 december 2027; besloten of gevraagd is het tot de go/no-go" in told
    shown = regie("show", "access", "-C", root, "--today", "2026-09-24").stdout
    assert "nog open: go/no-go op 30 juni 2027" in shown
