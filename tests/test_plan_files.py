"""The file of a plan: what people lay down, read as it stands, and each mistake at its place."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from icteregie.loading.load import load
from icteregie.portfolio import schema_walk
from icteregie.portfolio.plan_file import PlanFile
from tests import desk
from tests.plan_text import EVERY_KEY

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


def test_every_key_can_be_read(tmp_path: Path) -> None:
    plan = read(tmp_path, EVERY_KEY)
    records = [each for each in schema_walk.records(PlanFile) if each is not PlanFile]
    seen = set(yaml_keys(EVERY_KEY))
    assert plan.result is not None
    assert {name for each in records for name in schema_walk.keys(each)} - seen == set()


def yaml_keys(text: str) -> Iterator[str]:
    yield from re.findall(r"([a-z_]+):", text)


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


# --- names that aren't there ---

RESULT = PLAN[PLAN.index("result:") :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pins:\n  acces: {in: true}\n", ("unknown-initiative", "guess", 2, 3)),
        ("pins:\n  iets-anders: {in: true}\n", ("unknown-initiative", "", 2, 3)),
        ("pins:\n  access: {members: [utrech]}\n", ("unknown-member", "guess", 2, 22)),
        ("ceilings:\n  2027: {utrech: 5}\n", ("unknown-member", "guess", 2, 10)),
        ("ceilings:\n  2031: {utrecht: 5}\n", ("unknown-agenda", "ceiling", 2, 3)),
    ],
)
def test_a_name_that_is_not_there_is_told_at_its_place(
    tmp_path: Path, text: str, expected: tuple[str, str, int, int]
) -> None:
    rule, wording, line, column = expected
    assert (rule, wording, "plans/2027.yaml", line, column) in told(tmp_path, text)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("{id: access", "{id: weg", ("unknown-initiative", "in-plan", 8, 12)),
        ("utrecht]", "weg]", ("unknown-member", "in-plan", 8, 57)),
    ],
)
def test_what_the_result_names_is_a_warning_to_make_it_again(
    tmp_path: Path, before: str, after: str, expected: tuple[str, str, int, int]
) -> None:
    text = RESULT.replace(before, after)
    root = desk.portfolio(tmp_path, {"access": desk.initiative(), "plans/2027.yaml": text})
    found = [(d.rule, d.wording, d.place.line, d.place.column, d.severity) for d in desk.found(root)]
    assert (*expected, "warning") in found


def test_the_plan_of_a_year_without_an_agenda_is_told(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative(), "plans/2031.yaml": "hour: 5\n"})
    assert desk.told(root) == [("unknown-agenda", "plan", "plans/2031.yaml", 1, 1)]


# --- hostile sizes ---


@pytest.mark.parametrize("count", [10_000, 5_000])
def test_thousands_of_pins_end_with_a_word(tmp_path: Path, count: int) -> None:
    pins = "".join(f"  i{number}: {{in: true}}\n" for number in range(count))
    root = desk.portfolio(tmp_path, {"access": desk.initiative(), "plans/2027.yaml": f"pins:\n{pins}"})
    done = desk.regie("plan", "--greedy", "--today", "2026-09-24", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "plans/2027.yaml" in done.stderr


def test_the_largest_numbers_are_planned_with(tmp_path: Path) -> None:
    text = "hour: 10000000\nceilings:\n  2027: {utrecht: 1000000000000}\n"
    root = desk.portfolio(tmp_path, {"access": desk.initiative(), "plans/2027.yaml": text})
    assert desk.regie("plan", "--greedy", "--today", "2026-09-24", cwd=root).returncode == 0


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("hour: " + "9" * 5000 + "\n", "invalid-value"),
        ("pins: " + "{a: " * 40 + "1" + "}" * 40 + "\n", "syntax"),
        ("pins:\n" + "  a: {in: true}\n" * 3, "duplicate-key"),
        ("result:\n  placed: [" + "{id: a}, " * 30_000 + "]\n", "syntax"),
    ],
)
def test_what_is_hostile_is_a_finding(tmp_path: Path, text: str, rule: str) -> None:
    assert rule in {each for each, *_ in told(tmp_path, text)}
