"""Steps on the last day, a day later, before the start, out of order, and the step that was adopted."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("steps-contradicted")


BASELINE = "{adopted: 2026-10-08, step: Proef, end: 2027-Q1, one_off: 5}"


def stepped(root: Path, *ends: str, **keys: str) -> Path:
    """Write what runs from 2027-Q1 to 2027-Q2, with steps by their ends."""
    steps = ", ".join(f"{{name: Stap {n}, end: {end}}}" for n, end in enumerate(ends, 1))
    return portfolio(root, {"access": initiative(steps=f"[{steps}]", **keys)})


@pytest.mark.parametrize(
    "ends", [("2027-01-01",), ("2027-06-30",), ("2027-Q1", "2027-Q2"), ("2027-Q1", "2027-03"), ("2027-Q2",)]
)
def test_within_the_period_and_in_order_is_fine(tmp_path: Path, ends: tuple[str, ...]) -> None:
    assert RULE.places(stepped(tmp_path, *ends)) == []


@pytest.mark.parametrize(
    ("ends", "wording", "at"),
    [
        (("2026-12-31", "2027-Q1"), "before", "2026-12-31"),
        (("2027-Q1", "2027-07-01"), "after", "2027-07-01"),
        (("2027-Q2", "2027-06-29"), "", "2027-06-29"),
        (("2027-02", "2027-Q2", "2027-03"), "", "2027-03"),
    ],
)
def test_what_lies_outside_or_runs_backwards_is_reported_once(
    tmp_path: Path, ends: tuple[str, ...], wording: str, at: str
) -> None:
    finding = RULE.finding(stepped(tmp_path, *ends))
    assert (finding.wording, text_at(finding)) == (wording, at)


def test_one_step_that_is_misplaced_is_one_finding(tmp_path: Path) -> None:
    finding = RULE.finding(stepped(tmp_path, "2027-Q2", "2027-02", "2027-03"))
    assert (text_at(finding), finding.values["before"]) == ("2027-02", "Stap 1")


@pytest.mark.parametrize(
    "keys",
    [
        {"rebaselines": "[{date: 2027-03-01, end: 2027-Q3, one_off: 5}]"},
        {"progress": "[{date: 2027-03-01, end: 2027-Q3}]"},
        {"baseline": "{adopted: 2026-10-08, end: 2027-Q3, one_off: 5}"},
    ],
)
def test_a_later_end_that_was_stated_counts(tmp_path: Path, keys: dict[str, str]) -> None:
    assert RULE.places(stepped(tmp_path, "2027-Q3", status="running", **keys)) == []
    assert len(RULE.places(stepped(tmp_path, "2027-Q4", status="running", **keys))) == 1


def test_without_a_period_only_the_order_is_judged(tmp_path: Path) -> None:
    text = initiative(period=None, steps="[{name: a, end: 2029-Q2}, {name: b, end: 2028-Q1}]")
    assert [place[1] for place in RULE.places(portfolio(tmp_path, {"access": text}))] == [""]


def test_what_is_over_is_not_reported(tmp_path: Path) -> None:
    assert RULE.places(stepped(tmp_path, "2030-Q1", status="done")) == []


@pytest.mark.parametrize(("steps", "count"), [("[{name: Proef, end: 2027-Q1}]", 0), ("[]", 1)])
def test_the_step_that_was_adopted_is_one_of_the_steps(tmp_path: Path, steps: str, count: int) -> None:
    text = initiative(status="running", baseline=BASELINE, steps=steps)
    findings = RULE.findings(portfolio(tmp_path, {"access": text}))
    assert [(f.wording, text_at(f)) for f in findings] == [("unknown", "Proef")] * count


def test_of_what_is_over_no_step_is_looked_up(tmp_path: Path) -> None:
    text = initiative(status="done", baseline=BASELINE)
    assert RULE.places(portfolio(tmp_path, {"access": text})) == []


def test_a_period_that_cannot_be_read_hides_no_unknown_step(tmp_path: Path) -> None:
    text = initiative(status="running", baseline=BASELINE, period="{start: ooit, end: 2027-Q2}")
    findings = RULE.findings(portfolio(tmp_path, {"access": text}))
    assert [f.wording for f in findings if f.rule == RULE.name] == ["unknown"]
