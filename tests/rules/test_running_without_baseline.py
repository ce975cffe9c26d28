"""What has begun, with and without a baseline, and what a list adopted."""

from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("running-without-baseline")
CALENDAR = PARTNERSHIP.replace("meetings:\n", "meetings:\n  - {body: directors, date: 2026-06-18}\n")
BASELINE = "{adopted: 2026-06-18, end: 2027-Q2, one_off: 5}"


def begun(root: Path, status: str, baseline: str | None = None, **lists: str) -> Path:
    files = {f"decisions/{day.replace('_', '-')[1:]}-directors.yaml": text for day, text in lists.items()}
    return portfolio(root, {"access": initiative(status=status, baseline=baseline), **files}, CALENDAR)


@pytest.mark.parametrize("status", ["running", "on-hold"])
def test_what_has_begun_needs_a_baseline(tmp_path: Path, status: str) -> None:
    found = RULE.finding(begun(tmp_path / "without", status))
    assert (found.values, text_at(found)) == ({"id": "access"}, status)
    assert RULE.places(begun(tmp_path / "with", status, BASELINE)) == []


@pytest.mark.parametrize("status", ["proposal", "adopted", "done", "stopped"])
def test_what_has_not_begun_or_is_over_does_not(tmp_path: Path, status: str) -> None:
    assert RULE.places(begun(tmp_path, status)) == []


def test_what_a_list_adopted_is_told_as_not_carried_out(tmp_path: Path) -> None:
    text = "decisions: [{initiatives: [access], decision: adopt}]\n"
    root = begun(tmp_path, "running", _2026_06_18=text)
    assert RULE.places(root) == []
    assert [found.wording for found in SingleRule("decision-not-carried-out").findings(root)] != []


def test_another_decision_gives_no_baseline(tmp_path: Path) -> None:
    text = "decisions: [{initiatives: [access], decision: continue}]\n"
    assert RULE.finding(begun(tmp_path, "running", _2026_06_18=text)).rule == "running-without-baseline"
