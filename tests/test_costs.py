"""What each city pays: the same sums from every side, and what another key would change."""

import csv
import io
import json
from pathlib import Path

import pytest

from icteregie.checking.runner import check
from icteregie.reports.agenda.view import agenda_report
from icteregie.reports.basis import Basis
from tests import desk
from tests.desk import EXAMPLE, PARTNERSHIP, initiative, portfolio, regie

FILES = {
    "all": initiative(costs="{one_off: {2027: 100, 2028: 7}, recurring: {2028: 10}}"),
    "two": initiative(
        participants="[utrecht, rotterdam]",
        cost_key="equal",
        costs="{one_off: {2027: 5}, recurring: {2027: 3}}",
    ),
    "parked": initiative(status="parked", costs="{one_off: {2027: 100000}}"),
}


def rows(root: Path, *words: str) -> list[dict[str, str]]:
    """Give the rows of a costs table by the names of its columns."""
    done = regie("costs", "-C", root, "--format", "csv", "--today", "2026-09-24", *words)
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return portfolio(tmp_path, FILES)


def test_by_member_the_shares_stand_in_the_order_of_the_members(root: Path) -> None:
    found = [
        (row["member"], row["one_off"], row["recurring"], row["total"])
        for row in rows(root, "--year", "2027")
    ]
    assert found == [
        ("Amsterdam", "36", "0", "36"),
        ("Rotterdam", "35", "2", "37"),
        ("Den Haag", "22", "0", "22"),
        ("Utrecht", "12", "1", "13"),
        ("Samen", "105", "3", "108"),
    ]


def test_by_year_each_year_and_the_whole(root: Path) -> None:
    found = [
        (row["year"], row["one_off"], row["recurring"], row["total"]) for row in rows(root, "--by", "year")
    ]
    assert found == [("2027", "105", "3", "108"), ("2028", "7", "10", "17"), ("Samen", "112", "13", "125")]


def test_by_initiative_who_does_not_take_part_pays_nothing(root: Path) -> None:
    found = {
        row["id"]: (row["cost_key"], row["amsterdam"], row["utrecht"])
        for row in rows(root, "--by", "initiative")
    }
    assert found["two"] == ("equal", "0", "3")
    assert "parked" not in found


MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")


@pytest.mark.parametrize("by", ["year", "initiative"])
def test_every_row_is_shared_whole_and_the_rows_add_up_to_the_last(root: Path, by: str) -> None:
    *parts, whole = rows(root, "--by", by)
    for row in (*parts, whole):
        assert sum(int(row[member]) for member in MEMBERS) == int(row["total"])
        assert int(row["one_off"]) + int(row["recurring"]) == int(row["total"])
    for column in (*MEMBERS, "one_off", "recurring", "total"):
        assert sum(int(row[column]) for row in parts) == int(whole[column])


def test_by_key_the_difference_is_what_the_key_asks_less_what_is_paid_now(root: Path) -> None:
    found = rows(root, "--by", "key", "--lang", "en")
    paid, amount, difference = found[0], found[3], found[4]
    assert (paid["cost_key"], paid["kind"]) == ("as filed", "amount")
    assert (amount["cost_key"], amount["kind"]) == ("equal", "amount")
    assert (difference["cost_key"], difference["kind"]) == ("equal", "difference")
    for member in MEMBERS:
        assert int(amount[member]) - int(paid[member]) == int(difference[member])


def test_what_is_parked_counts_when_it_is_named(root: Path) -> None:
    assert [row["id"] for row in rows(root, "parked", "--by", "initiative")] == ["parked", "Samen"]


def test_by_key_the_differences_are_told_and_add_up_to_nothing(root: Path) -> None:
    found = rows(root, "--by", "key", "--year", "2027", "--lang", "en")
    differences = [row for row in found if row["kind"] == "difference"]
    assert {row["cost_key"] for row in differences} == {"clients", "equal", "mixed"}
    for row in differences:
        assert sum(int(row[m].lstrip("'")) for m in ("amsterdam", "rotterdam", "den-haag", "utrecht")) == 0


def test_a_key_that_gives_nobody_weight_is_said_to_be_impossible(tmp_path: Path) -> None:
    partnership = PARTNERSHIP.replace(
        "  equal: {label: gelijk, equal: true}",
        "  equal: {label: gelijk, equal: true}\n"
        "  north: {label: noord, weights: {amsterdam: 1, rotterdam: 0, den-haag: 0, utrecht: 0}}",
    )
    found = rows(portfolio(tmp_path, {"two": FILES["two"]}, partnership), "--by", "key", "--lang", "en")
    (north,) = (row for row in found if row["cost_key"] == "north")
    assert north["kind"] == "impossible: participants have no weight in this key"
    assert north["utrecht"] == ""


def test_the_agenda_and_costs_name_the_same_amount_for_every_city() -> None:
    table = regie(
        "costs", "-C", EXAMPLE, "--year", "2027", "--format", "json", "--today", "2026-09-24"
    ).stdout
    loaded = desk.loaded(EXAMPLE)
    report = agenda_report(Basis(loaded.portfolio, desk.TODAY), 2027, check(loaded, desk.TODAY))
    assert report is not None
    totals = {member.name: member.total for member in report.finance.members}
    assert {row["member"]: row["total"] for row in json.loads(table)["rows"][:-1]} == totals
