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
        ("amsterdam", "36", "0", "36"),
        ("rotterdam", "35", "2", "37"),
        ("den-haag", "22", "0", "22"),
        ("utrecht", "12", "1", "13"),
    ]


def test_by_year_each_year_and_the_whole(root: Path) -> None:
    found = [
        (row["year"], row["one_off"], row["recurring"], row["total"]) for row in rows(root, "--by", "year")
    ]
    assert found == [("2027", "105", "3", "108"), ("2028", "7", "10", "17")]


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
    parts = rows(root, "--by", by)
    done = regie("costs", "-C", root, "--format", "json", "--today", "2026-09-24", "--by", by)
    (whole,) = json.loads(done.stdout)["totals"]
    for row in (*parts, whole):
        assert sum(int(row[member]) for member in MEMBERS) == int(row["total"])
        assert int(row["one_off"]) + int(row["recurring"]) == int(row["total"])
    for column in (*MEMBERS, "one_off", "recurring", "total"):
        assert sum(int(row[column]) for row in parts) == int(whole[column])


def test_by_key_the_difference_is_what_the_key_asks_less_what_is_paid_now(root: Path) -> None:
    found = rows(root, "--by", "key", "--lang", "en")
    paid, amount, difference = found[0], found[3], found[4]
    assert (paid["cost_key"], paid["kind"]) == ("", "amount")
    assert (amount["cost_key"], amount["kind"]) == ("equal", "amount")
    assert (difference["cost_key"], difference["kind"]) == ("equal", "difference")
    for member in MEMBERS:
        assert int(amount[member]) - int(paid[member]) == int(difference[member])


def test_what_is_parked_counts_when_it_is_named(root: Path) -> None:
    assert [row["id"] for row in rows(root, "parked", "--by", "initiative")] == ["parked"]


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
    assert north["kind"] == "impossible"
    assert north["utrecht"] == ""


def test_the_agenda_and_costs_name_the_same_amount_for_every_city() -> None:
    table = regie(
        "costs", "-C", EXAMPLE, "--year", "2027", "--format", "json", "--today", "2026-09-24"
    ).stdout
    loaded = desk.loaded(EXAMPLE)
    report = agenda_report(Basis(loaded.portfolio, desk.TODAY), 2027, check(loaded, desk.TODAY))
    assert report is not None
    totals = {member.member: member.total for member in report.finance.members}
    assert {row["member"]: row["total"] for row in json.loads(table)["rows"]} == totals


def shown(root: Path, *words: str) -> str:
    """Give what people see."""
    done = regie("costs", "-C", root, "--today", "2026-09-24", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_recurring_cost_over_several_years_is_said_to_be_a_sum(root: Path) -> None:
    assert "Structureel, som van de jaren" in shown(root)
    assert "Recurring, sum of the years" in shown(root, "--year", "2027-2028", "--lang", "en")
    assert "Structureel per jaar" in shown(root, "--year", "2028")
    assert "per jaar" not in shown(root, "--by", "year")


def test_a_range_of_years_has_both_its_ends(root: Path) -> None:
    assert [row["year"] for row in rows(root, "--by", "year", "--year", "2027-2028")] == ["2027", "2028"]
    assert rows(root, "--year", "2027-2028") == rows(root, "--year", "2027", "--year", "2028")
    assert rows(root, "--year", "2028-2028") == rows(root, "--year", "2028")


@pytest.mark.parametrize(
    "text", ["2028-2027", "27", "2027-", "2027-28", "1889", "2027-2101", "twee", "2027–2028"]
)
def test_what_is_no_year_is_refused(root: Path, text: str) -> None:
    done = regie("costs", "-C", root, "--year", text)
    said = f"--year: «{text}» is geen jaar. Schrijf een jaar of een reeks, zoals 2027 of 2027-2030.\n"
    assert (done.returncode, done.stderr) == (2, said)


def test_long_has_a_row_for_each_amount_that_a_member_pays(root: Path) -> None:
    found = rows(root, "--long", "two")
    assert [tuple(row.values()) for row in found] == [
        ("rotterdam", "2027", "two", "one_off", "equal", "3"),
        ("rotterdam", "2027", "two", "recurring", "equal", "2"),
        ("utrecht", "2027", "two", "one_off", "equal", "2"),
        ("utrecht", "2027", "two", "recurring", "equal", "1"),
    ]


def test_the_long_rows_add_up_to_what_each_member_pays(root: Path) -> None:
    paid = {row["member"]: int(row["total"]) for row in rows(root)}
    long = rows(root, "--long")
    assert {m: sum(int(row["amount"]) for row in long if row["member"] == m) for m in paid} == paid


def test_without_a_member_the_others_share_its_part(root: Path) -> None:
    found = {row["member"]: row["total"] for row in rows(root, "--year", "2027", "--without", "rotterdam")}
    # 100 by 38, 23 and 10; and Utrecht is left with the 8 that it shared with Rotterdam.
    assert found == {"amsterdam": "54", "rotterdam": "0", "den-haag": "32", "utrecht": "22"}


def test_what_nobody_is_left_for_is_not_counted_and_named(root: Path) -> None:
    words = ("costs", "-C", root, "--without", "utrecht", "--without", "rotterdam", "--format", "csv")
    done = regie(*words, "--by", "initiative", "--lang", "en")
    assert [row["id"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["all"]
    assert done.stderr.splitlines()[-1] == "Not counted, because nobody takes part any more: two."


def test_what_would_not_count_is_not_said_to_be_left_out(tmp_path: Path) -> None:
    files = {**FILES, "idea": initiative(status="idea", participants="[utrecht]")}
    done = regie("costs", "-C", portfolio(tmp_path, files), "--without", "utrecht")
    assert "doet niemand meer" not in done.stderr


def test_fewer_than_the_minimum_is_said(tmp_path: Path) -> None:
    costs = "{one_off: {2027: 100}}"
    root = portfolio(tmp_path, {"all": initiative(costs=costs, minimum_participants="4")})
    done = regie("costs", "-C", root, "--without", "utrecht", "--lang", "en")
    assert done.stderr.splitlines()[0] == "Fewer take part than the minimum of all."


def test_with_one_key_for_all_everything_is_shared_by_it(root: Path) -> None:
    found = {row["member"]: row["total"] for row in rows(root, "--year", "2027", "--key", "equal")}
    (equal,) = (
        row
        for row in rows(root, "--year", "2027", "--by", "key")
        if (row["cost_key"], row["kind"]) == ("equal", "amount")
    )
    assert found == {member: equal[member] for member in MEMBERS}
    assert {row["cost_key"] for row in rows(root, "--long", "--key", "equal")} == {"equal"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--key", "equl"], "--key: «equl» bestaat hier niet. Bedoel je «equal»?"),
        (["--without", "utrechd"], "--without: «utrechd» bestaat hier niet. Bedoel je «utrecht»?"),
        (["--key", ""], "--key: «» bestaat hier niet. Kies uit: clients, equal, mixed."),
        (["--key", "equal", "--by", "key"], "Gebruik --key en --by key niet samen. Kies er een."),
        (["--long", "--by", "year"], "Gebruik --long en --by niet samen. Kies er een."),
    ],
)
def test_what_can_not_be_asked_is_refused(root: Path, words: list[str], said: str) -> None:
    done = regie("costs", "-C", root, *words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{said}\n")


def test_a_key_in_which_nobody_has_weight_is_refused(tmp_path: Path) -> None:
    north = "  north: {label: noord, weights: {amsterdam: 1, rotterdam: 0, den-haag: 0, utrecht: 0}}\n"
    partnership = PARTNERSHIP.replace("default_cost_key:", f"{north}default_cost_key:")
    done = regie("costs", "-C", portfolio(tmp_path, FILES, partnership), "--key", "north", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.endswith("because the participants have no weight in the cost key: two.\n")


TABLES = [[], ["--by", "year"], ["--by", "initiative"], ["--by", "key"], ["--long"]]


@pytest.mark.parametrize("words", TABLES)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_programs_read_no_word_of_a_language_and_no_name(root: Path, words: list[str], form: str) -> None:
    dutch, english = (shown(root, *words, "--format", form, "--lang", lang) for lang in ("nl", "en"))
    assert dutch == english
    assert "Amsterdam" not in dutch
