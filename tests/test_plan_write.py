"""A plan that is written below what people laid down, which stays byte for byte, and what it was made of."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.inputs import inputs
from icteregie.analysis.plan.puzzle import problem
from icteregie.portfolio.portfolio import Portfolio
from tests import puzzles
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio, regie
from tests.solving import DAY as ON

DAY = ("--today", "2026-09-24")
FILE = "plans/2027.yaml"
COSTS = "{one_off: {2027: 100000}}"
MOVES = {"period": "{start: 2027-Q1, end: 2027-Q2}", "window": "{earliest: 2027-Q1, latest: 2027-Q4}"}
OWN = """\
# Wat de directeuren vastlegden.
pins:
  a: {in: true, not_before: 2027-Q3}   # de wet

ceilings: {2027: {utrecht: 900000}}
hour: 80   # euro
"""


def files(**more: str) -> dict[str, str]:
    return {name: initiative(costs=COSTS, score="{value: 3}", **MOVES, **more) for name in ("a", "b")}


def planned(root: Path, *words: str) -> dict[str, Any]:
    done = regie("plan", "--greedy", "--format", "json", *DAY, *words, cwd=root)
    made: dict[str, Any] = json.loads(done.stdout)
    return made


# --- what is laid down ---


def test_what_the_file_lays_down_joins_the_plan(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {**files(), FILE: OWN})
    assert {each["id"]: each["start"] for each in planned(root)["on"]} == {"a": "2027-Q3", "b": "2027-Q1"}


def test_a_ceiling_of_the_file_is_room(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {**files(), FILE: "ceilings: {2027: {utrecht: 9000}}\n"})
    made = planned(root)
    share = {"what": "share", "member": "utrecht", "year": 2027}
    assert {**share, "there": 9000, "used": 0} in made["room"]
    assert [each["lacks"] for each in made["left_out"]] == [[{**share, "amount": 615}]] * 2


def test_who_is_pinned_takes_part_alone(tmp_path: Path) -> None:
    pins = "pins:\n  a: {members: [amsterdam, utrecht]}\n"
    root = portfolio(tmp_path, {**files(minimum_participants="2"), FILE: pins})
    members = {each["id"]: each["members"] for each in planned(root)["on"]}
    assert members["a"] == ["amsterdam", "utrecht"]


@pytest.mark.parametrize(
    ("laid", "option", "is_said"),
    [
        ("{in: false}", "a=in", True),
        ("{in: true}", "a=out", True),
        ("{not_before: 2027-Q3}", "a=2027-Q2", True),
        ("{not_before: 2027-Q3}", "a=in", False),
        ("{in: true}", "a=2027-Q2", False),
    ],
)
def test_an_option_wins_and_that_is_said(tmp_path: Path, laid: str, option: str, *, is_said: bool) -> None:
    root = portfolio(tmp_path, {**files(), FILE: f"pins:\n  a: {laid}\n"})
    done = regie("plan", "--greedy", "--pin", option, "--format", "json", "--lang", "en", *DAY, cwd=root)
    said = "--pin says otherwise than plans/ about one initiative, and wins: a."
    assert (said in done.stderr) is is_said
    on = {each["id"]: each["start"] for each in json.loads(done.stdout)["on"]}
    assert on.get("a") == {"a=out": None, "a=2027-Q2": "2027-Q2"}.get(
        option, "2027-Q3" if "Q3" in laid else "2027-Q1"
    )


# --- writing ---


def test_what_people_wrote_stays_byte_for_byte(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {**files(), FILE: OWN})
    assert regie("plan", "--greedy", "--write", *DAY, cwd=root).returncode == 0
    text = (root / FILE).read_text("utf-8")
    assert text.startswith(f"{OWN}result:\n  fingerprint: ")
    assert regie("plan", "--greedy", "--write", *DAY, cwd=root).stderr.endswith(
        "Er is niets te wijzigen: het bestand zegt dit al.\n"
    )
    (root / FILE).write_text(text.replace("hour: 80", "hour: 90"), "utf-8")
    assert regie("plan", "--greedy", "--write", *DAY, cwd=root).returncode == 0
    assert (root / FILE).read_text("utf-8").startswith(OWN.replace("80", "90"))


def test_where_there_is_no_file_it_is_made(tmp_path: Path) -> None:
    root = portfolio(tmp_path, files())
    done = regie("plan", "--greedy", "--write", *DAY, cwd=root)
    assert (done.returncode, done.stdout) == (0, f"{FILE} is geschreven.\n")
    assert regie("plan", "check", *DAY, cwd=root).returncode == 0


def test_what_would_be_written_can_be_seen_first(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {**files(), FILE: OWN})
    done = regie("plan", "--greedy", "--diff", *DAY, cwd=root)
    assert done.stdout.startswith(f"--- a/{FILE}\n+++ b/{FILE}\n")
    assert (root / FILE).read_text("utf-8") == OWN


@pytest.mark.parametrize("option", [("--budget", "+5%"), ("--pin", "a=in"), ("--without", "utrecht")])
def test_a_plan_of_what_if_is_not_kept(tmp_path: Path, option: tuple[str, str]) -> None:
    root = portfolio(tmp_path, files())
    done = regie("plan", "--greedy", "--write", *option, *DAY, "--lang", "en", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{option[0]} asks what if; that plan isn't kept.")
    assert not (root / FILE).exists()


@pytest.mark.parametrize(
    ("pin", "never"),
    [("in: false", "pinned-out"), ("not_before: 2028-Q1", "pinned-later")],
)
def test_why_a_pin_keeps_it_off_is_kept(tmp_path: Path, pin: str, never: str) -> None:
    root = portfolio(tmp_path, {**files(), FILE: f"pins:\n  a: {{{pin}}}\n"})
    done = regie("plan", "--greedy", "--write", *DAY, cwd=root)
    assert done.returncode == 0, done.stderr
    assert f"{{id: a, never: {never}}}" in (root / FILE).read_text("utf-8")
    assert regie("plan", "check", *DAY, cwd=root).returncode == 0


def test_a_plan_that_misses_a_pin_is_not_kept(tmp_path: Path) -> None:
    pins = "pins:\n  a: {in: true}\n  b: {in: true}\n"
    large = {name: initiative(costs="{one_off: {2027: 4000000}}", score="{value: 3}") for name in ("a", "b")}
    root = portfolio(tmp_path, {**large, FILE: pins})
    done = regie("plan", "--greedy", "--write", *DAY, "--lang", "en", cwd=root)
    assert done.returncode == 1
    assert "Nothing was written: this plan doesn't keep all that was laid down." in done.stderr
    assert (root / FILE).read_text("utf-8") == pins


# --- the fingerprint ---


def variants(seed: int) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Change one line of one file of a portfolio, in many ways."""
    before = dict(puzzles.files(seed, size=6, years=2, teams=2, tightness=0.5))
    random = Random(seed)  # noqa: S311 - made-up files, nothing secret
    for name, text in before.items():
        rows = text.splitlines(keepends=True)
        for number, row in enumerate(rows):
            digits = [place for place, letter in enumerate(row) if letter in "1234" and ": " in row[:place]]
            if digits and not row.startswith("format"):
                place = random.choice(digits)
                changed = row[:place] + str(int(row[place]) + 1) + row[place + 1 :]
                yield (
                    f"{name}:{number}",
                    {**before, name: "".join([*rows[:number], changed, *rows[number + 1 :]])},
                )


def of(root: Path, made: Mapping[str, str]) -> Portfolio | None:
    read = loaded(portfolio(root, dict(made))).portfolio
    return None if read.unreadable else replace(read, day=ON)


def test_the_fingerprint_changes_with_whatever_changes_the_puzzle(tmp_path: Path) -> None:
    constraints = Constraints(ceilings={2027: {"noord": 100_000}})
    first = of(tmp_path / "x", puzzles.files(4, size=6, years=2, teams=2, tightness=0.5))
    assert first is not None
    before, mark = problem(first, 2027, constraints), inputs(first, 2027, constraints).fingerprint
    changed = []
    for number, (name, made) in enumerate(variants(4)):
        other = of(tmp_path / str(number), made)
        if other is not None and problem(other, 2027, constraints) != before:
            changed.append(name)
            assert inputs(other, 2027, constraints).fingerprint != mark, name
    assert changed


def test_the_order_of_keys_and_files_changes_nothing(tmp_path: Path) -> None:
    made = puzzles.files(4, size=6, years=2, teams=2, tightness=0.5)
    first, other = of(tmp_path / "x", made), of(tmp_path / "y", dict(reversed(list(made.items()))))
    assert first is not None
    assert other is not None
    assert inputs(first, 2027, Constraints()) == inputs(other, 2027, Constraints())


# --- another id ---


def test_an_initiative_that_is_renamed_is_renamed_in_the_plan(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {**files(), FILE: OWN})
    assert regie("plan", "--greedy", "--write", *DAY, cwd=root).returncode == 0
    before = (root / FILE).read_text("utf-8")
    assert regie("rename", "a", "nieuw", *DAY, cwd=root).returncode == 0
    after = (root / FILE).read_text("utf-8")
    assert after == before.replace("  a: {in", "  nieuw: {in").replace("{id: a,", "{id: nieuw,").replace(
        "{a: ", "{nieuw: "
    )
    assert "nieuw: {in: true" in after


@pytest.mark.parametrize(
    ("weights", "is_same"),
    [("{should: 1.5, could: 0.5}", True), ("{should: 1.50, could: 0.5}", True), ("{should: 2}", False)],
)
def test_another_weight_of_a_priority_is_another_plan(tmp_path: Path, weights: str, *, is_same: bool) -> None:
    made = files(priority="should")
    first = of(tmp_path / "x", made)
    text = f"{PARTNERSHIP}thresholds: {{priority_weights: {weights}}}\n"
    other = of(tmp_path / "y", {**made, "regie.yaml": text})
    assert first is not None
    assert other is not None
    marks = [inputs(each, 2027, Constraints()).initiatives["a"] for each in (first, other)]
    assert (marks[0] == marks[1]) is is_same
