"""Six months without a step for what transforms, twelve for the others; exactly so long is fine."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("long-without-steps")
YEAR = "{start: 2027-Q1, end: 2027-Q4}"


def places(tmp_path: Path, **changes: str) -> list[tuple[str, int, object]]:
    findings = RULE.findings(portfolio(tmp_path, {"access": initiative(**changes)}))
    return [(f.wording, f.place.line, f.values["end"]) for f in findings]


@pytest.mark.parametrize(
    ("steering", "end", "number"),
    [
        ("business-critical", "2027-12-31", 0),
        ("business-critical", "2028-01-01", 1),
        ("supporting", "2028-Q1", 1),
        ("transformational", "2027-06-30", 0),
        ("transformational", "2027-07-01", 1),
        ("experimental", "2029-Q4", 0),
    ],
)
def test_the_limit_itself_is_fine(tmp_path: Path, steering: str, end: str, number: int) -> None:
    found = places(tmp_path, steering=steering, period=f"{{start: 2027-Q1, end: {end}}}")
    assert [(wording, line) for wording, line, _ in found] == [("", 9)] * number


def test_two_quarters_between_two_steps_are_fine_and_three_are_not(tmp_path: Path) -> None:
    steps = "[{name: a, end: 2027-Q2, decide: door}, {name: b, end: %s, decide: door}]"
    bare = {"steering": "transformational", "period": "{start: 2027-Q1, end: 2028-Q4}"}
    assert places(tmp_path, **bare, steps=steps % "2027-Q4") == []
    (found,) = places(tmp_path, **bare, steps=steps % "2028-Q1")
    assert found[:2] == ("step", 10)


def test_after_a_last_step_without_a_decision_the_end_counts(tmp_path: Path) -> None:
    bare = {"steering": "transformational", "period": YEAR}
    assert places(tmp_path, **bare, steps="[{name: a, end: 2027-Q1, decide: door of stop}]") == []
    (found,) = places(tmp_path, **bare, steps="[{name: a, end: 2027-Q1}]")
    assert found[:2] == ("", 9)


def test_what_was_decided_is_left_alone(tmp_path: Path) -> None:
    assert places(tmp_path, steering="transformational", period=YEAR, status="adopted") == []
