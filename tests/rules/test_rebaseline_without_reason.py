"""Reasons of the list, one in words, and neither."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("rebaseline-without-reason")


def renewed(root: Path, why: str, status: str = "running") -> Path:
    items = f"[{{date: 2026-06-18, end: 2027-Q1, one_off: 5{why}}}]"
    return portfolio(root, {"access": initiative(status=status, rebaselines=items)})


@pytest.mark.parametrize("why", [", reasons: [law]", ", reason: Nieuwe wet", ", reasons: [law], reason: Wet"])
def test_a_reason_in_either_form_is_fine(tmp_path: Path, why: str) -> None:
    assert RULE.places(renewed(tmp_path, why)) == []


@pytest.mark.parametrize("why", ["", ", reasons: []"])
def test_without_one_it_is_reported_at_its_day(tmp_path: Path, why: str) -> None:
    found = RULE.finding(renewed(tmp_path, why))
    assert (found.values, text_at(found)) == ({"id": "access", "day": date(2026, 6, 18)}, "2026-06-18")


def test_what_was_stopped_needs_no_reason_any_more(tmp_path: Path) -> None:
    assert RULE.places(renewed(tmp_path, "", "stopped")) == []
