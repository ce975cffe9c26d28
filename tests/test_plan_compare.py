"""``regie plan compare``: two plans side by side, both reckoned with the files as they are."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

DAY = ("--today", "2026-09-24")
WORDS = ("plan", "compare", *DAY)
PLAN = """\
result:
  fingerprint: abcdefgh
  status: by-hand
  value: 1
  cost: 1
  placed:
    - {id: access, start: 2027-Q1, members: [amsterdam, rotterdam, den-haag, utrecht]}
    - {id: letters, start: 2027-Q1, members: [amsterdam, utrecht]}
    - {id: gone, start: 2027-Q1}
"""
OTHER = {
    "year": 2027,
    "on": [
        {"id": "access", "start": "2027-Q3", "members": ["amsterdam", "rotterdam", "den-haag", "utrecht"]},
        {"id": "search", "start": "2027-Q2", "members": ["utrecht"]},
    ],
}
MARKS = "{value: {amsterdam: 3, rotterdam: 4, den-haag: 2, utrecht: 5}, urgency: 3}"


def made(title: str, one_off: int, **keys: str) -> str:
    costs = f"{{one_off: {{2027: {one_off}}}}}"
    window = "{earliest: 2027-Q1, latest: 2028-Q4}"
    return initiative(title=title, score=MARKS, costs=costs, window=window, **keys)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        "access": made("Toegang", 1000, effort="{platform: {2027-Q1: 2500}}"),
        "letters": made("Brieven", 500, participants="[amsterdam, utrecht]"),
        "search": made("Zoeken", 70, participants="[utrecht]"),
        "gone": made("Weg", 10, status="adopted"),
        "plans/2027.yaml": PLAN,
    }
    folder = portfolio(tmp_path_factory.mktemp("compare"), files, PARTNERSHIP)
    (folder / "ander.json").write_text(json.dumps(OTHER), "utf-8")
    return folder


def told(folder: Path, *sides: str) -> dict[str, Any]:
    done = regie(*WORDS, *sides, "--format", "json", cwd=folder)
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def test_what_the_second_changes_in_the_first_is_named(folder: Path) -> None:
    found = told(folder, "plans/2027.yaml", "ander.json")["changes"]
    assert found == {"count": 3, "in": ["search"], "out": ["letters"], "moved": ["access"], "members": []}


def test_both_are_reckoned_with_the_files_and_not_with_what_they_say(folder: Path) -> None:
    found = told(folder, "plans/2027.yaml", "ander.json")
    sums = {side: (found[side]["value"], found[side]["cost"]) for side in ("first", "second")}
    assert sums == {"first": (300 * (14 + 8), 1500), "second": (300 * (14 + 5), 1070)}


def test_members_pay_all_of_either(folder: Path) -> None:
    found = told(folder, "plans/2027.yaml", "ander.json")
    for side in ("first", "second"):
        assert sum(each["amount"] for each in found[side]["members"]) == found[side]["cost"]
    paid = [
        {each["member"]: each["amount"] for each in found[side]["members"]} for side in ("first", "second")
    ]
    assert (paid[0]["amsterdam"] - paid[1]["amsterdam"], paid[1]["utrecht"] > 70) == (396, True)


def test_hours_left_follow_the_start(folder: Path) -> None:
    found = told(folder, "plans/2027.yaml", "ander.json")
    left = [
        {each["quarter"]: each["left"] for each in found[side]["hours_left"]} for side in ("first", "second")
    ]
    assert (left[0]["2027-Q1"], left[0]["2027-Q3"]) == (-100, 2400)
    assert (left[1]["2027-Q1"], left[1]["2027-Q3"]) == (2400, -100)


def test_what_is_no_candidate_any_more_counts_in_neither(folder: Path) -> None:
    found = told(folder, "plans/2027.yaml", "ander.json")
    assert (found["first"]["outside"], found["second"]["outside"]) == (["gone"], [])
    assert "gone" not in found["changes"]["out"]


def test_a_plan_and_itself_differ_in_nothing(folder: Path) -> None:
    assert told(folder, "plans/2027.yaml", "plans/2027.yaml")["changes"]["count"] == 0


def test_the_output_of_plan_is_a_side(folder: Path) -> None:
    out = folder / "hand.json"
    assert regie("plan", "--greedy", *DAY, "--format", "json", "-o", str(out), cwd=folder).returncode == 0
    plan = json.loads(out.read_text("utf-8"))
    found = told(folder, "hand.json", "ander.json")
    assert (found["first"]["value"], found["first"]["cost"]) == (plan["value"], plan["cost"])


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "nl",
            [
                "Van het eerste naar het tweede plan veranderen 3 initiatieven. Erbij: ‘Zoeken’.",
                "Toegang     Q1 2027      Q3 2027",
                "Zoeken      niet         Q2 2027",
                "Over ‘Weg’ wordt niet meer beslist op deze agenda.",
            ],
        ),
        ("en", ["Two plans for development agenda 2027 side by side", "Hours left"]),
    ],
)
def test_it_is_read_side_by_side(folder: Path, lang: str, lines: list[str]) -> None:
    done = regie(*WORDS, "plans/2027.yaml", "ander.json", "--lang", lang, cwd=folder)
    assert [line for line in lines if line not in done.stdout] == [], done.stdout


NO_PLANS = {
    "leeg.json": "",
    "lijst.json": "[]",
    "diep.json": "[" * 100_000,
    "jaar.json": '{"year": "2027", "on": []}',
    "waar.json": '{"year": true, "on": []}',
    "kwartaal.json": '{"year": 2027, "on": [{"id": "a", "start": "2027-Q5", "members": []}]}',
    "getal.json": '{"year": 2027, "on": [{"id": 1, "start": "2027-Q1", "members": []}]}',
    "groot.json": '{"year": 2027, "on": [], "x": ' + "9" * 5000 + "}",
    "leeg.yaml": "",
    "zonder.yaml": "pins: {access: {in: true}}\n",
    "diep.yaml": "[" * 5000,
    "fout.yaml": PLAN.replace("2027-Q1", "ooit"),
}


@pytest.mark.parametrize("name", NO_PLANS)
def test_what_is_no_plan_is_said_in_one_line(folder: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(NO_PLANS[name], "utf-8")
    done = regie(*WORDS, str(tmp_path / name), "ander.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert f"{name} staat geen plan." in done.stderr


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (("ander.json",), "Geef twee plannen om te vergelijken"),
        (("ander.json", "nergens.json"), "nergens.json"),
        (
            ("ander.json", "ander.json", "--year", "2026"),
            "Deze plannen zijn niet van dezelfde agenda: 2026 en 2027.",
        ),
    ],
)
def test_what_can_not_be_compared_is_said(folder: Path, sides: tuple[str, ...], said: str) -> None:
    done = regie(*WORDS, *sides, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_copy_without_a_year_in_its_name_needs_one(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_text(PLAN, "utf-8")
    side = str(tmp_path / "oud.yaml")
    assert "Noem haar met --year." in regie(*WORDS, side, side, cwd=folder).stderr
    assert told(folder, side, side, "--year", "2027")["year"] == 2027


@pytest.mark.parametrize("form", ["table", "md", "json"])
def test_the_name_of_a_file_can_not_mislead(folder: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "a\x1b[31m|b\n# c.json"
    path.write_text(json.dumps(OTHER), "utf-8")
    done = regie(*WORDS, str(path), "ander.json", "--format", form, cwd=folder)
    assert (done.returncode, "\x1b" in done.stdout, "\n# c" in done.stdout) == (0, False, False)


def test_only_compare_reads_plans(folder: Path) -> None:
    done = regie("plan", "check", "ander.json", *DAY, cwd=folder)
    assert (done.returncode, "alleen regie plan compare leest" in done.stderr) == (2, True)
