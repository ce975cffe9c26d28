"""What members want against what initiatives carry: carried, reached, late, clashing, and one for several."""

from dataclasses import replace
from pathlib import Path

import pytest

from icteregie.analysis.ambitions.bridges import MemberAmbition, member_ambitions
from icteregie.analysis.ambitions.gaps import chances, clashes, unasked
from icteregie.loading.load import load
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import PARTNERSHIP, TODAY, initiative, portfolio


def listed(**ambitions: str) -> str:
    rows = "".join(
        f"  {name.replace('_', '-')}: {{title: Wens, {keys}}}\n" for name, keys in ambitions.items()
    )
    return f"as_of: 2026-09-01\nambitions:\n{rows}"


def read(root: Path, files: dict[str, str], partnership: str = PARTNERSHIP) -> Portfolio:
    return replace(load(portfolio(root, {**files}, partnership)).portfolio, day=TODAY)


def only(
    root: Path, keys: str = "by: 2027", year: int | None = None, /, **changes: str | None
) -> MemberAmbition:
    files = {"ambitions/utrecht.yaml": listed(loket=keys)}
    files["access"] = initiative(ambitions="[utrecht/loket]", **changes)
    (ambition,) = member_ambitions(read(root, files), year)
    return ambition


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"status": "proposal"}, "carried"),
        ({"status": "advised"}, "carried"),
        ({"status": "adopted"}, "carried"),
        ({"status": "running"}, "carried"),
        ({"status": "on-hold"}, "carried"),
        ({"status": "running", "agenda": "2025"}, "carried"),
        ({"status": "running", "agenda": None}, "carried"),
        ({"status": "done"}, "reached"),
        ({"status": "idea", "agenda": None}, "not-carried"),
        ({"status": "exploration"}, "not-carried"),
        ({"status": "parked"}, "not-carried"),
        ({"status": "rejected"}, "not-carried"),
        ({"status": "stopped"}, "not-carried"),
    ],
)
def test_what_carries_an_ambition(tmp_path: Path, changes: dict[str, str | None], state: str) -> None:
    ambition = only(tmp_path, "by: 2027", None, **changes)
    assert ambition.state == state
    carried, others = (("access",), ()) if state == "carried" else ((), ("access",))
    assert (tuple(bridge.id for bridge in ambition.bridges), ambition.others) == (carried, others)


def test_what_is_late_and_asks_for_another_route_carries_nothing(tmp_path: Path) -> None:
    late = "{unforeseen: ja, unavoidable: ja, not_postponable: ja, route: next-agenda}"
    assert only(tmp_path, submitted="2026-09-20", late=late).state == "not-carried"


@pytest.mark.parametrize(("year", "state"), [(2026, "not-carried"), (2027, "carried"), (2028, "not-carried")])
def test_for_the_agenda_of_a_year(tmp_path: Path, year: int, state: str) -> None:
    assert only(tmp_path, "by: 2027", year).state == state


def test_what_is_carried_over_carries_in_the_next_year(tmp_path: Path) -> None:
    period = "{start: 2027-Q1, end: 2028-Q1}"
    assert only(tmp_path, "by: 2027", 2028, status="running", period=period).state == "carried"


@pytest.mark.parametrize("stance", ["local", "parked"])
def test_what_is_not_wanted_of_others_is_not_missing(tmp_path: Path, stance: str) -> None:
    files = {"ambitions/utrecht.yaml": listed(loket=f"stance: {stance}, because: Zelf.")}
    (ambition,) = member_ambitions(read(tmp_path, files))
    assert (ambition.state, ambition.is_late) == (stance, False)


@pytest.mark.parametrize(
    ("by", "end", "is_late"),
    [
        ("2027", "2027-12-31", False),
        ("2027", "2028-01-01", True),
        ("2027-Q2", "2027-06-30", False),
        ("2027-Q2", "2027-07-01", True),
        ("2027-06-29", "2027-06-30", True),
    ],
)
def test_the_day_itself_is_in_time(tmp_path: Path, by: str, end: str, *, is_late: bool) -> None:
    period = f"{{start: 2027-01-01, end: {end}}}"
    assert only(tmp_path, f"by: {by}", period=period).is_late is is_late


def test_without_an_end_or_a_day_nothing_is_late(tmp_path: Path) -> None:
    assert not only(tmp_path / "end", period=None).is_late
    assert not only(tmp_path / "by", "domain: access").is_late


def test_one_that_ends_in_time_is_enough(tmp_path: Path) -> None:
    files = {
        "ambitions/utrecht.yaml": listed(loket="by: 2027"),
        "late": initiative(ambitions="[utrecht/loket]", period="{start: 2027-Q1, end: 2028-Q1}"),
        "soon": initiative(ambitions="[utrecht/loket]"),
    }
    (ambition,) = member_ambitions(read(tmp_path, files))
    assert (ambition.is_late, ambition.first and ambition.first.id) == (False, "soon")


def both(root: Path, first: str, second: str, **initiatives: str) -> Portfolio:
    files = {"ambitions/amsterdam.yaml": listed(a=first), "ambitions/utrecht.yaml": listed(b=second)}
    return read(root, {**files, "access": initiative(), **initiatives})


def shared(of: Portfolio) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.domain, tuple(a.id for a in each.ambitions)) for each in chances(member_ambitions(of))]


@pytest.mark.parametrize(
    ("first", "second", "is_chance"),
    [
        ("domain: access, by: 2028", "domain: access, by: 2028", True),
        ("domain: access, by: 2028-06-30", "domain: access, by: 2030-06-30", True),
        ("domain: access, by: 2028-06-30", "domain: access, by: 2030-07-01", False),
        ("domain: access, by: 2028", "domain: income, by: 2028", False),
        ("domain: access, by: 2028", "domain: access", False),
        ("by: 2028", "by: 2028", False),
        ("domain: access, by: 2028", "domain: access, by: 2028, stance: local, because: Zelf.", False),
        ("domain: access, by: 2028", "domain: access, by: 2028, conflicts_with: [amsterdam/a]", False),
    ],
)
def test_what_one_initiative_could_carry(tmp_path: Path, first: str, second: str, *, is_chance: bool) -> None:
    expected = [("access", ("amsterdam/a", "utrecht/b"))] if is_chance else []
    assert shared(both(tmp_path, first, second)) == expected


ONE_DOMAIN = "domain: access, by: 2028"


def test_different_plans_of_one_member_each_could_be_one(tmp_path: Path) -> None:
    apart = {
        "one": initiative(participants="[amsterdam]", ambitions="[amsterdam/a]"),
        "two": initiative(participants="[utrecht]", ambitions="[utrecht/b]"),
    }
    found = shared(both(tmp_path, ONE_DOMAIN, ONE_DOMAIN, **apart))
    assert found == [("access", ("amsterdam/a", "utrecht/b"))]


@pytest.mark.parametrize(
    ("participants", "ambitions"),
    [("all", "[amsterdam/a]"), ("[utrecht]", "[amsterdam/a, utrecht/b]")],
)
def test_what_is_carried_together_or_by_one_plan_is_no_chance(
    tmp_path: Path, participants: str, ambitions: str
) -> None:
    plan = initiative(participants=participants, ambitions=ambitions)
    assert shared(both(tmp_path, ONE_DOMAIN, ONE_DOMAIN, plan=plan)) == []


def test_two_of_one_member_are_no_chance(tmp_path: Path) -> None:
    files = {"ambitions/utrecht.yaml": listed(a=ONE_DOMAIN, b=ONE_DOMAIN)}
    assert shared(read(tmp_path, {**files, "access": initiative()})) == []


def clash_ids(of: Portfolio) -> list[tuple[str, str, bool]]:
    return [(each.first.id, each.second.id, each.is_asked) for each in clashes(member_ambitions(of))]


def test_a_conflict_that_both_name_is_one(tmp_path: Path) -> None:
    of = both(tmp_path, "conflicts_with: [utrecht/b]", "conflicts_with: [amsterdam/a]")
    assert clash_ids(of) == [("amsterdam/a", "utrecht/b", False)]


def test_a_conflict_is_asked_when_initiatives_carry_both(tmp_path: Path) -> None:
    plans = {"one": initiative(ambitions="[amsterdam/a]"), "two": initiative(ambitions="[utrecht/b]")}
    assert clash_ids(both(tmp_path, "by: 2028", "conflicts_with: [amsterdam/a]", **plans)) == [
        ("utrecht/b", "amsterdam/a", True)
    ]


def test_what_is_parked_clashes_with_nothing(tmp_path: Path) -> None:
    of = both(tmp_path, "stance: parked, because: Nu niet.", "conflicts_with: [amsterdam/a]")
    assert clash_ids(of) == []


@pytest.mark.parametrize(
    ("changes", "is_unasked"),
    [
        ({}, True),
        ({"obligation": "{kind: choice, deadline: 2028-01-01}"}, True),
        ({"nature": "renewal"}, True),
        ({"status": "running"}, True),
        ({"ambitions": "[utrecht/a]"}, False),
        ({"obligation": "{kind: statutory, basis: wet}"}, False),
        ({"obligation": "{kind: contractual, basis: einde}"}, False),
        ({"nature": "maintenance"}, False),
        ({"steering": "experimental"}, False),
        ({"status": "idea", "agenda": None}, False),
        ({"status": "done"}, False),
    ],
)
def test_what_nobody_asked_for(tmp_path: Path, changes: dict[str, str | None], *, is_unasked: bool) -> None:
    files = {"ambitions/utrecht.yaml": listed(a="by: 2028"), "access": initiative(**changes)}
    assert [i.id for i in unasked(read(tmp_path, files))] == (["access"] if is_unasked else [])


def test_without_files_with_ambitions_nobody_has_to_ask(tmp_path: Path) -> None:
    assert unasked(read(tmp_path, {"access": initiative()})) == ()
