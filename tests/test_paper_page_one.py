"""Every amount of page one and of the annexes of members is that of the json of costs, for each choice.

Cover and margins are those of the json of show. Word is read back by python-docx, PDF by pdftotext.
"""

import itertools
import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests import desk
from tests.papers import needs_poppler

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
NOTHING: Mapping[str, int] = {"one_off": 0, "recurring": 0, "total": 0}


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


def written(folder: Path, *words: str, form: str = "docx") -> Path:
    path = folder / f"paper.{form}"
    done = desk.regie(
        "agenda", "-C", desk.EXAMPLE, "--year", "2027", "--lang", "nl", "-o", path, *words, *TODAY
    )
    assert (done.returncode, done.stderr) == (0, "")
    return path


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("papers"))


@cache
def tables(path: Path) -> list[list[Row]]:
    return [
        [[cell.text for cell in row.cells] for row in each.rows] for each in docx.Document(str(path)).tables
    ]


def table(path: Path, *heads: str) -> list[Row]:
    """Give the rows of the first table whose head begins so."""
    return next(rows[1:] for rows in tables(path) if tuple(rows[0][: len(heads)]) == heads)


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


@cache
def one_off_shares() -> Mapping[tuple[str, str], int]:
    """Give the one-off share of each member in each initiative on the list."""
    done = desk.regie(
        *("costs", "on:2027", "-C", desk.EXAMPLE, "--long", "--year", "2027", "--format", "json"), *TODAY
    )
    rows = [row for row in json.loads(done.stdout)["rows"] if row["kind"] == "one_off"]
    return {(row["member"], row["id"]): row["amount"] for row in rows}


@cache
def filed_costs() -> Mapping[str, Mapping[str, Any]]:
    """Give what each initiative on the list says of its costs."""
    done = desk.regie("show", "on:2027", "-C", desk.EXAMPLE, "--format", "json", *TODAY)
    return {each["id"]: each["costs"] for each in json.loads(done.stdout)["initiatives"]}


def covered(who: str, cover: str | None) -> tuple[int, int]:
    """Work out the least and the most one-off cost with a cover, None where a member said nothing."""
    amounts = {
        (member, each): amount
        for (member, each), amount in one_off_shares().items()
        if who in ("", member) and filed_costs()[each]["cover"].get(member) == cover
    }
    return spread(
        sum(amount for (_, each), amount in amounts.items() if each not in excluded)
        for excluded in COMBINATIONS
    )


def within_margins() -> tuple[int, int]:
    """Work out the least and the most one-off cost when each estimate is off by its margin."""
    whole = dict.fromkeys((each for _, each in one_off_shares()), 0)
    for (_, each), amount in one_off_shares().items():
        whole[each] += amount
    margins = {each: Decimal((filed_costs()[each]["margin"] or "0%").rstrip("%")) / 100 for each in whole}
    ends_of_each = [
        spread(
            int(sum(whole[each] * (1 + sign * margins[each]) for each in whole if each not in excluded))
            for sign in (-1, 1)
        )
        for excluded in COMBINATIONS
    ]
    return min(least for least, _ in ends_of_each), max(most for _, most in ends_of_each)


@pytest.fixture(scope="module", params=["docx", pytest.param("pdf", marks=needs_poppler)])
def read_back(
    request: pytest.FixtureRequest, agenda: Path, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Row]:
    """Give the cells of each row of the first tables by its first cell."""
    is_pdf = request.param == "pdf"
    path = written(tmp_path_factory.mktemp("read"), form="pdf") if is_pdf else agenda
    return {row[0]: row[1:] for row in first_rows(path)}


def first_rows(path: Path) -> list[Row]:
    if path.suffix == ".docx":
        return [*table(path, "Gemeente", "Nieuw, incidenteel"), *table(path, "", "Gevraagd na de keuzes")]
    command = ["pdftotext", "-layout", "-l", "4", str(path), "-"]
    page = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    return [re.split(r" {2,}", line.strip()) for line in page.partition("Tabel 1. ")[2].splitlines()]


NAMES = {
    "Amsterdam": "amsterdam",
    "Rotterdam": "rotterdam",
    "Den Haag": "den-haag",
    "Utrecht": "utrecht",
    "Totaal": "",
}


@pytest.mark.parametrize(("place", "cover"), [(6, "to-be-found"), (7, None)])
def test_what_has_no_cover_is_what_the_files_say(
    read_back: Mapping[str, Row], place: int, cover: str | None
) -> None:
    shown = {name: ends(read_back[name][place]) for name in NAMES}
    assert shown == {name: covered(who, cover) for name, who in NAMES.items()}
    assert shown["Totaal"] != (0, 0)


def test_the_range_of_the_estimates_is_that_of_their_margins(read_back: Mapping[str, Row]) -> None:
    assert ends(read_back["Nieuw, incidenteel"][3]) == within_margins()


@pytest.mark.parametrize(
    ("right", "wrong"), [("451.356", "451.357"), ("40.000", "40.001"), ("7.759.000", "7.759.100")]
)
def test_a_wrong_digit_in_cover_or_range_is_seen(
    agenda: Path, tmp_path: Path, right: str, wrong: str
) -> None:
    document = docx.Document(str(agenda))
    for each in document.tables[:4]:
        for cell in (cell for cell in each._cells if cell.text.endswith(right)):
            cell.paragraphs[0].runs[0].text = cell.text.replace(right, wrong)
    document.save(str(tmp_path / "wrong.docx"))
    rows = {row[0]: row[1:] for row in first_rows(tmp_path / "wrong.docx")}
    shown = [ends(rows["Totaal"][6]), ends(rows["Totaal"][7]), ends(rows["Nieuw, incidenteel"][3])]
    assert shown != [covered("", "to-be-found"), covered("", None), within_margins()]


def kept(who: str, options: Mapping[str, set[str]], option: str, year: int) -> Mapping[str, int]:
    """Give what the first option of a choice costs itself, and another one against the first."""
    first = next(iter(options))
    if option == first:
        of = set[str]().union(*options.values()) - options[first]
        return costs(*sorted(of), "--year", str(year)).get(who, NOTHING)
    without, base = listed(options[option], year)[who], listed(options[first], year)[who]
    return {kind: without[kind] - base[kind] for kind in NOTHING}


@pytest.mark.parametrize(("letter", "options"), list(zip("ABC", CHOICES, strict=True)))
def test_table_3_is_what_costs_says_without_what_falls_off(
    agenda: Path, letter: str, options: Mapping[str, set[str]]
) -> None:
    rows = {row[0]: row for row in table(agenda, "", "Optie") if row[0].startswith(letter)}
    shown = {name: [amount(words) for words in rows[name][2:]] for name in options}
    expected = {
        name: [
            *(kept("", options, name, 2027)[kind] for kind in ("one_off", "recurring")),
            *(kept(each, options, name, 2027)["total"] for each in MEMBERS),
            *(kept("", options, name, year)["total"] for year in (2028, 2029)),
        ]
        for name in options
    }
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
