"""Steering and experiment: each without the other, both, neither, and what is over or can't be read."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("steering-contradicted")
EXPERIMENT = "{learning_goal: Helpt het?, time_box: 2027-Q4, budget_cap: 60000, stop_when: Het helpt niet.}"


@pytest.mark.parametrize(
    ("steering", "experiment"),
    [("experimental", EXPERIMENT), ("supporting", None), ("transformational", None)],
)
def test_what_agrees_is_fine(tmp_path: Path, steering: str, experiment: str | None) -> None:
    root = portfolio(tmp_path, {"access": initiative(steering=steering, experiment=experiment)})
    assert RULE.places(root) == []


@pytest.mark.parametrize("status", ["adopted", "running", "on-hold"])
def test_an_experiment_that_is_not_described_is_reported(tmp_path: Path, status: str) -> None:
    root = portfolio(tmp_path, {"access": initiative(status=status, steering="experimental")})
    finding = RULE.finding(root)
    assert (finding.wording, finding.place.line, finding.place.column) == ("", 6, 11)
    assert finding.values == {"id": "access"}


def test_an_experiment_with_another_steering_is_reported(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative(experiment=EXPERIMENT)}))
    assert (finding.wording, finding.place.line, finding.place.column) == ("other-steering", 6, 11)
    assert finding.values == {"id": "access", "steering": "business-critical"}


@pytest.mark.parametrize("status", ["idea", "proposal", "advised", "done", "stopped", "rejected", "parked"])
def test_what_is_not_decided_or_over_may_lack_it(tmp_path: Path, status: str) -> None:
    root = portfolio(tmp_path, {"access": initiative(status=status, steering="experimental")})
    assert RULE.places(root) == []


@pytest.mark.parametrize("status", ["done", "stopped", "rejected", "parked"])
def test_what_is_over_may_have_another_steering(tmp_path: Path, status: str) -> None:
    root = portfolio(tmp_path, {"access": initiative(status=status, experiment=EXPERIMENT)})
    assert RULE.places(root) == []


def test_an_experiment_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path,
        {"access": initiative(status="running", steering="experimental", experiment="{budget_cap: veel}")},
    )
    assert "steering-contradicted" not in {place[0] for place in RULE.places(root)}
