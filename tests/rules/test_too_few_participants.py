"""Exactly enough participants, one too few, all members, nobody, and what is over."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("too-few-participants")


def with_minimum(root: Path, least: int, participants: str, status: str = "proposal") -> Path:
    text = initiative(participants=participants, minimum_participants=str(least), status=status)
    return portfolio(root, {"access": text})


@pytest.mark.parametrize(
    ("least", "participants"), [(1, "[utrecht]"), (2, "[utrecht, den-haag]"), (4, "all")]
)
def test_exactly_enough_is_fine(tmp_path: Path, least: int, participants: str) -> None:
    assert RULE.places(with_minimum(tmp_path, least, participants)) == []


@pytest.mark.parametrize(
    ("least", "participants", "count"), [(2, "[utrecht]", 1), (3, "[utrecht, den-haag]", 2), (5, "all", 4)]
)
def test_one_too_few_is_reported(tmp_path: Path, least: int, participants: str, count: int) -> None:
    finding = RULE.finding(with_minimum(tmp_path, least, participants))
    assert (finding.wording, finding.place.line, finding.place.column) == ("", 10, 23)
    assert finding.values == {"id": "access", "count": count, "least": least}


def test_nobody_is_reported(tmp_path: Path) -> None:
    finding = RULE.finding(with_minimum(tmp_path, 0, "all"))
    assert (finding.wording, finding.place.line, finding.values) == ("nobody", 10, {"id": "access"})


@pytest.mark.parametrize("status", ["done", "stopped", "rejected", "parked"])
def test_what_is_over_is_not_reported(tmp_path: Path, status: str) -> None:
    assert RULE.places(with_minimum(tmp_path, 5, "all", status)) == []


def test_a_misspelt_participant_counts(tmp_path: Path) -> None:
    assert RULE.places(with_minimum(tmp_path, 2, "[utrecht, den-hag]")) == []
