"""Estimates with their range, people beside technology, savings, and alone beside together, by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

FILES = {
    # 105 less and more 12.5%: 91.875 and 118.125, rounded outwards.
    "a-whole": initiative(costs="{margin: 12.5%, one_off: {2027: 100, 2028: 5}, people: 30}"),
    "b-unsure": initiative(costs="{one_off: {2027: 50}}"),
    "c-nothing": initiative(costs="{recurring: {2028: 9}}"),
    "d-wrong": initiative(costs="{margin: 20%, one_off: {2027: 10}, people: 11}"),
    "e-zero": initiative(costs="{margin: 0%, one_off: {2027: 7}, people: 0}"),
}


def costs(root: Path, *words: str) -> tuple[list[dict[str, Any]], dict[str, Any], str]:
    """Give the rows, the totals, and what is said beside them in English."""
    done = regie("costs", "-C", root, "--format", "json", "--lang", "en", *words)
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    return made["rows"], (made.get("totals") or [{}])[0], done.stderr


def test_each_estimate_has_its_range_and_its_parts(tmp_path: Path) -> None:
    rows, _, _ = costs(portfolio(tmp_path, FILES), "--by", "estimate")
    names = ("id", "estimate", "margin", "low", "high", "people", "technology", "undivided")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("a-whole", 105, 12.5, 91, 119, 30, 75, 0),
        ("b-unsure", 50, None, None, None, None, None, 50),
        ("c-nothing", None, None, None, None, None, None, None),
        ("d-wrong", 10, 20, 8, 12, None, None, 10),
        ("e-zero", 7, 0, 7, 7, 0, 7, 0),
    ]


def test_together_the_parts_add_up_and_what_is_unknown_is_counted(tmp_path: Path) -> None:
    _, total, said = costs(portfolio(tmp_path, FILES), "--by", "estimate")
    names = ("estimate", "low", "high", "people", "technology", "undivided")
    assert [total[name] for name in names] == [172, 91 + 50 + 8 + 7, 119 + 50 + 12 + 7, 30, 82, 60]
    assert total["people"] + total["technology"] + total["undivided"] == total["estimate"]
    assert said.splitlines()[:3] == [
        "Of one initiative no one-off cost was estimated. It is not in the total.",
        "Of one initiative, of € 50, no margin was given. In the total it counts as estimated.",
        "Of 2 initiatives, together € 60, nobody said which part is for people.",
    ]


def test_what_is_over_and_what_needs_no_estimate_has_none(tmp_path: Path) -> None:
    files = {
        "milestone": initiative(period="{end: 2027-Q2}"),
        "trial": initiative(steering="experimental"),
        "over": initiative(
            status="stopped", costs="{one_off: {2027: 5}}", progress="[{date: 2027-03-01, spent: 2}]"
        ),
        "a-whole": FILES["a-whole"],
    }
    rows, _, said = costs(portfolio(tmp_path, files), "--by", "estimate")
    assert [row["id"] for row in rows] == ["a-whole"]
    assert "no one-off cost" not in said


SAVING = {
    "a-booked": initiative(
        benefits="{one_off: {2027: 3}, recurring: {2028: 10, 2029: 20}, booked_on: beheer}"
    ),
    "b-hoped": initiative(benefits="{recurring: {2028: 7}}"),
    "c-none": initiative(),
    "d-zero": initiative(benefits="{recurring: {2028: 0}}"),
    "e-over": initiative(
        status="stopped", benefits="{recurring: {2028: 1000}}", progress="[{date: 2027-03-01, spent: 2}]"
    ),
}


def test_savings_are_booked_or_hoped_for_by_year(tmp_path: Path) -> None:
    rows, total, said = costs(portfolio(tmp_path, SAVING), "--by", "savings", "--today", "2027-06-01")
    assert [tuple(row.values()) for row in rows] == [(2027, 3, 0, 3), (2028, 10, 7, 17), (2029, 20, 0, 20)]
    assert (total["booked"], total["hoped_for"], total["total"]) == (33, 7, 40)
    assert said.startswith("Of one initiative nobody said what it saves.\n")


def test_savings_of_one_year(tmp_path: Path) -> None:
    rows, _, _ = costs(portfolio(tmp_path, SAVING), "--by", "savings", "--year", "2028")
    assert [tuple(row.values()) for row in rows] == [(2028, 10, 7, 17)]


ALONE = {
    # 104 and 52 by 38, 33, 23 and 10 of 104.
    "all": initiative(costs="{one_off: {2027: 104, 2028: 52}}", alone="{rotterdam: 60, utrecht: 10}"),
    "own": initiative(participants="[utrecht]", costs="{one_off: {2027: 5}}", alone="{utrecht: 9}"),
}


def test_alone_stands_beside_together(tmp_path: Path) -> None:
    rows, total, said = costs(portfolio(tmp_path, ALONE), "--by", "alone")
    assert [tuple(row.values()) for row in rows] == [
        ("all", "rotterdam", 60, 33 + 17, 10),
        ("all", "utrecht", 10, 10 + 5, -5),
    ]
    assert (total["alone"], total["jointly"], total["saved"]) == (70, 65, 5)
    assert said.startswith("Of one joint initiative not every participant said")


def test_alone_beside_another_key(tmp_path: Path) -> None:
    rows, _, _ = costs(portfolio(tmp_path, ALONE), "--by", "alone", "--key", "equal")
    assert [(row["member"], row["jointly"]) for row in rows] == [("rotterdam", 39), ("utrecht", 39)]


@pytest.mark.parametrize("by", ["estimate", "savings", "alone"])
@pytest.mark.parametrize(("form", "lines"), [("json", 1), ("csv", 1), ("md", 2), ("table", 2)])
def test_a_table_of_nothing_is_a_table(tmp_path: Path, by: str, form: str, lines: int) -> None:
    done = regie("costs", "-C", portfolio(tmp_path, {"m": initiative()}), "--by", by, "--format", form)
    assert (done.returncode, len(done.stdout.splitlines()) >= lines) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--by", "estimate", "--year", "2027"),
            "Gebruik --year en --by estimate niet samen. Kies er een.\n",
        ),
        (("--by", "alone", "--year", "2027"), "Gebruik --year en --by alone niet samen. Kies er een.\n"),
        (("--by", "savings", "--key", "equal"), "Gebruik --key en --by savings niet samen. Kies er een.\n"),
    ],
)
def test_what_can_not_be_asked_together_is_refused(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = regie("costs", "-C", portfolio(tmp_path, FILES), *words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


@pytest.mark.parametrize(
    "by", ["member", "year", "initiative", "key", "charges", "return", "savings", "alone"]
)
def test_every_table_says_at_which_prices(tmp_path: Path, by: str) -> None:
    said = regie("costs", "-C", portfolio(tmp_path, FILES), "--by", by, "--lang", "en").stderr
    assert said.endswith(
        "Amounts are without VAT where it is compensated, at the price level of the day at as_of.\n"
    )


def test_no_key_can_share_is_said_before_alone_is_compared(tmp_path: Path) -> None:
    partnership = PARTNERSHIP.replace("rotterdam: 33", "rotterdam: 0")
    two = initiative(participants="[rotterdam]", costs="{one_off: {2027: 7}}")
    done = regie("costs", "-C", portfolio(tmp_path, {"two": two}, partnership), "--by", "alone")
    assert (done.returncode, done.stdout) == (2, "")
