"""The page in a real browser: no request, no violation, no error, nothing too wide, and axe finds nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import desk
from tests.chromium import Chromium, Tab, axe, chromium
from tests.test_hostile import HOSTILE

DAY = ("--today", "2026-09-24")
RUN = """axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {"target-size": {enabled: true}},
}).then((told) => told.violations.map((each) =>
  [each.id, each.nodes.length, each.nodes[0].html.slice(0, 160)]))"""
SPACING = """(() => {
  for (const each of document.querySelectorAll("main *")) {
    each.style.lineHeight = "1.5";
    each.style.letterSpacing = "0.12em";
    each.style.wordSpacing = "0.16em";
  }
})()"""


@pytest.fixture(scope="module")
def running() -> Iterator[Chromium]:
    with chromium() as started:
        yield started


@pytest.fixture
def tab(running: Chromium) -> Tab:
    return running.tab()


def made(root: Path, folder: Path) -> dict[str, Path]:
    assert desk.regie("site", "-C", root, "-o", folder, *DAY).returncode == 0
    return {"nl": folder / "index.html", "en": folder / "en.html"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return made(desk.EXAMPLE, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    titles = (*HOSTILE, "\u05d0\u05d1\u05d2 (abc) 1 > 2", "w" * 120, "Rijksdienst voor ondernemend " * 5)
    files = {
        f"i-{number}": desk.initiative(title="'" + text.strip().replace("'", "''") + "'")
        for number, text in enumerate(titles)
    }
    root = desk.portfolio(tmp_path_factory.mktemp("hostile"), files)
    return made(root, tmp_path_factory.mktemp("page"))["nl"]


def broken(tab: Tab) -> dict[str, Any]:
    """Give what is wrong with the page that a tab shows; {} when nothing is."""
    told = {"violations": tab.violations, "console": tab.console, "requests": tab.requests[1:]}
    return {name: each for name, each in told.items() if each}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_the_page_asks_for_nothing_and_nothing_is_refused(
    tab: Tab, pages: dict[str, Path], language: str, *, dark: bool
) -> None:
    tab.open(pages[language], dark=dark)
    assert broken(tab) == {}


PLANTED = {
    "an inline handler": ("<h2", '<img src="x" onerror="1"><h2'),
    "a style attribute": ("<h2", '<h2 style="color:red"'),
    "another script": ("</body>", "<script>1</script></body>"),
    "a picture": ("</body>", '<img src="https://example.org/a.png"></body>'),
    "a mistake in the script": ('"use strict";', "mistake();"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(tab: Tab, pages: dict[str, Path], tmp_path: Path, fault: str) -> None:
    old, new = PLANTED[fault]
    path = tmp_path / "page.html"
    path.write_text(pages["nl"].read_text("utf-8").replace(old, new, 1), "utf-8")
    tab.open(path)
    assert broken(tab) != {}


WIDTHS = (320, 390, 700, 768, 1024, 1280, 1920)


def scrolls(tab: Tab) -> int:
    """Give by how many pixels the page is wider than its window, with all of it laid out."""
    parts = 'document.querySelectorAll(".part, .card, #list tr")'
    tab.value(f'{parts}.forEach((each) => (each.style.contentVisibility = "visible"))')
    return int(tab.value("document.documentElement.scrollWidth - innerWidth"))


def too_wide(tab: Tab, page: Path) -> dict[int, int]:
    """Give by how many pixels a page is too wide, for each width of its window where it is."""
    tab.open(page, width=WIDTHS[0])
    found = {}
    for width in WIDTHS:
        tab.size(width)
        found[width] = scrolls(tab)
    return {width: pixels for width, pixels in found.items() if pixels > 0}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_is_wider_than_the_window(tab: Tab, pages: dict[str, Path], language: str) -> None:
    assert too_wide(tab, pages[language]) == {}


def test_long_words_are_not_wider_than_the_window(tab: Tab, hostile: Path) -> None:
    assert (too_wide(tab, hostile), broken(tab)) == ({}, {})


@pytest.mark.parametrize("width", [320, 1280])
def test_more_space_between_letters_and_lines_fits(tab: Tab, pages: dict[str, Path], width: int) -> None:
    tab.open(pages["nl"], width=width)
    tab.value(SPACING)
    assert scrolls(tab) <= 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_columns_of_the_costs_are_seen_on_a_usual_screen(
    tab: Tab, pages: dict[str, Path], language: str
) -> None:
    tab.open(pages[language], width=1280)
    assert "1.513.000" in str(tab.value("document.querySelector('#costs .wide').innerText")).replace(",", ".")
    assert tab.value("[...document.querySelectorAll('#costs .wide thead th')].length") == 9
    region = "document.querySelector('#costs .scroll')"
    assert tab.value(f"{region}.scrollWidth - {region}.clientWidth") <= 0


def test_a_planted_width_is_seen(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"], width=320)
    tab.value('document.querySelector("main").style.minWidth = "400px"')
    assert scrolls(tab) > 0


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(
    tab: Tab, pages: dict[str, Path], language: str, *, dark: bool, width: int
) -> None:
    source = axe()
    tab.open(pages[language], width=width, dark=dark)
    tab.value(source)
    assert tab.value(RUN) == []


def test_axe_finds_what_is_planted(tab: Tab, pages: dict[str, Path]) -> None:
    source = axe()
    tab.open(pages["nl"])
    tab.value(source)
    tab.value('document.querySelector("h1").style.color = "#aaa"')
    assert [each[0] for each in tab.value(RUN)] == ["color-contrast"]


# Without a script all of it is there, and no control that does nothing.


def test_without_a_script_everything_is_shown(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"], script=False)
    root = tab.send("DOM.getDocument")["root"]["nodeId"]

    def box(selector: str) -> Any:
        node = tab.send("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        return tab.send("CSS.getComputedStyleForNode", nodeId=node)["computedStyle"]

    tab.send("CSS.enable")
    styles = {
        name: {each["name"]: each["value"] for each in box(name)} for name in ("#controls", "#list tbody tr")
    }
    assert styles["#controls"]["display"] == "none"
    assert styles["#list tbody tr"]["display"] != "none"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_list_is_a_table_for_who_hears_it(tab: Tab, pages: dict[str, Path], width: int) -> None:
    tab.open(pages["nl"], width=width)
    root = tab.send("DOM.getDocument")["root"]["nodeId"]
    node = tab.send("DOM.querySelector", nodeId=root, selector="#list")["nodeId"]

    def count(role: str) -> int:
        told = tab.send("Accessibility.queryAXTree", nodeId=node, role=role)["nodes"]
        return sum(not each["ignored"] for each in told)

    assert (count("table"), count("row"), count("rowheader")) == (1, 42, 41)


def test_who_hears_the_page_hears_of_every_link_and_card(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    every = [
        each["role"]["value"]
        for each in tab.send("Accessibility.getFullAXTree")["nodes"]
        if not each["ignored"]
    ]
    shown = tab.value(
        '[...document.querySelectorAll("a[href]:not(.skip)")].filter((e) => e.getClientRects().length).length'
    )
    assert every.count("link") >= shown
    assert every.count("article") == tab.value('document.querySelectorAll("article").length')


def test_choosing_a_member_needs_no_script(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    visible = '[...document.querySelectorAll(".mine")].filter((each) => each.offsetHeight)'
    shown = f"{visible}.map((each) => each.className)"
    assert tab.value(shown) == []
    tab.value('document.querySelector("#city-3").checked = true')
    assert tab.value(shown) == ["own c3 mine"]


# The list.


def rows(tab: Tab) -> list[str]:
    every: list[str] = tab.value(
        '[...document.querySelectorAll("#list tbody tr")].filter((row) => !row.hidden).map((row) => row.id)'
    )
    return every


def typed(tab: Tab, text: str) -> None:
    tab.value(f'(() => {{ const q = document.getElementById("q"); q.value = "{text}"; '
              'q.dispatchEvent(new Event("input")); })()')  # fmt: skip


def test_searching_narrows_the_list_and_says_so(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    typed(tab, "Haven+")
    assert rows(tab) == ["r-haven-europees"]
    assert tab.value('document.getElementById("found").textContent') == "1 van 41: “haven+”"


def test_what_matches_nothing_says_so(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    typed(tab, "bestaat niet")
    assert rows(tab) == []
    assert tab.value('document.getElementById("found").textContent') == "Niets past hierbij. Kies Toon alles."
    tab.value('document.getElementById("reset").click()')
    assert len(rows(tab)) == 41


def test_sorting_by_cost_puts_the_least_first_and_then_the_most(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    click = 'document.querySelector("[data-sort=one] button").click()'
    amounts = '[...document.querySelectorAll("#list tbody tr")].map((row) => Number(row.dataset.one))'
    tab.value(click)
    ascending = tab.value(amounts)
    tab.value(click)
    assert (ascending, tab.value(amounts)) == (sorted(ascending), sorted(ascending, reverse=True))


def test_a_link_leads_to_its_card(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    tab.value('document.querySelector("#list a").click()')
    assert tab.value("document.querySelector(':target').tagName") == "ARTICLE"


# The keyboard.


def test_the_first_stop_skips_to_the_content(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    tab.press("Tab")
    assert tab.value("document.activeElement.className") == "skip"
    tab.value("document.activeElement.click()")
    assert tab.value("location.hash") == "#main"


# The drawing of what waits for what.

NODES = "[...document.querySelectorAll('.graph a')].filter((box) => !box.hasAttribute('hidden'))"
VISIBLE = f"{NODES}.map((box) => box.getAttribute('href').slice(3)).sort()"
PLACES = f"{NODES}.map((box) => box.getBoundingClientRect().left)"


def key(tab: Tab, name: str) -> None:
    tab.value(
        "document.activeElement.dispatchEvent("
        f"new KeyboardEvent('keydown', {{key: '{name}', bubbles: true, cancelable: true}}))"
    )


def test_arrow_keys_go_from_box_to_box_and_space_leaves_the_neighbours(
    tab: Tab, pages: dict[str, Path]
) -> None:
    tab.open(pages["nl"])
    tab.value('document.querySelector(".scroll.drawn").focus()')
    key(tab, "ArrowDown")
    first = tab.value("document.activeElement.getAttribute('href')")
    key(tab, "ArrowDown")
    assert tab.value("document.activeElement.getAttribute('href')") != first
    before = tab.value(PLACES)
    tab.value("document.querySelector('.graph a[href=\"#i-verwerkingenlogging\"]').focus()")
    key(tab, " ")
    assert tab.value(VISIBLE) == ["ai-toezicht", "api-ontsluiting", "verwerkingenlogging"]
    assert "3 van 24" in tab.value("document.getElementById('near').textContent")
    key(tab, "Escape")
    assert (len(tab.value(VISIBLE)), tab.value(PLACES)) == (24, before)


FORCED = [{"name": "forced-colors", "value": "active"}]
STROKES = """[".dumbbell .moved", ".dumbbell .adopted", ".spark path", ".columns .axis", ".columns .unknown"]
  .map((selector) => getComputedStyle(document.querySelector(selector)).stroke)"""
FILLS = """[".dumbbell .now", ".spark circle", ".columns .new", ".bar.time .past"]
  .map((selector) => getComputedStyle(document.querySelector(selector)).fill)"""


def test_dumbbells_sparklines_and_columns_have_the_forced_colour_of_texts(
    tab: Tab, pages: dict[str, Path]
) -> None:
    tab.open(pages["nl"])
    tab.send("Emulation.setEmulatedMedia", features=FORCED)
    ink = tab.value("getComputedStyle(document.body).color")
    assert {*tab.value(STROKES), *tab.value(FILLS)} == {ink}


PICK = "[...document.querySelectorAll('#near button')][0]"


def test_a_box_leaves_its_neighbours_by_mouse_once_the_button_is_pressed(
    tab: Tab, pages: dict[str, Path]
) -> None:
    tab.open(pages["nl"])
    box = "document.querySelector('.graph a[href=\"#i-verwerkingenlogging\"]')"
    click = f"{box}.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}))"
    tab.value(f"{PICK}.click()")
    assert tab.value(f"{PICK}.getAttribute('aria-pressed')") == "true"
    tab.value(click)
    assert tab.value(VISIBLE) == ["ai-toezicht", "api-ontsluiting", "verwerkingenlogging"]
    assert tab.value("location.hash") == ""
    tab.value("[...document.querySelectorAll('#near button')][1].click()")
    assert (len(tab.value(VISIBLE)), tab.value(f"{PICK}.getAttribute('aria-pressed')")) == (24, "false")
    tab.value(click)
    assert tab.value("location.hash") == "#i-verwerkingenlogging"


def test_a_card_shows_its_neighbours_in_the_drawing(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    tab.value("document.querySelector('#i-verwerkingenlogging button').click()")
    assert tab.value(VISIBLE) == ["ai-toezicht", "api-ontsluiting", "verwerkingenlogging"]
    assert tab.value("document.activeElement.getAttribute('href')") == "#i-verwerkingenlogging"
    assert tab.value("document.querySelectorAll('#cards button').length") == 24


def test_the_button_of_a_card_is_a_stop_only_in_its_card(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    button = "document.querySelector('#i-verwerkingenlogging button').tabIndex"
    assert tab.value(button) == -1
    tab.value("document.querySelector('#i-verwerkingenlogging').focus()")
    assert tab.value(button) == 0


FREE = """(() => {
  const near = (selector) => [...document.querySelectorAll(selector)].flatMap((cell) => {
    const drawn = cell.querySelector("svg").getBoundingClientRect(), next = cell.nextElementSibling;
    const range = document.createRange();
    range.selectNodeContents(next);
    return [Math.round(range.getBoundingClientRect().left - drawn.right)];
  });
  return Math.min(...near("#progress tbody td.drawn"), ...near("#deadlines tbody td.drawn"));
})()"""


def test_there_is_space_between_a_drawing_and_the_text_beside_it(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"])
    assert tab.value(FREE) >= 16


def test_the_script_is_small(pages: dict[str, Path]) -> None:
    text = pages["nl"].read_text("utf-8")
    assert len(text.split("<script>")[1].split("</script>")[0].encode()) <= 8_000


# Paper.


def test_it_prints_light_without_controls(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["nl"], dark=True)
    tab.send(
        "Emulation.setEmulatedMedia",
        media="print",
        features=[{"name": "prefers-color-scheme", "value": "dark"}],
    )
    assert tab.value("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.value('getComputedStyle(document.getElementById("controls")).display') == "none"
    assert tab.pdf().startswith(b"%PDF-")
