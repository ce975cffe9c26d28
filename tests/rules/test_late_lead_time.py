"""Exactly the days that a size needs, and a day less."""

from datetime import date
from pathlib import Path

import pytest

from tests import desk
from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("late-lead-time")
EXPERIMENT: dict[str, str | None] = {"steering": "experimental", "period": None}
GROUNDS = "unforeseen: arrest van de Hoge Raad, unavoidable: geldt per direct, not_postponable: wettelijk"

# The decision on the agenda of 2027 is on 8 October 2026. With the intake open until then,
# only the lead time is judged.
OPEN = desk.PARTNERSHIP.replace("intake_closes: 2026-07-01", "intake_closes: 2026-09-24").replace(
    "dossier_closes: 2026-08-27", "dossier_closes: 2026-09-24"
)
LARGE = {"costs": "{one_off: {2027: 250000}}"}


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        (EXPERIMENT, "2026-09-17"),
        ({}, "2026-08-27"),
        (LARGE, "2026-07-01"),
    ],
    ids=["21 for an experiment", "42 for small", "99 for large"],
)
def test_exactly_the_days_that_a_size_needs_is_enough(
    tmp_path: Path, changes: dict[str, str | None], day: str
) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative(submitted=day, **changes)}, OPEN)) == []


@pytest.mark.parametrize(
    ("changes", "day", "wording", "days", "needed"),
    [
        (EXPERIMENT, "2026-09-18", "experiment", 20, 21),
        ({}, "2026-08-28", "small", 41, 42),
        (LARGE, "2026-07-02", "large", 98, 99),
        ({"costs": "{one_off: {2027: 125000, 2028: 125000}}"}, "2026-07-02", "large", 98, 99),
        ({"costs": "{recurring: {2028: 50000}}"}, "2026-07-02", "large", 98, 99),
    ],
    ids=["experiment", "small", "large in a year", "large over years", "large in recurring cost"],
)
def test_a_day_less_than_a_size_needs_is_told(
    tmp_path: Path, *, changes: dict[str, str | None], day: str, wording: str, days: int, needed: int
) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative(submitted=day, **changes)}, OPEN))
    assert (finding.rule, finding.wording) == ("late-lead-time", wording)
    assert (finding.place.line, finding.place.column) == (3, 12)
    assert (finding.values["count"], finding.values["needed"]) == (days, needed)
    assert finding.values["decision"] == date(2026, 10, 8)


@pytest.mark.parametrize("costs", ["{one_off: {2027: 249999}}", "{recurring: {2028: 49999, 2029: 49999}}"])
def test_a_euro_less_is_small(tmp_path: Path, costs: str) -> None:
    text = initiative(submitted="2026-07-02", costs=costs)
    assert RULE.places(portfolio(tmp_path, {"access": text}, OPEN)) == []


def test_two_dependencies_make_it_large(tmp_path: Path) -> None:
    files = {
        "access": initiative(submitted="2026-07-02", depends_on="[one, two]", period=None),
        "one": initiative(),
        "two": initiative(),
    }
    finding = RULE.finding(portfolio(tmp_path, files, OPEN))
    assert (finding.rule, finding.wording, finding.place.file) == (
        "late-lead-time",
        "large",
        "initiatives/access.yaml",
    )


def test_what_comes_late_with_the_route_now_counts_to_the_late_decision(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-25", late=f"{{{GROUNDS}, route: now}}")
    assert RULE.places(portfolio(tmp_path, {"access": text}, OPEN)) == []


def test_what_comes_after_the_decision_is_not_counted_in_days_below_zero(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(submitted="2026-10-20", period=None)})
    assert RULE.places(root) == [("late-lead-time", "after-decision", "initiatives/access.yaml", 3, 12)]


def test_without_a_late_decision_the_route_now_counts_to_the_decision(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-25", late=f"{{{GROUNDS}, route: now}}")
    partnership = OPEN.replace("    late_advice: 2026-10-29\n    late_decision: 2026-11-12\n", "")
    finding = RULE.finding(portfolio(tmp_path, {"access": text}, partnership))
    assert (finding.rule, finding.wording, finding.place.line) == ("late-lead-time", "small", 3)
    assert (finding.values["count"], finding.values["decision"]) == (13, date(2026, 10, 8))
