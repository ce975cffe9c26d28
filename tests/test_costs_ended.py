"""Money of what was stopped or done, and the end of a year by initiative and by member, by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

AGENDA_2026 = """\
  2026:
    intake_closes: 2025-07-01
    dossier_closes: 2025-08-27
    advice: 2025-09-24
    decision: 2025-10-08
"""
RATES = "money: {interest_rate: 1.5%, discount_rate: {rate: 3%, source: eigen keuze}}\n"
BOTH = PARTNERSHIP.replace("agendas:\n", f"agendas:\n{AGENDA_2026}") + RATES
BASE = {
    "agenda": "2026",
    "submitted": "2025-06-01",
    "period": "{start: 2026-01, end: 2027-12}",
    "baseline": "{adopted: 2025-10-08, start: 2026-01, end: 2027-12,"
    " one_off: {2026: 100, 2027: 80}, recurring: 40}",
    "costs": "{as_of: 2025-09-01, one_off: {2026: 100, 2027: 80}, recurring: {2028: 40, 2029: 40},"
    " investment: {2026: 60}, depreciation: 3}",
    "benefits": "{recurring: {2028: 100, 2029: 100}}",
    "alone": "{utrecht: 90}",
}
FILES = {
    "a-stopped": initiative(status="stopped", progress="[{date: 2026-05-01, spent: 50}]", **BASE),
    "b-due": initiative(status="stopped", progress="[{date: 2026-05-01, spent: 50, one_off: 70}]", **BASE),
    "c-silent": initiative(status="stopped", **BASE),
    "d-done": initiative(status="done", **BASE),
    "e-runs": initiative(status="running", progress="[{date: 2026-12-15, spent: 70}]", **BASE),
}
NEXT_YEAR = ("--today", "2027-01-10")
WITHOUT = ("--without", "amsterdam", "--lang", "en", *NEXT_YEAR)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return portfolio(tmp_path, FILES, BOTH)


def rows(root: Path, *words: str) -> list[dict[str, Any]]:
    done = regie("costs", "-C", root, "--format", "json", *words)
    assert done.returncode == 0, done.stderr
    made: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    return made


def said(root: Path, *words: str) -> str:
    return regie("costs", "-C", root, "--lang", "en", *words).stderr


def ends(root: Path, *words: str) -> dict[str, tuple[int | None, ...]]:
    """Give planned, spent, foreseen, left, due and carried over, by the first column."""
    names = ("planned", "spent", "foreseen", "left", "due", "carried_over")
    found = rows(root, "--foreseen", *words)
    return {str(row.get("id") or row["member"]): tuple(row[name] for name in names) for row in found}


def test_what_was_stopped_costs_what_was_spent_and_is_due(root: Path) -> None:
    found = {
        row["id"]: (row["one_off"], row["recurring"]) for row in rows(root, "--by", "initiative", *NEXT_YEAR)
    }
    assert found["a-stopped"] == (50, 0)
    assert found["b-due"] == (70, 0)


@pytest.mark.parametrize("by", ["member", "initiative", "return"])
def test_of_what_is_over_without_a_report_nobody_knows_the_cost(root: Path, by: str) -> None:
    told = said(root, "--by", by, *NEXT_YEAR)
    assert "no report says what was spent: c-silent, d-done. That is not in these amounts.\n" in told
    assert "Not counted" not in told


def test_what_was_given_up_or_cost_nobody_knows_what_returns_nothing(root: Path) -> None:
    found = {row["id"]: (row["savings"], row["tco"]) for row in rows(root, "--by", "return", *NEXT_YEAR)}
    assert found == {"a-stopped": (None, 50), "b-due": (None, 70), "e-runs": ("hoped-for", 380)}


def test_what_was_given_up_has_no_capital_charges(root: Path) -> None:
    found = rows(root, "--by", "charges", "--year", "2026", *NEXT_YEAR)
    assert [(row["id"], row["charges"]) for row in found] == [("d-done", 21), ("e-runs", 21)]


def test_alone_is_compared_only_with_a_cost_that_is_known(root: Path) -> None:
    found = rows(root, "--by", "alone", *NEXT_YEAR)
    assert [(row["id"], row["member"], row["alone"]) for row in found] == [("e-runs", "utrecht", 90)]


def test_an_investment_without_years_is_named(tmp_path: Path) -> None:
    files = {"wide": initiative(costs="{one_off: {2027: 10}, investment: {2027: 5}}")}
    told = said(portfolio(tmp_path, files), "--by", "charges")
    assert "these investments are depreciated (costs.depreciation): wide." in told


def test_the_end_of_the_year_that_is_over(root: Path) -> None:
    assert ends(root, "--year", "2026", *NEXT_YEAR) == {
        "a-stopped": (100, 50, 50, 50, 0, 0),
        # The 20 that must still be paid is needed next year.
        "b-due": (100, 50, 50, 50, 20, 20),
        "d-done": (100, None, None, None, 0, 0),
        "e-runs": (100, 70, 70, 30, 0, 30),
    }


def test_what_is_due_is_shown_until_today_and_not_before(root: Path) -> None:
    assert ends(root, "--year", "2026", "--today", "2026-06-01")["b-due"] == (100, 50, 70, 30, 20, 0)
    assert ends(root, "--year", "2027", "--today", "2026-06-01")["b-due"] == (80, 0, 0, 80, 0, 0)
    assert ends(root, "--year", "2027", *NEXT_YEAR)["b-due"] == (80, 0, 0, 80, 20, 0)


def test_what_no_report_says_yet_was_not_nothing(root: Path) -> None:
    assert ends(root, "--year", "2027", *NEXT_YEAR)["e-runs"] == (80, None, 80, 0, 0, 0)
    told = said(root, "--foreseen", "--year", "2027", *NEXT_YEAR)
    assert "Of 2 initiatives no report says what was spent in 2027.\n" in told


def test_the_end_of_a_year_by_member_adds_up_to_that_by_initiative(root: Path) -> None:
    found = ends(root, "--year", "2026", "--by", "member", *NEXT_YEAR)
    # Of 100 each: 36, 32, 22 and 10. Of 50, 50 and 70: 18, 16, 11, 5 twice, and 25, 22, 16, 7.
    assert found["utrecht"] == (40, 17, 17, 13, 2, 5)
    by_initiative = list(ends(root, "--year", "2026", *NEXT_YEAR).values())
    for place in (0, 1, 4, 5):
        assert sum(row[place] or 0 for row in found.values()) == sum(row[place] or 0 for row in by_initiative)


def test_the_whole_ends_the_table(root: Path) -> None:
    words = ("--foreseen", "--year", "2026", "--format", "json", *NEXT_YEAR)
    (total,) = json.loads(regie("costs", "-C", root, *words).stdout)["totals"]
    names = ("planned", "spent", "foreseen", "left", "due", "carried_over", "utrecht")
    assert [total[name] for name in names] == [400, 170, 170, 130, 20, 50, 5]


@pytest.mark.parametrize(
    "words", [("--by", "alone"), ("--foreseen", "--year", "2026"), ("--foreseen", "--by", "member")]
)
def test_a_key_without_weight_and_nothing_to_share_is_no_crash(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    partnership = BOTH.replace("rotterdam: 33, den-haag: 23", "rotterdam: 0, den-haag: 0")
    both = {"participants": "[amsterdam, rotterdam, den-haag]", "alone": "{rotterdam: 5}"}
    files = {
        "free": initiative(costs="{one_off: {2027: 0}}", submitter="rotterdam", **both),
        "over": initiative(
            status="stopped",
            progress="[{date: 2026-05-01, spent: 0}]",
            submitter="rotterdam",
            **{**BASE, **both},
        ),
    }
    done = regie("costs", "-C", portfolio(tmp_path, files, partnership), *words, *WITHOUT)
    assert done.returncode == 0, done.stderr
    assert "Internal error" not in done.stderr
