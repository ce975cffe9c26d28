"""The landscape on the page: every figure of ``regie landscape``, what stays in git, and who isn't there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from icteregie.render.site.growth import marks
from icteregie.reports.site.growth import KINDS
from tests import answers, desk
from tests.answers import written
from tests.landscape_files import FOUR, application, landscape, landscapes
from tests.page import Element
from tests.test_site_unanswered import days

TARGETED = FOUR.replace(
    "domain: income}\n", "domain: income, target: {product: Zaakwijs, by: 2028-06}}\n"
).replace("letters: {name: Brieven, domain: income, target: {product: Zaakwijs, by: 2028-06}}",
          "letters: {name: Brieven, domain: income}")  # fmt: skip
MADE = {
    "amsterdam": landscape(
        a=application("Zaakwijs", users=100, yearly=50000, supplier="Een", contract="{end: 2028-12-31}"),
        b=application("Brief", components="[letters]", users=0),
    ),
    "rotterdam": landscape(
        a=application("Oud", users=200, yearly=400000, supplier="Twee", contract="{end: 2029-01-31}")
    ),
    "utrecht": landscape(a=application("Ouder", yearly=1234567, supplier="Drie")),
}
INITIATIVES = {
    "cases": desk.initiative(
        status="adopted",
        participants="[rotterdam]",
        retires="[case-registry]",
        adds="[{product: Zaakwijs, components: [case-registry], yearly: 60000}]",
    ),
    "letters": desk.initiative(participants="[utrecht]", adds="[{product: Brief, components: [letters]}]"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return landscapes(tmp_path_factory.mktemp("made"), MADE, INITIATIVES, TARGETED)


@pytest.fixture(scope="module", params=["example", "made"])
def root(request: pytest.FixtureRequest, made: Path) -> Path:
    return desk.EXAMPLE if request.param == "example" else made


def section(language: str = "nl", *words: str, root: Path = desk.EXAMPLE) -> Element:
    return answers.page("--lang", language, *words, root=root).by_id("landscape")


def known(root: Path = desk.EXAMPLE) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(written("landscape", "--year", "2027", "--format", "json", root=root))
    return answer


def names(root: Path) -> dict[str, str]:
    """Give the names of components and members by id, as regie.yaml has them."""
    text = (root / "regie.yaml").read_text("utf-8")
    return dict(re.findall(r"^  ([\w-]+): *\{name: ([^,}]+)", text, re.MULTILINE))


def numbers(text: str) -> list[int]:
    """Give the whole numbers of a text, with or without groups and a sign."""
    found = re.findall(r"(−?)(?:€\s)?(\d{1,3}(?:[.,]\d{3})+|\d+)", text)
    return [int(sign.replace("−", "-") + re.sub(r"\D", "", digits)) for sign, digits in found]


def body(table: Element) -> list[Element]:
    return table.all("tbody")[0].all("tr")


# Every figure equals that of the command.


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_heading_counts_components_with_more_than_one_product(root: Path, language: str) -> None:
    differences = known(root)["differences"]
    different = sum(len(each["products"]) > 1 for each in differences)
    assert numbers(section(language, root=root).by_id("h-landscape").words) == [different, len(differences)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_largest_differences_are_those_of_the_command(root: Path, language: str) -> None:
    data = known(root)
    touched = {each["component"]: each for each in data["differences"]}
    called = names(root)
    rows = body(section(language, root=root).with_class("gains")[0])
    for row, each in zip(rows, data["gains"], strict=True):
        name, amount, contracts, moves = (cell.words for cell in (*row.all("th"), *row.all("td")))
        assert name.startswith(called[each["component"]])
        assert all(product in name for product in each["products"])
        shown = [] if each["gain"] is None else [each["gain"]]
        compared = [each["gain_unknown"], len(touched[each["component"]]["applications"])]
        assert numbers(amount) == (shown + compared if shown and each["gain_unknown"] else shown)
        together = each["contracts"]
        ends = sorted({together["first"], together["last"]}) if together else []
        assert days(contracts, language) == ends
        assert numbers(contracts)[:1] == ([len(together["applications"])] if together else [])
        if each["users_moved"] is not None:
            assert each["users_moved"] in numbers(moves)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_year_of_the_path_counts_who_is_there(root: Path, language: str) -> None:
    paths = known(root)["growth"]
    table = section(language, root=root).with_class("path")[0]
    assert [head.words for head in table.all("th")[1:7]] == [str(of["year"]) for of in paths[0]["years"]]
    for row, path in zip(body(table), paths, strict=True):
        shown = [numbers(cell.with_class("value")[0].words) for cell in row.all("td")]
        assert shown == [[len(of["there"]), len(of["there"]) + len(of["missing"])] for of in path["years"]]


def kind_of(path: dict[str, Any], of: dict[str, Any], member: dict[str, Any]) -> str:
    name = member["member"]
    if name in of["coming"]:
        return "comes"
    if name in of["there"]:
        return "there"
    if name in of["missing"]:
        return "late" if path["by"] <= f"{of['year']}-12-31" else "missing"
    return "unknown" if member["state"] == "not-judged" else "absent"


def test_each_year_has_a_mark_for_every_member(root: Path) -> None:
    text = written("site", "--lang", "nl", root=root)
    expected = [
        marks([kind_of(path, of, member) for member in path["members"]])  # type: ignore[misc]
        for path in known(root)["growth"]
        for of in path["years"]
    ]
    assert re.findall(r'<svg class="marks"(?:(?!</svg>).)*</svg>(?=<span class="value">)', text) == expected


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_is_too_late_is_said_in_words(root: Path, language: str) -> None:
    rows = body(section(language, root=root).with_class("path")[0])
    for row, path in zip(rows, known(root)["growth"], strict=True):
        late = [
            [count for each in cell.with_class("attention") for count in numbers(each.words)]
            for cell in row.all("td")
        ]
        due = [len(of["missing"]) if path["by"] <= f"{of['year']}-12-31" else 0 for of in path["years"]]
        assert late == [[count] if count else [] for count in due]


def test_the_line_stands_once_at_the_year_in_which_all_are_to_be_there(root: Path) -> None:
    for row, path in zip(body(section(root=root).with_class("path")[0]), known(root)["growth"], strict=True):
        due = [cell.attributes["data-label"] for cell in row.all("td") if "class" in cell.attributes]
        assert due == [path["by"][:4]]


AMOUNTS = ("retired", "added", "net", "saved", "booked", "hoped_for", "cost", "net_cost")


def amounts(cells: list[Element], row: dict[str, Any]) -> None:
    """Hold the cells of one row to the values of the command, of which None is said in words."""
    for cell, key in zip(cells, AMOUNTS, strict=True):
        assert numbers(cell.words)[:1] == ([] if row[key] is None else [row[key]]), (key, cell.words)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_comes_and_goes_is_what_the_command_says(root: Path, language: str) -> None:
    rows = known(root)["changes"]["amounts"]
    years, members, moves = changes_tables(section(language, root=root))
    by_year = {row["year"]: row for row in rows if row["member"] is None and row["year"]}
    for row in body(years):
        amounts(row.all("td"), by_year.pop(int(row.all("th")[0].words)))
    assert by_year == {}
    called = names(root)
    done = {called.get(row["member"], ""): row for row in rows if row["year"] is None}
    for row in body(members):
        amounts(row.all("td"), done.pop(row.all("th")[0].words, None) or done.pop(""))
    assert done == {}
    data = known(root)["changes"]
    links = {link.attributes["href"].removeprefix("#i-") for link in moves.all("a")}
    assert links == {each["initiative"] for each in (*data["retired"], *data["added"])}
    assert {each["product"] for each in data["added"]} <= {row.all("td")[0].words for row in body(moves)}


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "nl",
            (
                "met alles waarover in de keuzes A en C nog wordt beslist.",
                "Wat vervalt, is niet afgetrokken van de structurele kosten van deze agenda",
                "Een bedrag dat hier niet wordt getoond, zou de prijs van één of twee leveranciers",
            ),
        ),
        (
            "en",
            (
                "with all that choices A and C still decide on.",
                "What is no longer paid isn't taken off the recurring costs of this agenda",
                "An amount that isn't shown here would show the price of one or two suppliers",
            ),
        ),
    ],
)
def test_it_says_what_the_amounts_include_and_why_some_are_not_shown(
    language: str, sentences: tuple[str, ...]
) -> None:
    notes = " ".join(each.words for each in section(language).with_class("sub"))
    assert [each for each in sentences if each not in notes] == []


def changes_tables(page: Element) -> list[Element]:
    """Give the tables of what comes and goes: by year, by member, and each move."""
    (figure,) = [
        each for each in page.all("figure") if re.match("(Met de|The) agenda", each.all("h3")[0].words)
    ]
    return figure.all("table")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_contracts_that_end_together_are_those_of_the_command(root: Path, language: str) -> None:
    contracts = known(root)["contracts"]
    page = section(language, root=root)
    for row, each in zip(body(page.with_class("ends")[0]), contracts, strict=True):
        between, of = row.all("td")[1], row.with_class("small")[0].words
        assert days(between.words, language) == sorted({each["first"], each["last"]})
        assert numbers(of)[0] == len(each["applications"])
        assert all(names(root)[member] in of for member in each["members"])
    dots = [len(row.all("circle")) for row in body(page.with_class("ends")[0])]
    assert dots == [len(each["applications"]) for each in contracts]


def test_the_pruning_list_is_that_of_the_command(root: Path) -> None:
    pruning = known(root)["pruning"]
    called, page = names(root), section(root=root)
    (table,) = [each for each in page.all("table") if each.all("caption")[0].words.startswith("Wat opge")]
    assert [row.all("th")[0].words for row in body(table)] == [called[each["member"]] for each in pruning]
    for row, each in zip(body(table), pruning, strict=True):
        assert each["applications"][0].partition("/")[2] in row.words


# What stays in git, and what isn't for everyone.

PRICE = "1.234.567"


def test_what_one_supplier_gets_is_not_on_the_page(made: Path) -> None:
    table = answers.answer("landscape", "--lang", "nl", root=made).stdout
    assert "400.000" in table
    page = written("site", "--lang", "nl", root=made)
    for price in ("50.000", "400.000", PRICE):
        assert price not in page.replace("\u00a0", " "), price


def test_an_amount_that_stays_in_git_has_no_bar(root: Path) -> None:
    kept = [each["gain_kept"] or each["gain"] is None for each in known(root)["gains"]]
    rows = body(section(root=root).with_class("gains")[0])
    assert [row.all("svg") == [] for row in rows] == kept


@pytest.mark.parametrize("version", ["9.9.9-geheim"])
def test_versions_are_not_on_the_page(tmp_path: Path, version: str) -> None:
    files = {
        "amsterdam": landscape(a=application("Zaakwijs", version=version)),
        "utrecht": landscape(a=application("Oud", version=f"{version}2")),
    }
    root = landscapes(tmp_path, files, INITIATIVES)
    assert version in desk.regie("landscape", "-C", root, "--component", "case-registry").stdout
    assert version not in written("site", root=root)


@pytest.mark.parametrize("needle", ["Als alles klaar is", "heeft 0 gebruikers", "€ 113.583"])
def test_a_public_page_has_nothing_of_one_member_alone(needle: str) -> None:
    text = written("site", "--lang", "nl").replace("\u00a0", " ")
    assert needle in text
    assert needle not in written("site", "--lang", "nl", "--public").replace("\u00a0", " ")


# Edges.


def test_without_landscapes_it_says_one_sentence(tmp_path: Path) -> None:
    page = section(root=desk.portfolio(tmp_path, {"access": desk.initiative()}))
    assert page.by_id("h-landscape").words == "Wat de gemeenten gebruiken, is nog niet bekend"
    assert [each.words for each in page.all("p")] == [
        "In landscape/ staat nog van niemand een bestand met applicaties, zoals landscape/utrecht.yaml."
    ]
    assert page.all("table") == []


def test_a_landscape_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    page = section(root=landscapes(tmp_path, {"utrecht": "as_of: 2026-09-01\napplications: [\n"}))
    assert [each.words for each in page.all("p")] == [
        "Niet te lezen, en daarom niet meegeteld: landscape/utrecht.yaml."
    ]


def test_of_one_member_it_says_what_there_is_nothing_of(tmp_path: Path) -> None:
    page = section(root=landscapes(tmp_path, {"utrecht": landscape(a=application("Zaakwijs"))}))
    assert page.by_id("h-landscape").words == "Bij het ene component draait overal hetzelfde product"
    assert [each.words for each in page.all("h3")] == [
        "Er zijn geen verschillen",
        "Er zijn geen doelen om naartoe te groeien",
        "De agenda van 2027 verandert niets aan wat er draait",
        "Geen contracten lopen samen af",
    ]
    assert page.all("table") == []


TURNING = "\u05d0\u05d1\u05d2 (abc) 1 > 2 <b>"


def test_names_are_shown_letter_by_letter_and_turn_nothing(tmp_path: Path) -> None:
    files = {
        "amsterdam": landscape(a=application(f"'{TURNING}'", contract="{end: 2028-12-31}")),
        "rotterdam": landscape(a=application("Oud", contract="{end: 2028-12-31}")),
    }
    partnership = TARGETED.replace("name: Zaakregistratie", f"name: '{TURNING}'")
    text = written("site", root=landscapes(tmp_path, files, INITIATIVES, partnership))
    page = answers.parsed(text).by_id("landscape")
    (row,) = body(page.with_class("gains")[0])
    assert [each.text for each in row.all("bdi")][:1] == [TURNING]
    assert page.all("b") == []
    assert "<b>" not in text


def test_of_many_members_a_year_has_a_bar(tmp_path: Path) -> None:
    more = "".join(f"  m{number}: {{name: Lid {number}}}\n" for number in range(30))
    partnership = TARGETED.replace("cost_keys:", f"{more}cost_keys:", 1)
    files = {f"m{number}": landscape(a=application("Zaakwijs")) for number in range(10)}
    files |= {f"m{number}": landscape(a=application("Oud")) for number in range(10, 30)}
    table = section(root=landscapes(tmp_path, files, {}, partnership)).with_class("path")[0]
    assert [len(cell.with_class("bar")) for cell in table.all("td")] == [1] * 6
    assert [cell.with_class("value")[0].words for cell in table.all("td")] == ["10 van 30"] * 6


def test_no_two_marks_have_the_same_shape() -> None:
    drawn = {kind: re.sub(r' class="[^"]*"', "", marks([kind])) for kind in KINDS}
    shapes = {kind: text for kind, text in drawn.items() if kind not in ("there", "missing", "unknown")}
    assert len(set(shapes.values())) == len(shapes)
