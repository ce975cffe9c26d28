"""By status and by priority."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("wont-on-agenda")


def of_priority(root: Path, priority: str, status: str = "proposal") -> Path:
    return portfolio(root, {"access": initiative(priority=priority, status=status)})


@pytest.mark.parametrize("status", ["proposal", "advised"])
def test_what_asks_for_a_place_will_be_done_if_it_gets_one(tmp_path: Path, status: str) -> None:
    finding = RULE.finding(of_priority(tmp_path, "wont", status))
    assert (finding.place.line, text_at(finding), finding.values) == (10, "wont", {"id": "access"})


@pytest.mark.parametrize("status", ["idea", "exploration", "adopted", "running", "done", "stopped", "parked"])
def test_what_does_not_ask_may_have_it(tmp_path: Path, status: str) -> None:
    assert RULE.places(of_priority(tmp_path, "wont", status)) == []


@pytest.mark.parametrize("priority", ["must", "should", "could"])
def test_other_priorities_are_fine(tmp_path: Path, priority: str) -> None:
    assert RULE.places(of_priority(tmp_path, priority)) == []
