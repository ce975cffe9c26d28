"""Capital charges, returns and the year end on the command line, as reckoned by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

RATES = "money: {interest_rate: 1.5%, discount_rate: {rate: 10%, source: eigen keuze}}\n"
COSTS = "{one_off: {2027: 100000}, recurring: {2028: 0}, investment: {2027: 15000}, depreciation: 5}"
BASELINE = "{adopted: 2026-10-08, end: 2028-Q4, one_off: {2027: 100, 2028: 50}}"


def rows(
    root: Path, *words: str, partnership: str = PARTNERSHIP + RATES, **keys: str
) -> list[dict[str, Any]]:
    folder = portfolio(root, {"access": initiative(**keys)}, partnership)
    found: list[dict[str, Any]] = json.loads(regie("costs", *words, "-C", folder, "--format", "json").stdout)[
        "rows"
    ]
    return found


def test_the_charges_of_each_year(tmp_path: Path) -> None:
    found = rows(tmp_path, "--by", "charges", "--year", "2027-2028", costs=COSTS)
    shown = [(r["year"], r["book_value"], r["depreciation"], r["interest"], r["charges"]) for r in found]
    assert shown == [(2027, 15000, 3000, 225, 3225), (2028, 12000, 3000, 180, 3180)]


def test_without_a_rate_the_charges_are_not_given(tmp_path: Path) -> None:
    found = rows(tmp_path, "--by", "charges", "--year", "2027", partnership=PARTNERSHIP, costs=COSTS)
    assert [(r["depreciation"], r["interest"], r["charges"]) for r in found] == [(3000, None, None)]


def test_what_an_initiative_returns(tmp_path: Path) -> None:
    costs = "{one_off: {2027: 1000}, recurring: {2028: 100, 2029: 100}, tco_years: 4}"
    benefits = "{recurring: {2028: 650, 2029: 705}}"
    (row,) = rows(tmp_path, "--by", "return", costs=costs, benefits=benefits)
    shown = (row["savings"], row["payback"], row["break_even"], row["npv"], row["tco"], row["repeated"])
    assert shown == ("hoped-for", 1.82, 2029, 0, 1300, 1)


def test_the_end_of_a_year_and_what_each_member_asks_to_carry_over(tmp_path: Path) -> None:
    keys = {
        "status": "running",
        "costs": "{one_off: {2027: 100, 2028: 50}}",
        "baseline": BASELINE,
        "cost_key": "equal",
        "progress": "[{date: 2027-12-20, spent: 60}]",
    }
    words = ("--foreseen", "--year", "2027", "--today", "2028-01-05")
    (row,) = rows(tmp_path, *words, **keys)
    names = ("planned", "spent", "foreseen", "left", "carried_over", "amsterdam", "utrecht")
    assert [row[name] for name in names] == [100, 60, 60, 40, 40, 10, 10]
    said = regie("costs", *words, "-C", tmp_path, "--lang", "en").stderr
    assert "In 2027, 60% was spent of what was planned." in said
    assert "without VAT" in said


@pytest.mark.parametrize(
    "words",
    [
        ("--foreseen", "--long"),
        ("--foreseen", "--by", "year"),
        ("--foreseen", "--key", "equal"),
        ("--by", "return", "--year", "2027"),
        ("--by", "charges", "--key", "equal"),
        ("--foreseen", "--year", "2027-2028"),
    ],
)
def test_two_questions_at_once_are_refused(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = regie("costs", *words, "-C", portfolio(tmp_path, {"access": initiative()}))
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("return", "The net present value is discounted at 10% a year (source: eigen keuze).\n"),
        ("charges", "Interest is 1.5% a year of the book value.\n"),
    ],
)
def test_the_rate_and_who_set_it_are_said(tmp_path: Path, by: str, said: str) -> None:
    folder = portfolio(tmp_path / "rates", {"access": initiative(costs=COSTS)}, PARTNERSHIP + RATES)
    assert said in regie("costs", "--by", by, "-C", folder, "--lang", "en").stderr
    folder = portfolio(tmp_path / "none", {"access": initiative(costs=COSTS)})
    assert "%" not in regie("costs", "--by", by, "-C", folder, "--lang", "en").stderr
