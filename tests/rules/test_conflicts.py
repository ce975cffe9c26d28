"""What can't go together: plans, components, money, hours."""

from pathlib import Path

import pytest

from icteregie.diagnostics.types import Diagnostic
from tests import desk
from tests.desk import initiative, portfolio, told


def only(root: Path) -> Diagnostic:
    """Give the one finding that there is."""
    (found,) = desk.found(root)
    return found


def against(name: str) -> str:
    """Write a declared conflict."""
    return f"[{{id: {name}, why: twee inlogdiensten}}]"


def test_a_conflict_that_both_sides_declare_is_told_once(tmp_path: Path) -> None:
    files = {
        "buy": initiative(conflicts_with=against("make")),
        "make": initiative(conflicts_with=against("buy")),
    }
    found = only(portfolio(tmp_path, files))
    place = ("initiatives/buy.yaml", 10, 23)
    assert (found.rule, found.place.file, found.place.line, found.place.column) == (
        "declared-conflict",
        *place,
    )
    assert found.values == {"id": "buy", "other": "make", "why": "twee inlogdiensten"}


@pytest.mark.parametrize("status", ["idea", "done", "parked", "rejected"])
def test_a_conflict_with_what_is_not_planned_is_not_told(tmp_path: Path, status: str) -> None:
    files = {"buy": initiative(conflicts_with=against("make")), "make": initiative(status=status)}
    assert told(portfolio(tmp_path, files)) == []


def test_alternatives_that_name_each_other_are_told_once(tmp_path: Path) -> None:
    files = {"buy": initiative(alternative_to="[make]"), "make": initiative(alternative_to="[buy]")}
    assert told(portfolio(tmp_path, files)) == [("both-alternatives", "", "initiatives/buy.yaml", 10, 18)]


def touching(period: str, **changes: str | None) -> str:
    """Write an initiative that works on identity in a period."""
    return initiative(period=period, components="[identity]", **changes)


FIRST = "{start: 2027-Q1, end: 2027-Q2}"


def test_one_day_in_common_is_an_overlap(tmp_path: Path) -> None:
    files = {"one": touching(FIRST), "two": touching("{start: 2027-06-30, end: 2027-Q3}")}
    found = only(portfolio(tmp_path, files))
    place = ("initiatives/two.yaml", 10, 14)
    assert (found.rule, found.place.file, found.place.line, found.place.column) == (
        "component-overlap",
        *place,
    )
    assert found.values == {"id": "two", "other": "one", "component": "identity"}


def test_one_after_the_other_is_no_overlap(tmp_path: Path) -> None:
    files = {"one": touching(FIRST), "two": touching("{start: 2027-07-01, end: 2027-Q3}")}
    assert told(portfolio(tmp_path, files)) == []


def test_who_waits_for_the_other_does_not_overlap(tmp_path: Path) -> None:
    link = "[{on: one, kind: start-to-start}]"
    files = {"one": touching(FIRST), "two": touching("{start: 2027-Q2, end: 2027-Q3}", depends_on=link)}
    assert told(portfolio(tmp_path, files)) == []


def test_who_waits_through_another_does_not_overlap(tmp_path: Path) -> None:
    files = {
        "one": touching("{start: 2027-Q1, end: 2027-Q4}"),
        "step": initiative(
            depends_on="[{on: one, kind: start-to-start}]", period="{start: 2027-Q2, end: 2027-Q4}"
        ),
        "two": touching("{start: 2027-Q3, end: 2027-Q4}", depends_on="[{on: step, kind: start-to-start}]"),
    }
    assert told(portfolio(tmp_path, files)) == []


def test_alternatives_do_not_overlap(tmp_path: Path) -> None:
    files = {
        "one": touching(FIRST, alternative_to="[two]"),
        "two": touching(FIRST, agenda="2026", status="running"),
    }
    assert told(portfolio(tmp_path, files)) == []


def test_a_component_named_twice_is_refused_where_it_stands_again(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"one": initiative(components="[identity, identity]")})
    assert told(root) == [("invalid-value", "twice", "initiatives/one.yaml", 10, 24)]


def test_what_one_retires_another_may_not_build_on(tmp_path: Path) -> None:
    files = {"new": initiative(retires="[letters]"), "old": initiative(components="[identity, letters]")}
    found = only(portfolio(tmp_path, files))
    place = ("initiatives/old.yaml", 10, 24)
    assert (found.rule, found.place.file, found.place.line, found.place.column) == (
        "retired-component",
        *place,
    )
    assert found.values == {"id": "old", "other": "new", "component": "letters"}


def test_who_retires_a_component_may_work_on_it(tmp_path: Path) -> None:
    files = {"new": initiative(retires="[letters]", components="[letters]")}
    assert told(portfolio(tmp_path, files)) == []


def costing(one_off: int, recurring: int = 0, **changes: str | None) -> str:
    """Write an initiative that costs this much in 2027."""
    return initiative(costs=f"{{one_off: {{2027: {one_off}}}, recurring: {{2027: {recurring}}}}}", **changes)


def test_exactly_the_budget_is_enough(tmp_path: Path) -> None:
    files = {"one": costing(4_000_000, 1_500_000), "two": costing(2_000_000)}
    assert told(portfolio(tmp_path, files)) == []


def test_a_euro_over_the_budget_is_told_with_who_no_longer_fits(tmp_path: Path) -> None:
    files = {"one": costing(4_000_000), "two": costing(2_000_001, priority="must"), "six": costing(0)}
    found = only(portfolio(tmp_path, files))
    assert (found.rule, found.wording, found.place.file) == ("over-budget", "one_off", "regie.yaml")
    assert found.place.excerpt.strip() == "budget: {one_off: 6000000, recurring: 1500000}"
    assert found.place.excerpt[found.place.column - 1 : found.place.end_column - 1] == "6000000"
    assert found.values == {
        "year": 2027,
        "asked": 6_000_001,
        "budget": 6_000_000,
        "excess": 1,
        "outside": ("one",),
    }


def test_recurring_cost_has_a_budget_of_its_own(tmp_path: Path) -> None:
    found = only(portfolio(tmp_path, {"one": costing(0, 1_500_001)}))
    assert (found.rule, found.wording, found.values["excess"]) == ("over-budget", "recurring", 1)
    assert found.place.excerpt[found.place.column - 1 : found.place.end_column - 1] == "1500000"


def test_exactly_the_hours_of_a_team_is_enough(tmp_path: Path) -> None:
    files = {
        "one": initiative(effort="{platform: {2027-Q1: 1400}}"),
        "two": initiative(effort="{platform: {2027-Q1: 1000}}"),
    }
    assert told(portfolio(tmp_path, files)) == []


def test_hours_of_a_month_and_a_day_count_in_their_quarter(tmp_path: Path) -> None:
    effort = "{platform: {2027-Q1: 1000, 2027-03: 1000, 2027-03-31: 400, 2027-04: 2400}}"
    files = {"one": initiative(effort=effort), "two": initiative(effort="{platform: {2027-01: 1}}")}
    found = only(portfolio(tmp_path, files))
    assert (found.rule, found.place.file) == ("over-capacity", "regie.yaml")
    assert found.place.excerpt.strip() == "capacity: {platform: 2400}"
    assert found.values == {
        "team": "Team Platform",
        "quarter": "2027-Q1",
        "asked": 2401,
        "room": 2400,
        "excess": 1,
        "asking": ("one (2400)", "two (1)"),
    }


def test_hours_of_an_idea_do_not_count(tmp_path: Path) -> None:
    files = {"one": initiative(status="idea", agenda=None, effort="{platform: {2027-Q1: 9999}}")}
    assert told(portfolio(tmp_path, files)) == []


def solo(member: str, one_off: int, **changes: str | None) -> str:
    """Write a plan that one member makes for itself."""
    costs = f"{{one_off: {{2027: {one_off}}}}}"
    return initiative(participants=f"[{member}]", period=None, costs=costs, **changes)


def test_solo_plans_for_one_component_are_told_with_both_sums(tmp_path: Path) -> None:
    files = {
        "hague": solo("den-haag", 120_000, components="[letters]"),
        "utrecht": solo("utrecht", 90_000, components="[identity, letters]", submitted="2026-06-02"),
    }
    found = only(portfolio(tmp_path, files))
    assert (found.rule, found.wording, found.place.file) == (
        "solo-twins",
        "components",
        "initiatives/utrecht.yaml",
    )
    assert found.place.excerpt[found.place.column - 1 : found.place.end_column - 1] == "letters"
    assert found.values == {
        "ids": ("hague", "utrecht"),
        "members": ("den-haag", "utrecht"),
        "on": "letters",
        "apart": 210_000,
        "together": 120_000,
        "saved": 90_000,
        "shares": ("Den Haag 83636", "Utrecht 36364"),
    }


def test_solo_plans_in_one_domain_are_told(tmp_path: Path) -> None:
    files = {"hague": solo("den-haag", 10, domain="income"), "utrecht": solo("utrecht", 20, domain="income")}
    found = only(portfolio(tmp_path, files))
    assert (found.rule, found.wording, found.values["on"]) == ("solo-twins", "domain", "income")


def test_the_same_group_is_told_once_by_its_component(tmp_path: Path) -> None:
    shared: dict[str, str | None] = {"components": "[identity, letters]", "domain": "income"}
    files = {"hague": solo("den-haag", 10, **shared), "utrecht": solo("utrecht", 20, **shared)}
    found = only(portfolio(tmp_path, files))
    assert (found.wording, found.values["on"]) == ("components", "identity")


def test_two_solo_plans_of_one_member_are_no_twins(tmp_path: Path) -> None:
    files = {"one": solo("utrecht", 10, domain="income"), "two": solo("utrecht", 20, domain="income")}
    assert told(portfolio(tmp_path, files)) == []


def test_without_cost_twins_are_told_without_sums(tmp_path: Path) -> None:
    files = {"hague": solo("den-haag", 0, domain="income"), "utrecht": solo("utrecht", 0, domain="income")}
    found = only(portfolio(tmp_path, files))
    assert (found.rule, found.wording) == ("solo-twins", "domain-without-cost")
