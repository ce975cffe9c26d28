"""What a change does to the plans that are kept: what is laid down, and who is on."""

import json
from pathlib import Path

import pytest

from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio import schema_walk
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.plan_file import Placed, PlanFile, PlanPin, PlanResult
from icteregie.render.diff.builder import section_builder
from icteregie.render.diff.document import document
from icteregie.render.diff.json import render as as_json
from icteregie.render.diff.values import ValueWriter
from icteregie.render.writers.text import write
from tests.diff.two import START, both_ways, on_disk, said

FILE = "plans/2027.yaml"
LAID = "pins:\n  access: {in: true, not_before: 2027-Q2}\nceilings: {2027: {utrecht: 900000}}\n"
RESULT = (
    "result:\n  fingerprint: abcdefgh\n  status: proved\n  value: 1200\n  bound: 1200\n  cost: 450000\n"
    "  placed:\n    - {id: access, start: 2027-Q2, members: [utrecht]}\n"
)
BEFORE = {**START, FILE: LAID + RESULT}


def changed(root: Path, before: str, after: str) -> list[tuple[str, str, str]]:
    report = on_disk(root, BEFORE, {**BEFORE, FILE: (LAID + RESULT).replace(before, after)})
    (plan,) = report.plans
    assert plan.year == 2027
    return said(plan.changes)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2027-Q2}\n", "2027-Q3}\n", ("pins.access.not_before", "2027-Q2", "2027-Q3")),
        ("900000", "800000", ("ceilings.2027.utrecht", "900000", "800000")),
        ("value: 1200", "value: 1300", ("value", "1200", "1300")),
        ("start: 2027-Q2", "start: 2027-Q4", ("placed.access", "2027-Q2", "2027-Q4")),
    ],
)
def test_what_changes_in_a_plan_is_said(
    tmp_path: Path, before: str, after: str, expected: tuple[str, str, str]
) -> None:
    assert changed(tmp_path, before, after) == [expected]


def test_another_fingerprint_is_no_change(tmp_path: Path) -> None:
    report = on_disk(tmp_path, BEFORE, {**BEFORE, FILE: (LAID + RESULT).replace("abcdefgh", "hgfedcba")})
    assert report.plans == ()


def test_a_plan_that_comes_is_said_in_both_languages(tmp_path: Path) -> None:
    there, back = both_ways(tmp_path, {FILE: LAID + RESULT})
    assert [plan.year for plan in (*there.plans, *back.plans)] == [2027, 2027]
    text = {language: write(document(section_builder(there, language))) for language in LANGUAGES}
    assert "Bewaarde plannen" in text["nl"]
    assert "Vastgelegd" in text["nl"]
    assert "Kept plans" in text["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_programs_get_every_value(tmp_path: Path, language: Language) -> None:
    was = {**BEFORE, FILE: "pins:\n  access: {in: true}\n"}
    report = on_disk(tmp_path, was, {**BEFORE, FILE: "pins:\n  access: {in: false}\n"})
    (plan,) = json.loads(as_json(report, language))["plans"]
    assert plan["year"] == 2027
    assert plan["changes"] == [
        {"key": ["pins", "access", "in"], "kind": "line", "before": True, "after": False}
    ]


def test_a_pin_is_written_as_yes_or_no(tmp_path: Path) -> None:
    was = {**BEFORE, FILE: "pins:\n  access: {in: true}\n"}
    report = on_disk(tmp_path, was, {**BEFORE, FILE: "pins:\n  access: {in: false}\n"})
    text = write(document(section_builder(report, "nl")))
    (row,) = [row.split() for row in text.splitlines() if row.startswith("2027")]
    assert row[-2:] == ["ja", "nee"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", [PlanFile, PlanPin, PlanResult, Placed])
def test_every_key_that_is_compared_has_a_word(record: type, language: Language) -> None:
    writer = ValueWriter(language)
    keys = [key for key in schema_walk.keys(record) if key not in NOT_COMPARED]
    assert [key for key in keys if not writer.key(key)] == []


NOT_COMPARED = ("result", "fingerprint", "bound", "left_out", "clash", "coalitions", "read", "id")
