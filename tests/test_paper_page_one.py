"""Every amount of page one and of the annexes of members is that of the json of costs, for each choice."""

import itertools
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests import desk

docx = pytest.importorskip("docx", reason="python-docx (the extra docx) isn't here")
TODAY = ("--today", "2026-09-24")
MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")
WHO = (*MEMBERS, "")
"""With "" for all of them together."""
LATE = "afsprakensysteem"
KCM, SAAS, AZURE, HAVEN = "kcm-weasyprint", "brieven-saas", "azure-reserveringen", "haven-europees"
CHOICES = (
    {"A1": {SAAS}, "A2": {KCM}},
    {"B1": set[str](), "B2": {HAVEN}, "B3": {AZURE}},
    {"C1": set[str](), "C2": {LATE}},
)
"""What each option of a choice takes off the list."""
Row: TypeAlias = list[str]
Amounts: TypeAlias = Mapping[str, Mapping[str, int]]


@cache
def costs(*words: str) -> Amounts:
    """Give what each member pays, and all of them together, by the json of costs."""
    done = desk.regie("costs", "-C", desk.EXAMPLE, "--format", "json", *words, *TODAY)
    assert done.returncode == 0, done.stderr
    data: dict[str, Any] = json.loads(done.stdout)
    return {**{row["member"]: row for row in data["rows"]}, "": data["totals"][0]}


def listed(excluded: Iterable[str] = (), year: int = 2027) -> Amounts:
    """Give the costs of what is asked for on the list, without some."""
    return costs(
        "on:2027", "--year", str(year), *(word for each in sorted(excluded) for word in ("--exclude", each))
    )


COMBINATIONS = [set[str]().union(*each) for each in itertools.product(*(c.values() for c in CHOICES))]


def written(folder: Path, *words: str) -> Path:
    path = folder / "paper.docx"
    done = desk.regie(
        "agenda", "-C", desk.EXAMPLE, "--year", "2027", "--lang", "nl", "-o", path, *words, *TODAY
    )
    assert (done.returncode, done.stderr) == (0, "")
    return path


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("papers"))


def table(path: Path, *heads: str) -> list[Row]:
    """Give the rows of the first table whose head begins so."""
    tables = (
        [[cell.text for cell in row.cells] for row in each.rows] for each in docx.Document(str(path)).tables
    )
    return next(rows[1:] for rows in tables if tuple(rows[0][: len(heads)]) == heads)


def amount(words: str) -> int:
    return int(re.sub(r"[€.+\s]", "", words).replace("\N{MINUS SIGN}", "-"))


def ends(words: str) -> tuple[int, int]:
    """Give the least and the most of a range, or of one amount."""
    least, _, most = words.partition("–")
    return amount(least), amount(most or least)


def spread(amounts: Iterable[int]) -> tuple[int, int]:
    known = list(amounts)
    return min(known), max(known)


def table_1() -> list[list[tuple[int, int]]]:
    """Work out the first table: the least and the most over all combinations of the choices."""
    reserved, running = costs(LATE, "--year", "2027"), costs("--year", "2027", "--exclude", "on:2027")
    rows = []
    for who in WHO:
        kept = [listed({*each, LATE})[who] for each in COMBINATIONS]
        new = [listed(each)[who]["total"] for each in COMBINATIONS]
        owed = running[who]["total"]
        rows.append(
            [
                spread(each["one_off"] for each in kept),
                spread(each["recurring"] for each in kept),
                spread([reserved[who]["total"]]),
                spread(new),
                spread([owed]),
                spread(each + owed for each in new),
            ]
        )
    return rows


def shown_table_1(path: Path) -> list[list[tuple[int, int]]]:
    rows = table(path, "Gemeente", "Nieuw, incidenteel", "Nieuw, structureel")
    return [[ends(words) for words in row[1:7]] for row in rows]


def test_table_1_is_what_costs_says_of_every_combination(agenda: Path) -> None:
    assert shown_table_1(agenda) == table_1()


def test_a_wrong_digit_in_table_1_is_seen(agenda: Path, tmp_path: Path) -> None:
    document = docx.Document(str(agenda))
    cell = next(
        cell
        for each in document.tables
        for cell in each._cells
        if cell.text.startswith("1.534.992") and each.rows[0].cells[0].text == "Gemeente"
    )
    cell.paragraphs[0].runs[0].text = cell.text.replace("1.534.992", "1.534.993")
    document.save(str(tmp_path / "wrong.docx"))
    shown, right = shown_table_1(tmp_path / "wrong.docx"), table_1()
    assert (shown[0][0][0], right[0][0][0]) == (1_534_993, 1_534_992)


def test_table_2_asks_what_costs_says_of_every_combination(agenda: Path) -> None:
    rows = {row[0]: row for row in table(agenda, "", "Gevraagd na de keuzes")}
    now = [listed(each)[""] for each in COMBINATIONS]
    later = [listed(each, 2029)[""]["recurring"] for each in COMBINATIONS]
    running = amount(rows["Doorlopende projecten (6)"][1]) + amount(rows["Nog te betalen (1)"][1])
    assert ends(rows["Nieuw, incidenteel"][1]) == spread(each["one_off"] for each in now)
    assert ends(rows["Nieuw, structureel"][1]) == spread(each["recurring"] for each in now)
    assert ends(rows["Nieuw, structureel in 2029 (hoogste jaar)"][1]) == spread(later)
    assert running == costs("--year", "2027", "--exclude", "on:2027")[""]["total"]


def test_what_is_left_of_the_budget_is_the_budget_without_what_is_asked(agenda: Path) -> None:
    rows = [row for row in table(agenda, "", "Gevraagd na de keuzes") if row[3] != "–"]
    shown = [ends(row[3]) for row in rows]
    expected = [
        (amount(row[2]) - most, amount(row[2]) - least) for row in rows for least, most in [ends(row[1])]
    ]
    assert shown == expected


@pytest.mark.parametrize(("letter", "options"), list(zip("ABC", CHOICES, strict=True)))
def test_table_3_is_what_costs_says_without_what_falls_off(
    agenda: Path, letter: str, options: Mapping[str, set[str]]
) -> None:
    rows = {row[0]: row for row in table(agenda, "", "Optie") if row[0].startswith(letter)}
    whole, shown, expected = listed(), {}, {}
    for name, excluded in options.items():
        less = listed(excluded)
        own = [less[""][kind] - whole[""][kind] for kind in ("one_off", "recurring")]
        shares = [less[each]["total"] - whole[each]["total"] for each in MEMBERS]
        expected[name] = [*own, *shares, listed(excluded, 2029)[""]["recurring"]]
        shown[name] = [amount(words) for words in rows[name][2:]]
    assert (shown, list(rows)) == (expected, list(options))


@pytest.mark.parametrize(
    ("initiative", "title", "against"),
    [
        (SAAS, "Brieven en beschikkingen als dienst afnemen", "den-haag"),
        (HAVEN, "Haven+ op een Europese cloud", "rotterdam"),
    ],
)
def test_table_4_is_what_costs_says_without_who_is_against(
    agenda: Path, initiative: str, title: str, against: str
) -> None:
    (row,) = (row for row in table(agenda, "Bij", "Initiatief", "Voor") if row[1] == title)
    with_all = costs(initiative, "--year", "2027")
    without = costs(initiative, "--year", "2027", "--without", against)
    expected = [without.get(each, {"total": 0})["total"] - with_all[each]["total"] for each in MEMBERS]
    assert [amount(words) for words in row[4:]] == expected


@pytest.mark.parametrize("member", MEMBERS)
def test_each_row_of_the_annex_of_a_member_is_what_costs_says(tmp_path: Path, member: str) -> None:
    rows = table(written(tmp_path, "--member", member), "Initiatief", "Incidenteel")
    titles = {title: each for each, title in names().items()}
    shown, expected = {}, {}
    for name, *amounts in rows[:-2]:
        initiative = titles[re.sub(r"^\d+\. | \(lopend\)$", "", name)]
        own = costs(initiative, "--year", "2027")[member]
        shown[initiative] = [amount(words) for words in amounts]
        expected[initiative] = [own["one_off"], own["recurring"], own["total"]]
    assert len(shown) == 8
    assert shown == expected


def names() -> dict[str, str]:
    done = desk.regie("list", "-C", desk.EXAMPLE, "--format", "json", *TODAY)
    return {row["id"]: row["title"] for row in json.loads(done.stdout)["rows"]}
