"""Which agenda a command is about where nobody names one: not a year of which only the dates are known."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

NEXT = """\
  2028:
    intake_closes: 2027-07-01
    dossier_closes: 2027-08-26
    advice: 2027-10-07
    decision: 2027-10-21
    budget: {one_off: 1500000}
"""
TODAY = ("--today", "2026-09-24")


def with_next_year(root: Path, **files: str) -> Path:
    return portfolio(root, files, PARTNERSHIP.replace("domains:\n", f"{NEXT}domains:\n", 1))


def data(root: Path, *words: str) -> dict[str, object]:
    document: dict[str, object] = json.loads(regie(*words, "-C", root, "--format", "json", *TODAY).stdout)
    return document


ABOUT: dict[str, Callable[[Path], bool]] = {
    "agenda": lambda root: "Ontwikkelagenda 2027" in regie("agenda", "-C", root, *TODAY).stdout,
    "arrivals": lambda root: data(root, "arrivals")["agenda"] == 2027,
    "direction": lambda root: data(root, "direction")["agenda"] == 2027,
    "site": lambda root: "ontwikkelagenda 2027" in regie("site", "-C", root, *TODAY).stdout,
}


@pytest.mark.parametrize("command", ABOUT)
def test_a_later_year_with_only_a_budget_is_not_meant(tmp_path: Path, command: str) -> None:
    assert ABOUT[command](with_next_year(tmp_path, access=initiative()))


def test_the_first_proposal_for_the_next_year_makes_it_the_latest(tmp_path: Path) -> None:
    root = with_next_year(tmp_path, access=initiative(), later=initiative(agenda="2028"))
    assert data(root, "arrivals")["agenda"] == 2028


def test_without_any_initiative_it_is_the_last_with_dates(tmp_path: Path) -> None:
    assert data(with_next_year(tmp_path), "arrivals")["agenda"] == 2028
