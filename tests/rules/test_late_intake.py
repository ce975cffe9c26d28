"""The day itself is in time."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("late-intake")


@pytest.mark.parametrize("day", ["2026-05-18", "2026-07-01"])
def test_until_and_on_the_day_that_the_intake_closes_is_in_time(tmp_path: Path, day: str) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative(submitted=day)})) == []


def test_the_day_after_the_intake_is_late(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative(submitted="2026-07-02")}))
    place = ("initiatives/access.yaml", 3, 12)
    assert (finding.rule, finding.place.file, finding.place.line, finding.place.column) == (
        "late-intake",
        *place,
    )
    assert finding.values == {
        "id": "access",
        "arrived": date(2026, 7, 2),
        "closed": date(2026, 7, 1),
        "count": 1,
        "year": 2027,
        "reason": "arrived",
    }


def test_on_the_day_of_the_dossiers_it_is_only_after_the_intake(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(submitted="2026-08-27")})
    assert RULE.places(root) == [("late-intake", "", "initiatives/access.yaml", 3, 12)]
