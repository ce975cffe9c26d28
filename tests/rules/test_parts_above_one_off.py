"""Exactly the whole, a euro more; people and steps; without an estimate."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("parts-above-one-off")


def priced(root: Path, costs: str, **keys: str) -> Path:
    return portfolio(root, {"access": initiative(costs=costs, **keys)})


@pytest.mark.parametrize(("people", "count"), [(150, 0), (151, 1)])
def test_people_are_a_part_of_the_one_off_cost_of_all_years(tmp_path: Path, people: int, count: int) -> None:
    findings = RULE.findings(priced(tmp_path, f"{{one_off: {{2027: 100, 2028: 50}}, people: {people}}}"))
    expected = {"id": "access", "part": 151, "whole": 150, "excess": 1}
    assert [(f.wording, text_at(f), f.values) for f in findings] == [("", "151", expected)] * count


@pytest.mark.parametrize("costs", ["{people: 5}", "{recurring: {2028: 5}, people: 9}", "{as_of: 2026-05-01}"])
def test_without_an_estimate_nothing_is_known(tmp_path: Path, costs: str) -> None:
    assert RULE.places(priced(tmp_path, costs, steps="[{name: a, end: 2027-Q1, one_off: 5}]")) == []


@pytest.mark.parametrize(("last", "count"), [("40", 0), ("41", 1), ("{2027: 20, 2028: 21}", 1)])
def test_steps_together_are_a_part_too(tmp_path: Path, last: str, count: int) -> None:
    first, second = "{name: a, end: 2027-01, one_off: 60}", "{name: b, end: 2027-02}"
    steps = f"[{first}, {second}, {{name: c, end: 2027-03, one_off: {last}}}]"
    findings = RULE.findings(priced(tmp_path, "{one_off: {2027: 100}}", steps=steps))
    assert [(f.wording, f.values["excess"]) for f in findings] == [("steps", 1)] * count


def test_the_step_with_which_it_becomes_too_much_is_the_place(tmp_path: Path) -> None:
    ends = {"2027-01": 60, "2027-02": 61, "2027-03": 5}
    steps = f"[{', '.join(f'{{name: {end}, end: {end}, one_off: {cost}}}' for end, cost in ends.items())}]"
    finding = RULE.finding(priced(tmp_path, "{one_off: {2027: 120}}", steps=steps))
    assert (text_at(finding), finding.values["part"]) == ("61", 126)


def test_what_is_over_is_not_reported(tmp_path: Path) -> None:
    assert RULE.places(priced(tmp_path, "{one_off: {2027: 1}, people: 2}", status="done")) == []


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ("investment: {2027: 100, 2028: 50}", []),
        ("investment: {2027: 100, 2028: 51}", [("investment", 151, 150)]),
        ("investment: {2027: 90, 2028: 50}, people: 10", []),
        ("investment: {2027: 90, 2028: 50}, people: 11", [("investment-and-people", 151, 150)]),
        ("investment: {2028: 51}", [("investment-of-year", 51, 50)]),
        ("investment: {2029: 1}", [("investment-of-year", 1, 0)]),
        # What is wrong with people alone is reported once.
        ("investment: {2027: 9}, people: 151", [("", 151, 150)]),
    ],
)
def test_no_euro_is_an_investment_and_for_people_at_once(
    tmp_path: Path, parts: str, told: list[tuple[str, int, int]]
) -> None:
    findings = RULE.findings(priced(tmp_path, f"{{one_off: {{2027: 100, 2028: 50}}, {parts}}}"))
    assert [(f.wording, f.values["part"], f.values["whole"]) for f in findings] == told
