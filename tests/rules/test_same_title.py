"""Titles that differ in nothing that a reader sees, and which of the two is reported."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("same-title")
EARLIER, LATER = "2026-05-18", "2026-05-19"


def test_the_later_of_two_is_reported_with_the_place_of_the_other(tmp_path: Path) -> None:
    files = {"access": initiative(submitted=LATER), "badge": initiative(submitted=EARLIER)}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.place.file, finding.place.line, finding.place.column) == (
        "initiatives/access.yaml",
        1,
        8,
    )
    assert (finding.rule, finding.severity, text_at(finding)) == (
        "same-title",
        "warning",
        "Vervanging van de toegang",
    )
    assert finding.values == {"id": "access", "other": "badge"}
    assert [(place.file, place.line, place.column) for place in finding.related] == [
        ("initiatives/badge.yaml", 1, 8)
    ]


@pytest.mark.parametrize("title", ["VERVANGING van de toegang", '"  Vervanging  van de\u00a0toegang "'])
def test_capitals_and_white_space_make_no_difference(tmp_path: Path, title: str) -> None:
    files = {"access": initiative(), "badge": initiative(title=title)}
    assert RULE.finding(portfolio(tmp_path, files)).values == {"id": "badge", "other": "access"}


def test_one_more_letter_is_another_title(tmp_path: Path) -> None:
    files = {"access": initiative(), "badge": initiative(title="Vervanging van de toegangen")}
    assert RULE.places(portfolio(tmp_path, files)) == []


@pytest.mark.parametrize("status", ["done", "stopped", "rejected", "parked"])
@pytest.mark.parametrize("ended", ["access", "badge"])
def test_what_was_ended_may_have_had_the_title(tmp_path: Path, status: str, ended: str) -> None:
    files = {"access": initiative(), "badge": initiative()} | {ended: initiative(status=status)}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_each_of_more_is_reported_against_the_first(tmp_path: Path) -> None:
    files = {"a": initiative(submitted=LATER), "b": initiative(), "c": initiative()}
    findings = RULE.findings(portfolio(tmp_path, files))
    assert [finding.values for finding in findings] == [
        {"id": "a", "other": "b"},
        {"id": "c", "other": "b"},
    ]
