"""Exactly the budget, and a euro more."""

from datetime import date
from pathlib import Path

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("over-budget")
SPENT = "[{{date: 2027-04-01, spent: {}}}]"
SUMMER = date(2027, 6, 1)


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


def test_of_a_budget_for_what_is_new_what_was_spent_on_it_is_used(tmp_path: Path) -> None:
    """Done, stopped and parked halfway cost what was spent; what was given up before it began, nothing."""
    ended = {
        "done": costing(900_000, status="done", progress=SPENT.format(400_000)),
        "stopped": costing(900_000, status="stopped", progress=SPENT.format(300_000)),
        "parked": costing(900_000, status="parked", progress=SPENT.format(200_000)),
        "begun": costing(900_000, status="parked", progress=SPENT.format(0)),
        "withdrawn": costing(900_000, status="rejected"),
    }
    assert RULE.places(portfolio(tmp_path / "fits", {**ended, "new": costing(5_100_000)}), SUMMER) == []
    finding = RULE.finding(portfolio(tmp_path / "short", {**ended, "new": costing(5_100_001)}), SUMMER)
    assert (finding.wording, text_at(finding)) == ("one_off_used", "6000000")
    assert finding.values == {
        "year": 2027,
        "asked": 5_100_001,
        "budget": 5_100_000,
        "excess": 1,
        "outside": ("new",),
        "used": 900_000,
        "besides": ("done", "parked", "stopped"),
    }


def test_what_is_reported_later_is_not_used_yet(tmp_path: Path) -> None:
    parked = costing(900_000, status="parked", progress=SPENT.format(200_000))
    files = {"parked": parked, "new": costing(6_000_000)}
    assert RULE.places(portfolio(tmp_path, files), date(2027, 3, 31)) == []
    assert RULE.finding(portfolio(tmp_path, files), date(2027, 4, 1)).values["used"] == 200_000


def test_what_was_done_for_an_earlier_agenda_is_not_paid_from_this_one(tmp_path: Path) -> None:
    done = costing(900_000, status="done", agenda="2026", progress=SPENT.format(400_000))
    assert RULE.places(portfolio(tmp_path, {"done": done, "new": costing(6_000_000)}), SUMMER) == []


def test_what_moved_to_a_later_agenda_leaves_what_it_costs_in_this_year(tmp_path: Path) -> None:
    """Money of its own year comes from the budget of that year; what recurs later, from its own budget."""
    moved = initiative(
        agenda="2028", status="adopted", costs="{one_off: {2027: 100, 2028: 900}, recurring: {2028: 1500000}}"
    )
    asks = initiative(costs="{one_off: {2027: 5999901}, recurring: {2028: 1500000}}")
    finding = RULE.finding(portfolio(tmp_path, {"moved": moved, "new": asks}))
    assert (finding.wording, finding.values["used"], finding.values["excess"]) == ("one_off_used", 100, 1)
    asks_again = moved.replace("status: adopted", "status: proposal")
    assert RULE.places(portfolio(tmp_path / "asks", {"moved": asks_again, "new": asks})) == []


def test_what_is_done_goes_on_costing_its_recurring_cost_in_later_years(tmp_path: Path) -> None:
    done = initiative(status="done", costs="{recurring: {2028: 500000}}", progress=SPENT.format(0))
    asks = initiative(costs="{recurring: {2028: 1000001, 2029: 1500000}}")
    finding = RULE.finding(portfolio(tmp_path, {"done": done, "new": asks}), SUMMER)
    assert (finding.wording, finding.values["later"]) == ("recurring_later_used", 2028)
    assert (finding.values["used"], finding.values["budget"], finding.values["excess"]) == (
        500_000,
        1_000_000,
        1,
    )


def test_a_list_that_asks_nothing_is_short_of_nothing(tmp_path: Path) -> None:
    """More was spent than there was: nobody can choose, phase or find cover for it any more."""
    done = costing(100, status="done", progress=SPENT.format(6_000_001))
    assert RULE.places(portfolio(tmp_path / "none", {"done": done}), SUMMER) == []
    finding = RULE.finding(portfolio(tmp_path / "one", {"done": done, "new": costing(1)}), SUMMER)
    assert (finding.values["budget"], finding.values["excess"], finding.values["outside"]) == (
        -1,
        2,
        ("new",),
    )


def test_what_was_spent_is_spent_in_full_where_a_part_is_realised(tmp_path: Path) -> None:
    """4,500,000 are left of 6,000,000; at 75% these are room for 6,000,000."""
    partnership = PARTNERSHIP.replace("recurring: 1500000}", "recurring: 1500000, realisation: 75%}")
    files = {"done": costing(2_000_000, status="done", progress=SPENT.format(1_500_000))}
    files |= {"new": costing(6_000_000)}
    assert RULE.places(portfolio(tmp_path / "room", files, partnership), SUMMER) == []
    finding = RULE.finding(
        portfolio(tmp_path / "over", {**files, "new": costing(6_000_001)}, partnership), SUMMER
    )
    assert finding.wording == "one_off_realised_used"
    assert (finding.values["used"], finding.values["budget"]) == (1_500_000, 6_000_000)


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
