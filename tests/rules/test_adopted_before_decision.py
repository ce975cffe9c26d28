"""The day of the decision itself, the day before, an earlier season, and what a list names."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("adopted-before-decision")


DECISION = date(2026, 10, 8)


def adopted(root: Path, day: str | None = None, **keys: str) -> Path:
    """Write what calls itself adopted."""
    baseline = None if day is None else f"{{adopted: {day}, end: 2027-Q2, one_off: 5}}"
    return portfolio(root, {"access": initiative(**{"status": "adopted", "baseline": baseline, **keys})})


@pytest.mark.parametrize("day", [None, "2026-10-07", "2026-10-08"])
def test_the_day_before_the_decision_the_status_is_too_early(tmp_path: Path, day: str | None) -> None:
    finding = RULE.finding(adopted(tmp_path, day), date(2026, 10, 7))
    assert (finding.wording, text_at(finding)) == ("status" if day else "", "adopted")
    assert finding.values == {"id": "access", "year": 2027, "day": DECISION}


@pytest.mark.parametrize("day", [None, "2026-10-08", "2026-11-12", "2025-10-09"])
def test_on_the_day_itself_it_is_not(tmp_path: Path, day: str | None) -> None:
    assert RULE.places(adopted(tmp_path, day), DECISION) == []


@pytest.mark.parametrize("status", ["adopted", "running", "on-hold"])
def test_a_baseline_of_the_day_before_is_too_early(tmp_path: Path, status: str) -> None:
    finding = RULE.finding(adopted(tmp_path, "2026-10-07", status=status), date(2026, 12, 1))
    assert (finding.wording, finding.place.line, text_at(finding)) == ("baseline", 10, "2026-10-07")


@pytest.mark.parametrize(("day", "count"), [("2026-04-22", 0), ("2026-04-23", 1)])
def test_what_was_adopted_before_this_season_began_has_its_place_already(
    tmp_path: Path, day: str, count: int
) -> None:
    assert len(RULE.places(adopted(tmp_path, day), date(2026, 12, 1))) == count
    assert RULE.places(adopted(tmp_path, "2026-04-22"), date(2026, 9, 1)) == []


@pytest.mark.parametrize("keys", [{"agenda": "2030"}, {"status": "running"}, {"status": "proposal"}])
def test_without_such_an_agenda_or_status_nothing_is_judged(tmp_path: Path, keys: dict[str, str]) -> None:
    assert RULE.places(adopted(tmp_path, **keys), date(2026, 9, 1)) == []


@pytest.mark.parametrize(("agenda", "name"), [(2026, "access"), (2027, "other")])
def test_what_lists_of_decisions_can_tell_is_left_to_them(tmp_path: Path, agenda: int, name: str) -> None:
    listed = f"agenda: {agenda}\ndecisions: [{{initiatives: [{name}], decision: adopt}}]\n"
    root = adopted(tmp_path, "2026-09-01")
    assert len(RULE.places(root)) == 1
    portfolio(root, {"other": initiative(), "decisions/2026-09-01-mandate-access.yaml": listed})
    assert RULE.places(root) == []
