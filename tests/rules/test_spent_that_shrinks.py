"""The same amount and a euro less; order in the file, texts, one day, and later days."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("spent-that-shrinks")


def reported(root: Path, *reports: str) -> Path:
    items = ", ".join(f"{{{report}}}" for report in reports)
    return portfolio(root, {"access": initiative(status="running", progress=f"[{items}]")})


@pytest.mark.parametrize(
    "later",
    [
        "date: 2026-07-01, spent: 100",
        "date: 2026-07-01",
        "date: 2026-07-01, spent: 99, text: Terugbetaald",
        "date: 2026-04-01, spent: 99",
        "date: 2026-09-25, spent: 99",
    ],
)
def test_as_much_or_explained_or_of_no_later_day_is_fine(tmp_path: Path, later: str) -> None:
    assert RULE.places(reported(tmp_path, "date: 2026-04-01, spent: 100", later)) == []


def test_a_euro_less_is_reported_at_the_later_amount(tmp_path: Path) -> None:
    root = reported(tmp_path, "date: 2026-07-01, spent: 99", "date: 2026-04-01, spent: 100")
    found = RULE.finding(root)
    assert text_at(found) == "99"
    assert found.values == {
        "id": "access",
        "day": date(2026, 7, 1),
        "amount": 99,
        "earlier": date(2026, 4, 1),
        "before": 100,
    }


def test_a_drop_is_told_once(tmp_path: Path) -> None:
    root = reported(
        tmp_path,
        "date: 2026-04-01, spent: 100",
        "date: 2026-05-01, spent: 60",
        "date: 2026-06-01",
        "date: 2026-07-01, spent: 70",
    )
    assert text_at(RULE.finding(root)) == "60"
