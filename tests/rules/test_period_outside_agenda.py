"""One day in the year of the agenda is enough."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("period-outside-agenda")


@pytest.mark.parametrize(
    ("period", "wording"),
    [
        ("{start: 2026-01, end: 2026-12-31}", ["before"]),
        ("{start: 2026-01, end: 2027-01-01}", []),
        ("{start: 2027-12-31, end: 2028-Q4}", []),
        ("{start: 2028-01-01, end: 2028-Q4}", ["after"]),
    ],
)
def test_one_day_in_the_year_of_the_agenda_is_enough(tmp_path: Path, period: str, wording: list[str]) -> None:
    root = portfolio(tmp_path, {"access": initiative(period=period)})
    assert [d.wording for d in RULE.findings(root)] == wording


def test_what_has_no_period_yet_is_not_outside_its_agenda(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative(period=None)})) == []
