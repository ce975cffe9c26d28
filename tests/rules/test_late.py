"""When something is late: the day itself is in time, and a size needs its lead time."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.diagnostics.types import Diagnostic
from tests import desk
from tests.desk import initiative, portfolio, told

EXPERIMENT = {"steering": "experimental", "period": None}
GROUNDS = "unforeseen: arrest van de Hoge Raad, unavoidable: geldt per direct, not_postponable: wettelijk"


def only(root: Path, today: date = desk.TODAY) -> Diagnostic:
    """Give the one finding that there is."""
    (found,) = desk.found(root, today)
    return found


@pytest.mark.parametrize("day", ["2026-05-18", "2026-07-01"])
def test_until_and_on_the_day_that_the_intake_closes_is_in_time(tmp_path: Path, day: str) -> None:
    assert told(portfolio(tmp_path, {"access": initiative(submitted=day)})) == []


def test_the_day_after_the_intake_is_late(tmp_path: Path) -> None:
    found = only(portfolio(tmp_path, {"access": initiative(submitted="2026-07-02")}))
    place = ("initiatives/access.yaml", 3, 12)
    assert (found.rule, found.place.file, found.place.line, found.place.column) == ("late-intake", *place)
    assert found.values == {
        "id": "access",
        "arrived": date(2026, 7, 2),
        "closed": date(2026, 7, 1),
        "count": 1,
        "year": 2027,
    }


def test_on_the_day_of_the_dossiers_it_is_only_after_the_intake(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(submitted="2026-08-27")})
    assert told(root) == [("late-intake", "", "initiatives/access.yaml", 3, 12)]


def test_the_day_after_the_dossiers_needs_three_grounds(tmp_path: Path) -> None:
    found = only(portfolio(tmp_path, {"access": initiative(submitted="2026-08-28", **EXPERIMENT)}))
    assert (found.rule, found.wording, found.severity) == ("late-dossier", "grounds", "error")
    assert (found.place.line, found.place.column) == (3, 12)
    assert found.values["count"] == 1
    assert found.values["missing"] == ("unforeseen", "unavoidable", "not_postponable")


def test_two_grounds_of_three_are_not_enough(tmp_path: Path) -> None:
    late = "{unforeseen: arrest, unavoidable: geldt per direct, route: now}"
    found = only(portfolio(tmp_path, {"access": initiative(submitted="2026-09-01", late=late, **EXPERIMENT)}))
    assert (found.rule, found.wording) == ("late-dossier", "grounds")
    assert found.values["missing"] == ("not_postponable",)


def test_grounds_without_a_route_are_an_error(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-01", late=f"{{{GROUNDS}}}", **EXPERIMENT)
    found = only(portfolio(tmp_path, {"access": text}))
    assert (found.rule, found.wording, found.severity) == ("late-dossier", "route", "error")
    assert (found.place.line, text.splitlines()[found.place.line - 1][:5]) == (9, "late:")


def test_with_grounds_and_a_route_it_stays_a_warning(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-01", late=f"{{{GROUNDS}, route: next-agenda}}", **EXPERIMENT)
    found = only(portfolio(tmp_path, {"access": text}))
    assert (found.rule, found.wording, found.severity) == ("late-dossier", "", "warning")
    assert found.values["route"] == "next-agenda"


def test_it_stays_a_warning_where_the_rule_is_set_to_error(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-01", late=f"{{{GROUNDS}, route: now}}", **EXPERIMENT)
    partnership = f"{desk.PARTNERSHIP}rules: {{late-dossier: error}}\n"
    found = only(portfolio(tmp_path, {"access": text}, partnership))
    assert (found.rule, found.wording, found.severity) == ("late-dossier", "", "warning")


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
    assert told(portfolio(tmp_path, {"access": initiative(submitted=day, **changes)}, OPEN)) == []


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
    found = only(portfolio(tmp_path, {"access": initiative(submitted=day, **changes)}, OPEN))
    assert (found.rule, found.wording) == ("late-lead-time", wording)
    assert (found.place.line, found.place.column) == (3, 12)
    assert (found.values["count"], found.values["needed"]) == (days, needed)
    assert found.values["decision"] == date(2026, 10, 8)


@pytest.mark.parametrize("costs", ["{one_off: {2027: 249999}}", "{recurring: {2028: 49999, 2029: 49999}}"])
def test_a_euro_less_is_small(tmp_path: Path, costs: str) -> None:
    text = initiative(submitted="2026-07-02", costs=costs)
    assert told(portfolio(tmp_path, {"access": text}, OPEN)) == []


def test_two_dependencies_make_it_large(tmp_path: Path) -> None:
    files = {
        "access": initiative(submitted="2026-07-02", depends_on="[one, two]", period=None),
        "one": initiative(),
        "two": initiative(),
    }
    found = only(portfolio(tmp_path, files, OPEN))
    assert (found.rule, found.wording, found.place.file) == (
        "late-lead-time",
        "large",
        "initiatives/access.yaml",
    )


def test_what_comes_late_with_the_route_now_counts_to_the_late_decision(tmp_path: Path) -> None:
    text = initiative(submitted="2026-09-25", late=f"{{{GROUNDS}, route: now}}")
    assert told(portfolio(tmp_path, {"access": text}, OPEN)) == [
        ("late-dossier", "", "initiatives/access.yaml", 10, 7)
    ]


def test_what_comes_after_the_decision_is_not_counted_in_days_below_zero(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(submitted="2026-10-20", period=None)})
    assert ("late-lead-time", "after-decision", "initiatives/access.yaml", 3, 12) in told(root)


def obliged(deadline: str, **changes: str | None) -> str:
    """Write an initiative with a deadline."""
    return initiative(obligation=f"{{kind: statutory, deadline: {deadline}}}", **changes)


def test_ready_on_the_day_of_the_deadline_is_in_time(tmp_path: Path) -> None:
    assert told(portfolio(tmp_path, {"access": obliged("2027-06-30")})) == []


def test_ready_the_day_after_the_deadline_is_told(tmp_path: Path) -> None:
    found = only(portfolio(tmp_path, {"access": obliged("2027-06-29")}))
    place = ("initiatives/access.yaml", 10, 41)
    assert (found.place.file, found.place.line, found.place.column) == place
    assert (found.rule, found.wording, found.values["count"]) == ("late-for-deadline", "", 1)
    assert (found.values["end"], found.values["deadline"]) == (date(2027, 6, 30), date(2027, 6, 29))


def test_what_it_waits_for_makes_it_late_for_its_deadline(tmp_path: Path) -> None:
    files = {
        "api": initiative(period="{start: 2027-Q1, end: 2027-Q2}"),
        "access": obliged("2027-09-30", period="{start: 2027-Q2, end: 2027-Q3}", depends_on="[api]"),
    }
    (late,) = [d for d in desk.found(portfolio(tmp_path, files)) if d.rule == "late-for-deadline"]
    assert (late.wording, late.values["path"]) == ("chain", ("api", "access"))
    assert late.values["end"] == date(2027, 12, 30)


def test_what_is_done_holds_nothing_up(tmp_path: Path) -> None:
    files = {
        "api": initiative(period="{start: 2027-Q1, end: 2027-Q2}", status="done"),
        "access": obliged("2027-09-30", period="{start: 2027-Q2, end: 2027-Q3}", depends_on="[api]"),
    }
    assert told(portfolio(tmp_path, files)) == []


# A small idea with a deadline on 1 July 2027 and no period must be brought in by 20 May 2027.
IDEA: dict[str, str | None] = {"status": "idea", "agenda": None, "period": None}


@pytest.mark.parametrize(
    ("today", "wording"),
    [(date(2026, 5, 21), ""), (date(2027, 5, 20), ""), (date(2027, 5, 21), "passed")],
    ids=["364 days ahead", "on the last day", "the day after"],
)
def test_an_unanswered_deadline_is_told_from_a_year_ahead(tmp_path: Path, today: date, wording: str) -> None:
    found = only(portfolio(tmp_path, {"access": obliged("2027-07-01", **IDEA)}), today)
    assert (found.rule, found.wording) == ("unanswered-deadline", wording)
    assert (found.place.line, found.place.column) == (8, 41)
    assert found.values["last_day"] == date(2027, 5, 20)


def test_a_full_year_ahead_is_too_soon_to_tell(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": obliged("2027-07-01", **IDEA)})
    assert told(root, date(2026, 5, 20)) == []


def test_the_work_itself_takes_time_before_the_deadline(tmp_path: Path) -> None:
    idea = obliged("2027-07-01", **{**IDEA, "period": "{start: 2027-05-02, end: 2027-05-31}"})
    found = only(portfolio(tmp_path, {"access": idea}))
    assert found.values["last_day"] == date(2027, 4, 21)


@pytest.mark.parametrize("status", ["done", "stopped", "rejected"])
def test_what_is_over_has_no_unanswered_deadline(tmp_path: Path, status: str) -> None:
    text = obliged("2027-07-01", **{**IDEA, "status": status})
    assert told(portfolio(tmp_path, {"access": text})) == []


def test_what_is_parked_still_has_an_unanswered_deadline(tmp_path: Path) -> None:
    text = obliged("2027-07-01", **{**IDEA, "status": "parked"})
    assert told(portfolio(tmp_path, {"access": text})) == [
        ("unanswered-deadline", "", "initiatives/access.yaml", 8, 41)
    ]
