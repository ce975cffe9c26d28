"""From when on an unanswered deadline is reported."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("unanswered-deadline")

# A small idea with a deadline on 1 July 2027 and no period must be brought in by 20 May 2027.
IDEA: dict[str, str | None] = {"status": "idea", "agenda": None, "period": None}


def obliged(deadline: str, **changes: str | None) -> str:
    """Write an initiative with a deadline."""
    return initiative(obligation=f"{{kind: statutory, deadline: {deadline}}}", **changes)


@pytest.mark.parametrize(
    ("today", "wording"),
    [(date(2026, 5, 20), ""), (date(2027, 5, 20), ""), (date(2027, 5, 21), "passed")],
    ids=["365 days ahead", "on the last day", "the day after"],
)
def test_an_unanswered_deadline_is_told_from_a_year_ahead(tmp_path: Path, today: date, wording: str) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": obliged("2027-07-01", **IDEA)}), today)
    assert (finding.rule, finding.wording) == ("unanswered-deadline", wording)
    assert (finding.place.line, finding.place.column) == (8, 41)
    assert finding.values["last_day"] == date(2027, 5, 20)


def test_more_than_a_year_ahead_is_too_soon_to_tell(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": obliged("2027-07-01", **IDEA)})
    assert RULE.places(root, date(2026, 5, 19)) == []


def test_the_work_itself_takes_time_before_the_deadline(tmp_path: Path) -> None:
    idea = obliged("2027-07-01", **{**IDEA, "period": "{start: 2027-05-02, end: 2027-05-31}"})
    finding = RULE.finding(portfolio(tmp_path, {"access": idea}))
    assert finding.values["last_day"] == date(2027, 4, 21)


@pytest.mark.parametrize("status", ["done", "stopped", "rejected"])
def test_what_is_over_has_no_unanswered_deadline(tmp_path: Path, status: str) -> None:
    text = obliged("2027-07-01", **{**IDEA, "status": status})
    assert RULE.places(portfolio(tmp_path, {"access": text})) == []


def test_what_is_parked_still_has_an_unanswered_deadline(tmp_path: Path) -> None:
    text = obliged("2027-07-01", **{**IDEA, "status": "parked"})
    assert RULE.places(portfolio(tmp_path, {"access": text})) == [
        ("unanswered-deadline", "", "initiatives/access.yaml", 8, 41)
    ]
