"""A member that leaves: what everyone pays from the year after, reckoned by hand."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

# Weights 38, 33, 23 and 10; without Utrecht's 10 they are of 94.
FILES = {
    "all": initiative(costs="{one_off: {2027: 1000}, recurring: {2028: 100, 2029: 101}}"),
    "two": initiative(participants="[rotterdam, utrecht]", cost_key="equal", costs="{recurring: {2029: 7}}"),
}
LEFT = PARTNERSHIP.replace("code: GM0344}", "code: GM0344, until: 2027-12-31}")
MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")


def table(root: Path, *words: str) -> list[tuple[int, str, int, int, int]]:
    """Give year, member, what it pays if the member stays and if it leaves, and the difference."""
    done = regie("costs", "-C", root, "--format", "csv", *words)
    assert done.returncode == 0, done.stderr
    return [
        (int(row[0]), row[1], *(int(amount.lstrip("'")) for amount in row[2:]))  # type: ignore[misc]
        for row in list(csv.reader(io.StringIO(done.stdout)))[1:]
    ]


def of_year(root: Path, year: int, *words: str) -> list[tuple[int, int, int]]:
    rows = [row for row in table(root, *words) if row[0] == year]
    assert [row[1] for row in rows] == list(MEMBERS)
    return [row[2:] for row in rows]


def test_the_others_pay_its_part_from_the_next_year_on(tmp_path: Path) -> None:
    root = portfolio(tmp_path, FILES)
    words = ("--leaves", "utrecht=2027-12-31")
    assert {row[0] for row in table(root, *words)} == {2028, 2029}
    # 100 by 38, 33, 23 and 10 of 104; then by 38, 33 and 23 of 94.
    assert of_year(root, 2028, *words) == [(36, 40, 4), (32, 35, 3), (22, 25, 3), (10, 0, -10)]
    # 101 likewise, and the 7 of two: 4 and 3, then 7 and 0.
    assert of_year(root, 2029, *words) == [(37, 41, 4), (36, 42, 6), (22, 25, 3), (13, 0, -13)]


def test_the_total_stays_whole(tmp_path: Path) -> None:
    done = regie(
        *("costs", "-C", portfolio(tmp_path, FILES), "--leaves", "utrecht=2027-12-31", "--format", "json")
    )
    (total,) = json.loads(done.stdout)["totals"]
    assert (total["stays"], total["leaves"], total["difference"]) == (208, 208, 0)


def test_its_last_day_is_that_of_the_partnership(tmp_path: Path) -> None:
    told = table(portfolio(tmp_path / "until", FILES, LEFT), "--leaves", "utrecht")
    tried = table(portfolio(tmp_path / "tried", FILES), "--leaves", "utrecht=2027-12-31")
    assert told == tried


def test_another_last_day_can_be_tried(tmp_path: Path) -> None:
    rows = table(portfolio(tmp_path, FILES, LEFT), "--leaves", "utrecht=2028-12-31")
    assert {row[0] for row in rows} == {2029}


@pytest.mark.parametrize(("day", "years"), [("2027-12-31", {2028, 2029}), ("2028-01-01", {2029})])
def test_who_is_a_member_on_the_first_of_january_pays_for_that_year(
    tmp_path: Path, day: str, years: set[int]
) -> None:
    rows = table(portfolio(tmp_path, FILES), "--leaves", f"utrecht={day}")
    assert {row[0] for row in rows} == years


def test_what_is_its_alone_it_goes_on_paying_and_that_is_said(tmp_path: Path) -> None:
    own = initiative(participants="[utrecht]", costs="{one_off: {2027: 1}, recurring: {2028: 50}}")
    root = portfolio(tmp_path, {"own": own, **FILES})
    words = ("--leaves", "utrecht=2027-12-31")
    assert of_year(root, 2028, *words)[3] == (60, 50, -10)
    said = regie("costs", "-C", root, *words, "--lang", "en").stderr
    assert "so Utrecht goes on paying for: own." in said
    assert "Utrecht leaves after 31 December 2027. From 2028 on" in said


def test_one_year_only_and_by_another_key(tmp_path: Path) -> None:
    root = portfolio(tmp_path, FILES)
    words = ("--leaves", "utrecht=2027-12-31", "--year", "2028", "--key", "equal")
    assert table(root, *words) == [
        (2028, "amsterdam", 25, 34, 9),
        (2028, "rotterdam", 25, 33, 8),
        (2028, "den-haag", 25, 33, 8),
        (2028, "utrecht", 25, 0, -25),
    ]


def test_fewer_than_the_minimum_is_said(tmp_path: Path) -> None:
    files = {**FILES, "two": f"{FILES['two']}minimum_participants: 2\n"}
    root = portfolio(tmp_path, files)
    said = regie("costs", "-C", root, "--leaves", "utrecht=2027-12-31", "--lang", "en").stderr
    assert "Fewer take part than the minimum of two.\n" in said


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("nl", ["Als Utrecht blijft", "Als Utrecht vertrekt", "Verschil"]),
        ("en", ["If Utrecht stays", "If Utrecht leaves", "Difference"]),
    ],
)
@pytest.mark.parametrize("form", ["table", "md"])
def test_people_read_who_it_is_about(tmp_path: Path, language: str, headings: list[str], form: str) -> None:
    root = portfolio(tmp_path, FILES)
    words = ("--leaves", "utrecht=2027-12-31", "--format", form, "--lang", language)
    first = regie("costs", "-C", root, *words).stdout.splitlines()[0]
    places = [first.index(heading) for heading in headings]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["utrecht"], "--leaves: tot en met welke dag is utrecht lid? "),
        (["utrecht=31-12-2028"], "--leaves: schrijf 2028-12-31.\n"),
        (["utrecht="], "--leaves: vul iets in.\n"),
        (["utrechd=2028-12-31"], "--leaves: «utrechd» bestaat hier niet. Bedoel je «utrecht»?\n"),
        (["utrecht=2028-12-31", "--by", "year"], "Gebruik --leaves en --by niet samen. Kies er een.\n"),
        (["utrecht=2028-12-31", "--long"], "Gebruik --leaves en --long niet samen. Kies er een.\n"),
        (["utrecht=2028-12-31", "--foreseen"], "Gebruik --leaves en --foreseen niet samen. Kies er een.\n"),
        (
            ["utrecht=2028-12-31", "--without", "rotterdam"],
            "Gebruik --leaves en --without niet samen. Kies er een.\n",
        ),
    ],
)
def test_what_can_not_be_asked_is_refused(tmp_path: Path, words: list[str], said: str) -> None:
    done = regie("costs", "-C", portfolio(tmp_path, FILES), "--leaves", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)


def test_who_is_left_and_has_no_weight_is_named(tmp_path: Path) -> None:
    partnership = PARTNERSHIP.replace("rotterdam: 33", "rotterdam: 0")
    two = initiative(participants="[rotterdam, utrecht]", costs="{recurring: {2029: 7}}")
    root = portfolio(tmp_path, {"two": two}, partnership)
    done = regie("costs", "-C", root, "--leaves", "utrecht=2027-12-31", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("because the participants have no weight in the cost key: two.\n")
