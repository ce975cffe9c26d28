"""What can be waited for, by its status and its agenda."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("dependency-not-planned")


@pytest.mark.parametrize("status", ["idea", "exploration", "parked", "stopped", "rejected"])
def test_what_nobody_planned_is_told_with_its_status(tmp_path: Path, status: str) -> None:
    files = {"first": initiative(status=status, period=None), "waits": initiative(depends_on="[first]")}
    assert RULE.places(portfolio(tmp_path, files)) == [
        ("dependency-not-planned", status, "initiatives/waits.yaml", 10, 14)
    ]


@pytest.mark.parametrize("status", ["proposal", "advised", "adopted", "running", "on-hold", "done"])
def test_what_is_planned_or_done_can_be_waited_for(tmp_path: Path, status: str) -> None:
    files = {"first": initiative(status=status, period=None), "waits": initiative(depends_on="[first]")}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_what_comes_on_a_later_agenda_is_told(tmp_path: Path) -> None:
    files = {
        "first": initiative(status="adopted", agenda="2028", period=None),
        "waits": initiative(depends_on="[first]"),
    }
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.wording, finding.values["agenda"]) == (
        "dependency-not-planned",
        "later",
        2028,
    )
