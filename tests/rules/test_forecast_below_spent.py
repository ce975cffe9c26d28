"""Exactly what was spent and a euro less, as a total and by year."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("forecast-below-spent")


def reported(root: Path, report: str) -> Path:
    items = f"[{{date: 2026-09-01, {report}}}]"
    return portfolio(root, {"access": initiative(status="running", progress=items)})


@pytest.mark.parametrize(
    "report",
    ["spent: 100, one_off: 100", "spent: 100", "one_off: 5", "spent: 3, one_off: {2026: 1, 2027: 2}"],
)
def test_as_much_as_was_spent_is_fine(tmp_path: Path, report: str) -> None:
    assert RULE.places(reported(tmp_path, report)) == []


def test_a_euro_less_is_reported_at_the_forecast(tmp_path: Path) -> None:
    found = RULE.finding(reported(tmp_path, "spent: 100, one_off: 99"))
    assert text_at(found) == "99"
    assert found.values == {"id": "access", "day": date(2026, 9, 1), "amount": 99, "spent": 100}
