"""The file of a plan: what people lay down, read as it stands, and each mistake at its place."""

from pathlib import Path

import pytest

from icteregie.loading.load import load
from icteregie.portfolio.plan_file import PlanFile
from tests import desk

PLAN = """\
pins:
  access: {in: true, not_before: 2027-Q2, members: [amsterdam, utrecht], because: De wet.}
ceilings:
  2027: {utrecht: 900000}
hour: 80
result:
  fingerprint: abcdefgh
  status: proved
  value: 1200
  bound: 1200
  cost: 450000
  placed:
    - {id: access, start: 2027-Q2, members: [amsterdam, utrecht]}
"""


def read(root: Path, text: str) -> PlanFile:
    desk.portfolio(root, {"access": desk.initiative(), "plans/2027.yaml": text})
    return load(root).portfolio.plans[2027]


def told(root: Path, text: str) -> list[tuple[str, str, str, int, int]]:
    return desk.told(desk.portfolio(root, {"access": desk.initiative(), "plans/2027.yaml": text}))


def test_it_is_read(tmp_path: Path) -> None:
    plan = read(tmp_path, PLAN)
    pin = plan.pins["access"]
    assert (plan.year, plan.ceilings, plan.hour) == (2027, {2027: {"utrecht": 900000}}, 80)
    assert (pin.is_in, str(pin.not_before), pin.members) == (True, "2027-Q2", ("amsterdam", "utrecht"))
    assert plan.result is not None
    (placed,) = plan.result.on
    assert (placed.id, str(placed.start), placed.members) == ("access", "2027-Q2", ("amsterdam", "utrecht"))


def test_of_a_damaged_one_the_rest_is_read(tmp_path: Path) -> None:
    plan = read(tmp_path, PLAN.replace("hour: 80", "hour: veel"))
    assert (plan.year, plan.ceilings) == (2027, {2027: {"utrecht": 900000}})


@pytest.mark.parametrize(
    ("text", "wording", "line", "column"),
    [
        ("pins:\n  access: {because: Daarom.}\n", "pin-of-nothing", 2, 11),
        ("pins:\n  access: {in: false, not_before: 2027-Q2}\n", "out-and-more", 2, 35),
        ("pins:\n  access: {in: false, members: [utrecht]}\n", "out-and-more", 2, 32),
        ("pins:\n  access: {in: ja}\n", "not-true-or-false", 2, 16),
        ("pins:\n  access: {not_before: 2027-05}\n", "quarter-instead", 2, 24),
        ("pins:\n  access: {not_before: 2027-05-01}\n", "quarter-instead", 2, 24),
        ("pins:\n  access: {not_before: Q2 2027}\n", "loose-quarter", 2, 24),
        ("pins:\n  access: {not_before: voorjaar}\n", "not-a-quarter", 2, 24),
        ("pins:\n  access: {not_before: 31-05-2027}\n", "not-a-quarter", 2, 24),
        ("ceilings:\n  2027: {utrecht: veel}\n", "not-an-amount", 2, 19),
        ("hour: 99999999\n", "too-large", 1, 7),
    ],
)
def test_a_mistake_is_told_at_its_place(
    tmp_path: Path, text: str, wording: str, line: int, column: int
) -> None:
    assert told(tmp_path, text) == [("invalid-value", wording, "plans/2027.yaml", line, column)]


def test_the_year_is_in_the_name_alone(tmp_path: Path) -> None:
    assert told(tmp_path, "year: 2028\n") == [("unknown-key", "id", "plans/2027.yaml", 1, 1)]


def test_an_empty_one_is_told_how_to_make_it(tmp_path: Path) -> None:
    assert told(tmp_path, "# later\n") == [("syntax", "empty-file-of-plan", "plans/2027.yaml", 1, 1)]


def test_a_name_that_is_no_year_is_told(tmp_path: Path) -> None:
    files = {"access": desk.initiative(), "plans/begroting.yaml": PLAN}
    assert desk.told(desk.portfolio(tmp_path, files)) == [("file-name", "", "plans/begroting.yaml", 1, 1)]
