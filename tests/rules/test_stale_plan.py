"""A plan that was made of other files: which it names, and until which day it says so."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie
from tests.rules.single import SingleRule

RULE = SingleRule("stale-plan")
COSTS, OTHER = "{one_off: {2027: 100000}}", "{one_off: {2027: 100001}}"
DECIDED = date(2026, 10, 8)


def planned(root: Path) -> Path:
    """A portfolio with a plan by hand, which takes no solver."""
    files = {name: initiative(costs=COSTS, score="{value: 3}") for name in ("a", "b", "c", "d")}
    portfolio(root, files)
    assert regie("plan", "--greedy", "--write", "--today", "2026-09-24", cwd=root).returncode == 0
    return root


def change(root: Path, *names: str, before: str = COSTS, after: str = OTHER) -> Path:
    for name in names:
        file = root / f"initiatives/{name}.yaml"
        file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
    return root


def test_a_plan_of_these_files_is_fine(tmp_path: Path) -> None:
    assert RULE.places(planned(tmp_path)) == []


def test_another_title_is_fine(tmp_path: Path) -> None:
    root = planned(tmp_path)
    assert RULE.places(change(root, "a", before="title: ", after="title: Nieuw ")) == []


def test_one_that_changed_is_named_at_the_fingerprint(tmp_path: Path) -> None:
    finding = RULE.finding(change(planned(tmp_path), "b"))
    assert (finding.wording, finding.place.file, finding.place.line) == ("initiatives", "plans/2027.yaml", 2)
    assert (finding.values["ids"], finding.severity) == (("b",), "warning")


def test_of_many_the_first_three_are_named(tmp_path: Path) -> None:
    finding = RULE.finding(change(planned(tmp_path), "a", "b", "c", "d"))
    assert (finding.wording, finding.values["ids"], finding.values["total"]) == ("more", ("a", "b", "c"), 4)


def test_other_room_is_said(tmp_path: Path) -> None:
    root = planned(tmp_path)
    file = root / "regie.yaml"
    file.write_text(file.read_text("utf-8").replace("one_off: 6000000", "one_off: 5000000"), "utf-8")
    assert RULE.finding(root).wording == ""


def test_a_fingerprint_of_something_else_is_said(tmp_path: Path) -> None:
    root = planned(tmp_path)
    file = root / "plans/2027.yaml"
    text = file.read_text("utf-8")
    mark = text.split("fingerprint: ")[1].split("\n")[0]
    file.write_text(text.replace(mark, "abcdefghabcdefgh"), "utf-8")
    assert RULE.finding(root).wording == "fingerprint"


@pytest.mark.parametrize(("day", "is_said"), [(DECIDED, True), (date(2026, 10, 9), False)])
def test_after_the_day_of_the_decision_nothing_is_said(tmp_path: Path, day: date, *, is_said: bool) -> None:
    assert bool(RULE.findings(change(planned(tmp_path), "b"), day)) is is_said


def test_beside_a_file_that_cannot_be_read_nothing_is_said(tmp_path: Path) -> None:
    root = change(planned(tmp_path), "b", after="{one_off: {2027: veel}}")
    assert RULE.places(root) == [("invalid-value", "not-an-amount", "initiatives/b.yaml", 10, 25)]
