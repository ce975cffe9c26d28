"""What may be asked of an experiment: to learn, within its time, and no business case."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

GOAL = "learning_goal: Leren, budget_cap: 50000, stop_when: Als het niet werkt"
CASE = SingleRule("business-case-of-experiment")
LEARNED = SingleRule("nothing-learned")
ENDLESS = SingleRule("endless-experiment")


def experiment(status: str = "proposal", box: str = "2027-Q2", more: str = "", **changes: str) -> str:
    goal = f"{{{GOAL}, time_box: {box}{more}}}"
    return initiative(**{"steering": "experimental", "status": status, "experiment": goal, **changes})


def test_benefits_in_euros_are_a_business_case(tmp_path: Path) -> None:
    files = {
        "access": experiment(benefits="{recurring: {2028: 5}}"),
        "other": experiment(benefits="{text: x}"),
    }
    files["critical"] = initiative(benefits="{recurring: {2028: 5}}")
    assert CASE.places(portfolio(tmp_path, files)) == [
        ("business-case-of-experiment", "", "initiatives/access.yaml", 11, 11)
    ]


def test_a_heading_with_a_text_in_the_dossier_is_one(tmp_path: Path) -> None:
    files = {"access": experiment(), "initiatives/access.md": "# Plan\nx\n# Kosten en baten\nVeel\n"}
    assert CASE.places(portfolio(tmp_path, files)) == [
        ("business-case-of-experiment", "heading", "initiatives/access.md", 3, 1)
    ]
    files["initiatives/access.md"] = "# Business case\n\n# Plan\nx\n"
    assert CASE.places(portfolio(tmp_path, files)) == []


@pytest.mark.parametrize(("what", "number"), [("Eerst een businesscase", 1), ("Eerst een plan", 0)])
def test_a_condition_that_asks_for_one_is_pointed_at(tmp_path: Path, what: str, number: int) -> None:
    decision = (
        f"decisions:\n  - initiatives: [access]\n    decision: adopt\n    conditions: [{{what: {what}}}]\n"
    )
    files = {"access": experiment("adopted"), "decisions/2026-10-08-directors.yaml": decision}
    findings = CASE.findings(portfolio(tmp_path, files))
    assert [(f.wording, f.place.line, text_at(f)) for f in findings] == [("asked", 4, what)] * number


def test_an_experiment_that_is_over_is_left_alone(tmp_path: Path) -> None:
    files = {"access": experiment("done", benefits="{recurring: {2028: 5}}")}
    assert CASE.places(portfolio(tmp_path, files)) == []


@pytest.mark.parametrize("status", ["done", "stopped"])
def test_what_has_ended_says_what_it_taught(tmp_path: Path, status: str) -> None:
    files = {
        "access": experiment(status),
        "dashes": experiment(status, more=", learned: '…'"),
        "learned": experiment(status, more=", learned: Het werkt niet"),
        "place": experiment(status, more=", learned: 'Vul in: wat bleek'"),
    }
    found = LEARNED.findings(portfolio(tmp_path, files))
    assert [f.values["id"] for f in found] == ["access", "dashes", "place"]
    assert {f.place.line for f in found} == {10}


@pytest.mark.parametrize("status", ["proposal", "running", "rejected", "parked"])
def test_what_runs_or_never_began_has_nothing_to_tell(tmp_path: Path, status: str) -> None:
    assert LEARNED.places(portfolio(tmp_path, {"access": experiment(status)})) == []


@pytest.mark.parametrize(("box", "number"), [("2027-12-31", 0), ("2028-01-01", 1)])
def test_a_year_is_fine_and_a_day_more_is_not(tmp_path: Path, box: str, number: int) -> None:
    text = experiment(box=box, period="{start: 2027-Q1, end: 2028-Q4}")
    found = ENDLESS.findings(portfolio(tmp_path, {"access": text}))
    assert [(f.wording, text_at(f)) for f in found] == [("", box)] * number


@pytest.mark.parametrize(("day", "count"), [(date(2027, 6, 30), None), (date(2027, 7, 1), 1)])
def test_it_runs_past_its_time_box_from_the_day_after(tmp_path: Path, day: date, count: int | None) -> None:
    root = portfolio(tmp_path, {"access": experiment("running"), "asks": experiment()})
    found = [(f.wording, f.values["id"], f.values["count"]) for f in ENDLESS.findings(root, day)]
    assert found == ([("past", "access", count)] if count else [])
