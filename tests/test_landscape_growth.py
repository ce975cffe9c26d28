"""The growth path of a component: who runs the target, who gets there when and by what, and who doesn't."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.analysis.landscape.growth import GrowthPath, growth_paths
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio

CASES = PARTNERSHIP.replace(
    "components:\n",
    "components:\n  cases: {name: Zaken, domain: access, target: {product: Zaakwijs, by: 2028}}\n",
)
ENDS = "{start: 2027-Q1, end: 2028-12-31}"
ADDS = "[{product: Zaakwijs, components: [cases]}]"


def runs(product: str, more: str = "") -> str:
    """Write a landscape with one application for the cases."""
    own = f"{{product: {product}, components: [cases], stage: in-use{more}}}"
    return f"as_of: 2026-09-01\napplications:\n  zaken: {own}\n"


OLD = {f"landscape/{member}.yaml": runs("Oud") for member in ("amsterdam", "utrecht")}
ALL = {
    **OLD,
    "other": initiative(),
    "landscape/rotterdam.yaml": runs("zaakwijs "),
    "landscape/den-haag.yaml": runs("Oud"),
}


def path(root: Path, files: dict[str, str], partnership: str = CASES, year: int = 2027) -> GrowthPath:
    read = loaded(portfolio(root, files, partnership))
    assert not read.findings
    (only,) = growth_paths(read.portfolio, year)
    return only


def of(found: GrowthPath, member: str) -> tuple[str, str | None, date | None, bool]:
    """Give where a member is: its state, what brings it there, on which day, and whether that is late."""
    (growth,) = [each for each in found.members if each.member == member]
    arrival = growth.arrival
    if arrival is None:
        return growth.state, None, None, growth.is_late
    return growth.state, arrival.initiative, arrival.day, growth.is_late


def test_it_covers_six_years_and_31_december_is_in_its_year(tmp_path: Path) -> None:
    found = path(tmp_path, {**ALL, "move": initiative(adds=ADDS, participants="[utrecht]", period=ENDS)})
    assert [(y.year, y.there, y.coming, y.missing) for y in found.years][:3] == [
        (2027, ("rotterdam",), (), ("amsterdam", "den-haag", "utrecht")),
        (2028, ("rotterdam", "utrecht"), ("utrecht",), ("amsterdam", "den-haag")),
        (2029, ("rotterdam", "utrecht"), (), ("amsterdam", "den-haag")),
    ]
    assert [y.year for y in found.years] == [2027, 2028, 2029, 2030, 2031, 2032]


def test_who_runs_the_product_is_there_and_who_has_no_initiative_is_named(tmp_path: Path) -> None:
    found = path(tmp_path, {**ALL, "move": initiative(adds=ADDS, participants="[utrecht]", period=ENDS)})
    assert {m.member: m.state for m in found.members} == {
        "amsterdam": "no-initiative",
        "rotterdam": "on-target",
        "den-haag": "no-initiative",
        "utrecht": "comes",
    }


def test_the_last_day_itself_is_in_time_and_the_day_after_is_late(tmp_path: Path) -> None:
    move = initiative(adds=ADDS, period=ENDS)
    assert of(path(tmp_path / "in-time", {**ALL, "move": move}), "utrecht") == (
        "comes",
        "move",
        date(2028, 12, 31),
        False,
    )
    late = move.replace("2028-12-31", "2029-01-01")
    assert of(path(tmp_path / "late", {**ALL, "move": late}), "utrecht") == (
        "comes",
        "move",
        date(2029, 1, 1),
        True,
    )


def test_without_an_initiative_it_is_late_once_the_last_day_is_past(tmp_path: Path) -> None:
    past = CASES.replace("by: 2028", "by: 2026-12-31")
    assert of(path(tmp_path, ALL, past), "utrecht") == ("no-initiative", None, None, True)
    assert of(path(tmp_path, ALL), "utrecht") == ("no-initiative", None, None, False)


@pytest.mark.parametrize("retires", ["[cases]", "[utrecht/zaken]"])
def test_what_retires_the_application_and_adds_no_other_brings_it_there(tmp_path: Path, retires: str) -> None:
    files = {**ALL, "move": initiative(retires=retires, period=ENDS)}
    assert of(path(tmp_path, files), "utrecht")[:2] == ("comes", "move")


@pytest.mark.parametrize(
    "change",
    [
        {"participants": "[amsterdam]"},
        {"status": "idea"},
        {"status": "parked"},
        {"status": "done"},
        {"agenda": None},
    ],
)
def test_what_stands_outside_does_not(tmp_path: Path, change: dict[str, str | None]) -> None:
    move = initiative(**{"retires": "[utrecht/zaken]", "period": ENDS, **change})
    assert of(path(tmp_path, {**ALL, "move": move}), "utrecht") == ("no-initiative", None, None, False)


def test_what_adds_it_for_another_component_does_not(tmp_path: Path) -> None:
    move = initiative(adds="[{product: Zaakwijs, components: [letters]}]", period=ENDS)
    assert of(path(tmp_path, {**ALL, "move": move}), "utrecht")[0] == "no-initiative"


def test_an_addition_has_a_day_of_its_own_also_where_it_retires_earlier(tmp_path: Path) -> None:
    adds = "[{product: Zaakwijs, components: [cases], from: 2030-Q1}]"
    move = initiative(adds=adds, retires="[cases]", period=ENDS)
    assert of(path(tmp_path, {**ALL, "move": move}), "utrecht") == ("comes", "move", date(2030, 1, 1), True)


def test_the_first_of_several_brings_it_there_and_the_others_are_named(tmp_path: Path) -> None:
    later = initiative(adds=ADDS, period="{start: 2027-Q1, end: 2029-Q4}", agenda="2028")
    files = {**ALL, "a-later": later, "first": initiative(adds=ADDS, period=ENDS)}
    found = path(tmp_path, files)
    (utrecht,) = [m for m in found.members if m.member == "utrecht"]
    assert utrecht.arrival is not None
    assert (utrecht.arrival.initiative, utrecht.others) == ("first", ("a-later",))


def test_without_an_end_nobody_knows_when(tmp_path: Path) -> None:
    found = path(tmp_path, {**ALL, "move": initiative(adds=ADDS, period=None)})
    assert of(found, "utrecht") == ("undated", "move", None, False)
    assert "utrecht" in found.years[-1].missing


def test_what_was_carried_over_from_an_earlier_agenda_brings_it_there(tmp_path: Path) -> None:
    runs_on = initiative(adds=ADDS, agenda="2026", status="running", period=ENDS)
    assert of(path(tmp_path, {**ALL, "move": runs_on}), "utrecht")[:2] == ("comes", "move")


def test_of_who_has_no_landscape_nothing_is_said(tmp_path: Path) -> None:
    found = path(tmp_path, {**OLD, "move": initiative(adds=ADDS, period=ENDS)})
    assert of(found, "rotterdam") == ("not-judged", None, None, False)
    assert "rotterdam" not in (*found.years[-1].there, *found.years[-1].missing)


def test_who_runs_nothing_for_it_misses_nothing(tmp_path: Path) -> None:
    nothing = {**ALL, "landscape/den-haag.yaml": runs("Oud").replace("[cases]", "[letters]")}
    found = path(tmp_path, nothing)
    assert of(found, "den-haag") == ("nothing-runs", None, None, False)
    assert "den-haag" not in found.years[0].missing


def test_who_left_is_in_no_year_after_that(tmp_path: Path) -> None:
    leaves = CASES.replace("code: GM0344}", "code: GM0344, until: 2028-06-30}")
    found = path(tmp_path, {**ALL, "move": initiative(adds=ADDS, period=ENDS)}, leaves)
    assert [y.year for y in found.years if "utrecht" in (*y.there, *y.missing)] == [2027, 2028]


def test_what_it_runs_beside_the_target_is_named(tmp_path: Path) -> None:
    both = runs("Zaakwijs") + "  oud: {product: Oud, components: [cases], stage: ending}\n"
    found = path(tmp_path, {**ALL, "landscape/utrecht.yaml": both})
    (utrecht,) = [m for m in found.members if m.member == "utrecht"]
    assert (utrecht.state, [a.id for a in utrecht.applications]) == ("on-target", ["utrecht/oud"])


def test_a_component_without_a_target_has_no_path(tmp_path: Path) -> None:
    read = loaded(portfolio(tmp_path, ALL, CASES.replace(", target: {product: Zaakwijs, by: 2028}", "")))
    assert growth_paths(read.portfolio, 2027) == ()


def test_what_brings_another_product_leads_elsewhere(tmp_path: Path) -> None:
    adds = "[{product: Anders, components: [cases]}]"
    move = initiative(adds=adds, retires="[cases]", period=ENDS)
    found = path(
        tmp_path, {**ALL, "landscape/den-haag.yaml": runs("Oud").replace("cases", "letters"), "move": move}
    )
    assert of(found, "utrecht") == of(found, "den-haag") == ("elsewhere", "move", date(2028, 12, 31), False)
    assert found.years[-1].missing == ("amsterdam", "den-haag", "utrecht")
    both = {**ALL, "move": move, "right": initiative(adds=ADDS, period="{start: 2027-Q1, end: 2029-Q4}")}
    assert of(path(tmp_path / "both", both), "utrecht") == ("comes", "right", date(2029, 12, 31), True)
