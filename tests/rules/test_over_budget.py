"""Exactly the budget, and a euro more."""

from pathlib import Path

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("over-budget")


def costing(one_off: int, recurring: int = 0, **changes: str | None) -> str:
    """Write an initiative that costs this much in 2027."""
    return initiative(costs=f"{{one_off: {{2027: {one_off}}}, recurring: {{2027: {recurring}}}}}", **changes)


def test_exactly_the_budget_is_enough(tmp_path: Path) -> None:
    files = {"one": costing(4_000_000, 1_500_000), "two": costing(2_000_000)}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_a_euro_over_the_budget_is_told_with_who_no_longer_fits(tmp_path: Path) -> None:
    files = {"one": costing(4_000_000), "two": costing(2_000_001, priority="must"), "six": costing(0)}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.wording, finding.place.file) == ("over-budget", "one_off", "regie.yaml")
    assert finding.place.excerpt.strip() == "budget: {one_off: 6000000, recurring: 1500000}"
    assert text_at(finding) == "6000000"
    assert finding.values == {
        "year": 2027,
        "asked": 6_000_001,
        "budget": 6_000_000,
        "excess": 1,
        "outside": ("one",),
    }


def test_recurring_cost_has_a_budget_of_its_own(tmp_path: Path) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"one": costing(0, 1_500_001)}))
    assert (finding.rule, finding.wording, finding.values["excess"]) == ("over-budget", "recurring", 1)
    assert text_at(finding) == "1500000"


def test_without_a_budget_nothing_is_over_it(tmp_path: Path) -> None:
    partnership = PARTNERSHIP.replace("    budget: {one_off: 6000000, recurring: 1500000}\n", "")
    assert RULE.places(portfolio(tmp_path, {"one": costing(9_000_000, 9_000_000)}, partnership)) == []


def test_what_stays_is_compared_in_the_year_in_which_it_costs_most(tmp_path: Path) -> None:
    costs = "{recurring: {2027: 10, 2028: 1500001, 2029: 1500003, 2030: 1500002}}"
    finding = RULE.finding(portfolio(tmp_path, {"one": initiative(costs=costs)}))
    assert (finding.wording, text_at(finding)) == ("recurring_later", "1500000")
    assert (finding.values["later"], finding.values["excess"]) == (2029, 3)


def test_a_budget_for_what_is_new_leaves_out_what_runs(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, {"new": costing(6_000_000), "runs": running(1)})) == []


def test_from_a_budget_for_all_what_runs_is_taken_off_first(tmp_path: Path) -> None:
    partnership = PARTNERSHIP.replace("recurring: 1500000}", "recurring: 1500000, covers: all}")
    files = {"new": costing(5_000_000), "runs": running(1_000_000)}
    assert RULE.places(portfolio(tmp_path / "fits", files, partnership)) == []
    files |= {"runs": running(1_000_001)}
    finding = RULE.finding(portfolio(tmp_path / "short", files, partnership))
    assert (finding.wording, finding.values["running"]) == ("one_off_left", 1_000_001)
    assert (finding.values["budget"], finding.values["excess"]) == (4_999_999, 1)


def running(one_off: int) -> str:
    return costing(one_off, agenda="2026", status="running", submitted="2025-05-18")


def test_of_one_off_cost_only_the_part_that_is_spent_in_its_year_counts(tmp_path: Path) -> None:
    partnership = PARTNERSHIP.replace("recurring: 1500000}", "recurring: 1500000, realisation: 75%}")
    assert RULE.places(portfolio(tmp_path / "room", {"new": costing(8_000_000)}, partnership)) == []
    finding = RULE.finding(portfolio(tmp_path / "over", {"new": costing(8_000_001)}, partnership))
    assert (finding.wording, text_at(finding)) == ("one_off_realised", "6000000")
    shown = {key: finding.values[key] for key in ("asked", "budget", "excess", "percent")}
    assert shown == {"asked": 8_000_001, "budget": 8_000_000, "excess": 1, "percent": "75"}


def test_what_stays_is_spent_in_full(tmp_path: Path) -> None:
    partnership = PARTNERSHIP.replace("recurring: 1500000}", "recurring: 1500000, realisation: 75%}")
    finding = RULE.finding(portfolio(tmp_path, {"new": costing(0, 1_500_001)}, partnership))
    assert (finding.wording, finding.values["excess"]) == ("recurring", 1)
