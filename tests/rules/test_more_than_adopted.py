"""Exactly what was agreed and a euro more; by the agreement in force, and beside the cap of an experiment."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("more-than-adopted")
CALENDAR = PARTNERSHIP.replace("meetings:\n", "meetings:\n  - {body: directors, date: 2026-06-18}\n")
DECIDED = "decisions: [{initiatives: [access], decision: rebaseline, end: 2027-Q2, one_off: 200}]\n"
REBASELINE = "[{date: 2026-06-18, end: 2027-Q2, one_off: 200}]"


def spent(root: Path, amount: int, files: dict[str, str] | None = None, **keys: str | None) -> Path:
    usual = {
        "status": "running",
        "baseline": "{adopted: 2025-10-09, end: 2026-Q4, one_off: 100}",
        "progress": f"[{{date: 2026-09-01, spent: {amount}}}]",
    }
    return portfolio(root, {"access": initiative(**{**usual, **keys}), **(files or {})}, CALENDAR)


def test_exactly_what_was_adopted_is_fine(tmp_path: Path) -> None:
    assert RULE.places(spent(tmp_path, 100)) == []


@pytest.mark.parametrize("status", ["running", "on-hold", "done"])
def test_a_euro_more_is_reported_at_the_amount(tmp_path: Path, status: str) -> None:
    found = RULE.finding(spent(tmp_path, 101, status=status))
    assert text_at(found) == "101"
    assert found.values == {
        "id": "access",
        "amount": 101,
        "agreed": 100,
        "excess": 1,
        "day": date(2025, 10, 9),
    }


@pytest.mark.parametrize(("amount", "agreed"), [(200, None), (201, 200)])
def test_a_new_agreement_by_decision_counts(tmp_path: Path, amount: int, agreed: int | None) -> None:
    root = spent(tmp_path, amount, {"decisions/2026-06-18-directors.yaml": DECIDED}, rebaselines=REBASELINE)
    assert [found.values["agreed"] for found in RULE.findings(root)] == ([] if agreed is None else [agreed])


def test_one_without_a_decision_does_not(tmp_path: Path) -> None:
    assert RULE.finding(spent(tmp_path, 101, rebaselines=REBASELINE)).values["agreed"] == 100


def test_an_experiment_above_its_cap_is_told_by_its_cap(tmp_path: Path) -> None:
    experiment = "{learning_goal: a, time_box: 2027-Q2, budget_cap: 100, stop_when: b}"
    root = spent(tmp_path, 101, steering="experimental", experiment=experiment)
    assert RULE.places(root) == []
    assert SingleRule("over-cap").finding(root).wording == "spent"


def test_a_report_of_a_later_day_does_not_count_yet(tmp_path: Path) -> None:
    assert RULE.places(spent(tmp_path, 5, progress="[{date: 2026-09-25, spent: 101}]")) == []
