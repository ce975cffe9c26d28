"""Today and tomorrow."""

from datetime import date
from pathlib import Path

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("report-in-the-future")


def reported(root: Path, day: str) -> Path:
    return portfolio(root, {"access": initiative(status="running", progress=f"[{{date: {day}}}]")})


def test_a_report_of_today_is_fine(tmp_path: Path) -> None:
    assert RULE.places(reported(tmp_path, "2026-09-24")) == []


def test_one_of_tomorrow_is_reported_at_its_day(tmp_path: Path) -> None:
    found = RULE.finding(reported(tmp_path, "2026-09-25"))
    assert text_at(found) == "2026-09-25"
    assert found.values == {"id": "access", "day": date(2026, 9, 25), "today": date(2026, 9, 24)}
