"""The page: what it says equals what the commands say, it asks nothing of a network, and hides nothing."""

import base64
import hashlib
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from icteregie.escape.unseen import on_one_line
from tests import answers, desk
from tests.page import Element, read
from tests.test_hostile import HOSTILE

DAY = ("--today", "2026-09-24")


def written(*words: str | Path, root: Path = desk.EXAMPLE) -> str:
    return answers.written(*words, root=root)


def data(*words: str) -> Any:
    return json.loads(written(*words, "--format", "json"))


@pytest.fixture(scope="module", params=["nl", "en"])
def page(request: pytest.FixtureRequest) -> Element:
    return answers.page("--lang", request.param)


@pytest.fixture(scope="module")
def dutch() -> Element:
    return answers.page("--lang", "nl")


def amounts(text: str) -> list[int]:
    """Give the whole amounts of a text in their order, in either language, without signs."""
    return [int(re.sub(r"\D", "", each)) for each in re.findall(r"\d{1,3}(?:[.,]\d{3})*(?![\d.,])", text)]


def table_of_agenda(number: int) -> list[list[str]]:
    text = written("agenda", "--year", "2027", "--lang", "nl")
    block = re.search(rf"### Tabel {number}\.[^|]*((?:\|.*\n)+)", text)
    assert block
    return [[cell.strip(" *") for cell in line.strip("|").split("|")] for line in block[1].splitlines()[2:]]


# Every figure equals that of its command.


def test_what_each_member_pays_is_what_the_agenda_says(dutch: Element) -> None:
    rows = dutch.by_id("costs").with_class("wide")[0].all("tr")[1:]
    shown = [[amounts(cell.text) for cell in row.all("td")] for row in rows]
    assert shown == [[amounts(cell) for cell in row[1:]] for row in table_of_agenda(1)]


def test_the_first_screen_shows_the_totals_of_the_agenda(dutch: Element) -> None:
    totals = [amounts(row[6]) for row in table_of_agenda(1)]
    assert [amounts(each.text) for each in dutch.with_class("sum") if each.tag == "span"] == totals


def test_the_three_figures_are_the_headroom_of_the_agenda(dutch: Element) -> None:
    rows = table_of_agenda(2)[:3]
    figures = dutch.with_class("figure")
    assert [amounts(each.with_class("exact")[0].text) for each in figures] == [
        amounts(row[1]) for row in rows
    ]
    assert [amounts(each.with_class("left")[0].text) for each in figures] == [
        amounts(f"{row[2]} {row[3]}") for row in rows
    ]


def test_every_option_does_what_the_agenda_says(dutch: Element) -> None:
    rows = [row for row in table_of_agenda(3) if re.fullmatch(r"[A-Z]\d", row[0])]
    options = dutch.by_id("choices").with_class("ways")
    shown = {
        option.with_class("letter")[0].text: [amounts(each.text)[0] for each in option.all("dd")]
        for choice in options
        for option in choice.all("li")
    }
    assert shown == {row[0]: [amounts(cell)[0] for cell in row[2:]] for row in rows}


@pytest.mark.parametrize("kind", ["one_off", "recurring"])
def test_the_list_shows_the_costs_of_the_year(dutch: Element, kind: str) -> None:
    costs = data("costs", "on:2027", "--by", "initiative", "--year", "2027")
    rows = {row["id"]: row for row in costs["rows"]}
    shown = {
        row.attributes["id"].removeprefix("r-"): int(row.attributes[f"data-{kind[:3]}"])
        for row in dutch.by_id("list").all("tr")[1:]
        if row.attributes["data-nr"] != "99999"
    }
    assert len(shown) == 25
    assert shown == {name: rows[name][kind] if name in rows else 0 for name in shown}


def test_progress_shows_what_status_says(dutch: Element) -> None:
    rows = {row["id"]: row for row in data("status")["rows"]}
    shown = {}
    for row in dutch.by_id("progress").all("tr")[1:]:
        name = row.all("a")[0].attributes["href"].removeprefix("#i-")
        text = row.all("td")[1].text
        shown[name] = (amounts(text)[0], amounts(text)[-1])
    assert shown == {name: (row["one_off"], row["spent"] or 0) for name, row in rows.items()}


def test_the_calendar_shows_the_days_that_calendar_lists(dutch: Element) -> None:
    entries = data("calendar")["rows"]
    shown = [int(row.all("td")[0].text) for row in dutch.by_id("calendar").all("tr")[1:]]
    assert shown == [entry["days"] for entry in entries]


# It asks nothing of a network, and its policy holds.


def test_the_policy_names_the_one_style_and_the_one_script(page: Element) -> None:
    (policy,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    for tag in ("style", "script"):
        (only,) = page.all(tag)
        digest = base64.b64encode(hashlib.sha256(only.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.attributes["content"]
    assert policy.attributes["content"].startswith("default-src 'none'; ")


def forbidden(page: Element) -> list[str]:
    found = []
    for element in page.every:
        for name, value in element.attributes.items():
            is_link = name == "href" and re.fullmatch(r"#[\w-]+|index\.html|(en|nl)\.html", value)
            if name == "style" or name.startswith("on") or (name in REQUESTS and not is_link):
                found.append(f"<{element.tag} {name}={value}>")
    return found


REQUESTS = {
    "src",
    "srcset",
    "href",
    "xlink:href",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "ping",
}


def test_nothing_on_the_page_makes_a_request_or_runs_by_itself(page: Element) -> None:
    assert forbidden(page) == []


@pytest.mark.parametrize(
    "planted", ['<p style="x">', '<p onclick="x">', '<img src="x">', '<a href="https://x.nl">x</a>']
)
def test_a_request_that_is_planted_is_found(planted: str) -> None:
    element = read(planted.replace("<p", "<input").replace("<img", "<input"))
    assert len(forbidden(element)) == 1


def test_the_style_loads_nothing(page: Element) -> None:
    (style,) = page.all("style")
    assert re.findall(r"@import|url\((?!#)", style.text) == []


def test_the_script_writes_no_html(page: Element) -> None:
    (script,) = page.all("script")
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|fetch|http", script.text)
        == []
    )
    assert len(script.text) <= 8192


def test_there_is_no_control_without_the_script(page: Element) -> None:
    form = page.by_id("controls")
    assert "hidden" in form.attributes
    inside = set(form.every)
    controls = [each for tag in ("button", "select", "input") for each in page.all(tag) if each not in inside]
    assert {each.attributes["type"] for each in controls} == {"radio"}


# The same page twice, in one language or in two.


def test_the_same_files_give_the_same_bytes() -> None:
    first, second = (desk.regie("site", "-C", desk.EXAMPLE, *DAY) for _ in range(2))
    assert (first.returncode, first.stdout) == (0, second.stdout)


def test_a_folder_gets_a_page_in_both_languages(tmp_path: Path) -> None:
    assert desk.regie("site", "-C", desk.EXAMPLE, "-o", tmp_path / "out", *DAY).returncode == 0
    pages = {path.name: read(path.read_text("utf-8")) for path in (tmp_path / "out").iterdir()}
    shown = {
        name: (
            page.all("html")[0].attributes["lang"],
            page.with_class("other")[0].all("a")[0].attributes["href"],
        )
        for name, page in pages.items()
    }
    assert shown == {"index.html": ("nl", "en.html"), "en.html": ("en", "index.html")}


def test_a_file_has_one_language_and_no_link_to_another(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert desk.regie("site", "-C", desk.EXAMPLE, "--lang", "en", "-o", path, *DAY).returncode == 0
    page = read(path.read_text("utf-8"))
    assert page.all("html")[0].attributes["lang"] == "en"
    assert page.with_class("other") == []


# What it is made of, for who doesn't see it.


def test_there_is_one_heading_of_the_first_level_and_no_level_is_skipped(page: Element) -> None:
    levels = [int(each.tag[1]) for each in page.every if re.fullmatch(r"h[1-6]", each.tag)]
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


SCOPES = ("row", "col", "rowgroup")


def test_every_table_has_a_caption_and_every_heading_of_it_a_direction(page: Element) -> None:
    tables = page.all("table")
    assert [table.words for table in tables if not any(each.words for each in table.all("caption"))] == []
    assert [head.words for head in page.all("th") if head.attributes.get("scope") not in SCOPES] == []


def test_every_link_leads_to_something_on_the_page(page: Element) -> None:
    ids = {each.attributes["id"] for each in page.every if "id" in each.attributes}
    links = {each.attributes["href"] for each in page.all("a")}
    assert sorted(links - {f"#{name}" for name in ids}) == []


def test_no_id_stands_on_the_page_twice(page: Element) -> None:
    counts = Counter(each.attributes["id"] for each in page.every if "id" in each.attributes)
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_initiative_has_a_card(page: Element) -> None:
    cards = {each.attributes["id"] for each in page.all("article") if "card" in each.attributes["class"]}
    assert cards == {f"i-{row['id']}" for row in data("list")["rows"]}


# Texts from files.

TURNING = "\u05d0\u05d1\u05d2 (abc) 1 > 2"


def test_titles_are_shown_letter_by_letter(tmp_path: Path) -> None:
    titles = {f"i-{number}": text for number, text in enumerate((*HOSTILE, TURNING))}
    quoted = {name: "'" + text.replace("'", "''") + "'" for name, text in titles.items()}
    files = {name: desk.initiative(title=text, summary=text) for name, text in quoted.items()}
    page = answers.page(root=desk.portfolio(tmp_path, files))
    assert forbidden(page) == []
    shown = {name: page.by_id(f"t-{name}").text for name in titles}
    assert shown == {name: on_one_line(text) for name, text in titles.items()}


def test_a_title_that_is_read_from_the_right_turns_nothing_around_it(tmp_path: Path) -> None:
    files = {"access": desk.initiative(title=f"'{TURNING}'"), "letters": desk.initiative(title="Brieven ↔ é")}
    page = answers.page(root=desk.portfolio(tmp_path, files))
    links = [link for link in page.all("a") if link.words == TURNING]
    assert [len(link.all("bdi")) for link in links] == [1] * len(links) != []
    assert page.by_id("t-access").all("bdi")[0].text == TURNING


@pytest.mark.parametrize("name", ["main", "constructor", "list", "costs", "city-0", "q"])
def test_an_id_of_a_file_is_never_one_of_the_page(tmp_path: Path, name: str) -> None:
    page = answers.page(root=desk.portfolio(tmp_path, {name: desk.initiative()}))
    assert page.by_id(f"i-{name}").tag == "article"
    counts = Counter(each.attributes["id"] for each in page.every if "id" in each.attributes)
    assert [name for name, count in counts.items() if count > 1] == []


# What isn't for everyone.


@pytest.mark.parametrize(
    "words", ["Twee platforms naast elkaar kosten ons beheerders die we niet hebben", "820.000"]
)
def test_a_public_page_has_no_position_and_no_amount_of_a_member_alone(words: str) -> None:
    assert words in written("site", "--lang", "nl").replace("\u00a0", " ")
    assert words not in written("site", "--lang", "nl", "--public").replace("\u00a0", " ")


def test_a_public_page_has_no_findings() -> None:
    assert [each for each in answers.page("--public").all("h4") if "bevinding" in each.text] == []


# Dossiers.

DOSSIER = (
    "# Visie\n\n<!-- niet voor lezers -->\n"
    + "Een zin van zes korte woorden. " * 40
    + "\n\n# Exit\n\nHet einde.\n"
)


def dossier_of(root: Path, *words: str) -> str:
    files = {"access": desk.initiative(), "initiatives/access.md": DOSSIER}
    page = answers.page(*words, root=desk.portfolio(root, files))
    return page.with_class("dossier")[0].text if page.with_class("dossier") else ""


def test_a_card_shows_how_its_dossier_begins(tmp_path: Path) -> None:
    text = dossier_of(tmp_path)
    assert text.startswith("# Visie\n")
    assert text.endswith(" …")
    assert (len(text) <= 602, "niet voor lezers" in text) == (True, False)


def test_with_dossiers_a_card_shows_all_of_it(tmp_path: Path) -> None:
    assert dossier_of(tmp_path, "--dossiers").endswith("# Exit\n\nHet einde.")


def test_a_public_page_shows_a_dossier_only_when_it_is_asked_for(tmp_path: Path) -> None:
    assert dossier_of(tmp_path / "a", "--public") == ""
    assert dossier_of(tmp_path / "b", "--public", "--dossiers").endswith("Het einde.")


# What there is nothing of.


def test_without_an_agenda_the_page_says_so(tmp_path: Path) -> None:
    partnership = re.sub(r"agendas:\n(?:  .*\n)+", "", desk.PARTNERSHIP)
    root = desk.portfolio(tmp_path, {"access": desk.initiative(agenda=None, status="idea")}, partnership)
    page = answers.page(root=root)
    assert page.by_id("h-first").words == "Er is nog geen agenda met datums"
    assert page.by_id("left-out").all("p")[0].words == "In regie.yaml staat nog geen agenda met datums."


def test_what_there_is_nothing_of_has_its_sentence_and_no_table(tmp_path: Path) -> None:
    page = answers.page(root=desk.portfolio(tmp_path, {"access": desk.initiative()}))
    for name in ("choices", "deadlines", "waiting", "progress", "left-out", "decisions", "ambitions"):
        section = page.by_id(name)
        assert (name, len(section.all("p")), section.all("table")) == (name, 1, [])


def test_a_file_that_cannot_be_read_is_named_in_a_band(tmp_path: Path) -> None:
    files = {"access": desk.initiative(), "broken": "title: [\n"}
    page = answers.page(root=desk.portfolio(tmp_path, files))
    (band,) = page.with_class("band")
    assert band.words.startswith("1 bestand is niet goed genoeg te lezen")
    assert "broken" in band.words
