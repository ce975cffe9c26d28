"""A conflict that one side or both declare."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("declared-conflict")


def against(name: str) -> str:
    """Write a declared conflict."""
    return f"[{{id: {name}, why: twee inlogdiensten}}]"


def test_a_conflict_that_both_sides_declare_is_told_once(tmp_path: Path) -> None:
    files = {
        "buy": initiative(conflicts_with=against("make")),
        "make": initiative(conflicts_with=against("buy")),
    }
    finding = RULE.finding(portfolio(tmp_path, files))
    place = ("initiatives/buy.yaml", 10, 23)
    assert (finding.rule, finding.place.file, finding.place.line, finding.place.column) == (
        "declared-conflict",
        *place,
    )
    assert finding.values == {"id": "buy", "other": "make", "why": "twee inlogdiensten"}


@pytest.mark.parametrize("status", ["idea", "done", "parked", "rejected"])
def test_a_conflict_with_what_is_not_planned_is_not_told(tmp_path: Path, status: str) -> None:
    files = {"buy": initiative(conflicts_with=against("make")), "make": initiative(status=status)}
    assert RULE.places(portfolio(tmp_path, files)) == []
