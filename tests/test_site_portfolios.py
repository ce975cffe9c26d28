"""The page of four portfolios in a real browser: in order, readable, reachable and printable."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from icteregie.escape.unseen import on_one_line
from tests import desk, page_measures, site_pages
from tests.chromium import Chromium, Tab, axe, chromium
from tests.printed import Printed
from tests.site_pages import Pages
from tests.test_site_browser import SPACING, broken, rows, typed

ROOTS: dict[str, Callable[[Path], Path]] = {
    "example": lambda _: desk.EXAMPLE,
    "init": site_pages.begun,
    "600": site_pages.generated,
    "hostile": site_pages.hostile,
}
Of = Callable[[str], Pages]


@pytest.fixture(scope="module")
def running() -> Iterator[Chromium]:
    with chromium() as started:
        yield started


@pytest.fixture
def tab(running: Chromium) -> Tab:
    return running.tab()


@pytest.fixture(scope="module")
def of(tmp_path_factory: pytest.TempPathFactory) -> Of:
    """Give the pages of a portfolio, which are made once."""

    @cache
    def made(name: str) -> Pages:
        folder = tmp_path_factory.mktemp(f"site-{name}")
        return site_pages.pages(ROOTS[name](folder / "files"), folder / "page")

    return made


def planted(page: Path, folder: Path, old: str, new: str) -> Path:
    """Write a copy of a page in which one thing is another."""
    text = page.read_text("utf-8")
    assert old in text, old
    path = folder / "planted.html"
    path.write_text(re.sub(r'<meta http-equiv="Content-Security.*?>', "", text).replace(old, new), "utf-8")
    return path


# In order: nothing asked for, nothing refused, nothing wrong by axe, in both languages, colours and sizes.

LOOKS = [("nl", 390, False), ("en", 1280, False), ("nl", 1280, True), ("en", 390, True)]


# axe needs minutes for 600 initiatives, whose page is made of the same pieces: it looks once.
EACH = [(name, *look) for name in ROOTS for look in (LOOKS[:1] if name == "600" else LOOKS)]


@pytest.mark.parametrize(("name", "language", "width", "dark"), EACH)
def test_it_is_in_order(tab: Tab, of: Of, name: str, language: str, width: int, *, dark: bool) -> None:
    source = axe()
    tab.open(getattr(of(name), language), width=width, dark=dark)
    assert (broken(tab), tab.value(page_measures.WIDE)) == ({}, [])
    tab.value(page_measures.TRIM)
    tab.value(source)
    rules = page_measures.CONTRAST if dark else page_measures.EVERY_RULE
    assert tab.value(page_measures.AXE % rules) == []


@pytest.mark.parametrize("name", ROOTS)
def test_it_fits_at_320_pixels_and_with_more_space(tab: Tab, of: Of, name: str) -> None:
    tab.open(of(name).nl, width=320)
    found = [tab.value(page_measures.WIDE)]
    tab.value(SPACING)
    for width in (320, 1280):
        tab.size(width)
        found += [tab.value(page_measures.WIDE), tab.value(page_measures.CLIPPED)]
    assert found == [[]] * 5


# Titles that are not what they look like.


def test_every_title_is_shown_letter_by_letter(tab: Tab, of: Of) -> None:
    tab.open(of("hostile").nl)
    shown = dict(tab.value(
        '[...document.querySelectorAll("#list tbody th a")]'
        ".map((each) => [each.hash.slice(3), each.textContent])"
    ))  # fmt: skip
    titles = {f"i-{number}": on_one_line(text) for number, text in enumerate(site_pages.hostile_titles())}
    assert {name: shown.get(name) for name in titles} == titles
    assert {name: shown.get(name) for name in site_pages.IDS} == {n: f"Het id {n}" for n in site_pages.IDS}


@pytest.mark.parametrize("name", site_pages.IDS)
def test_the_list_and_its_cards_work_for_every_id(tab: Tab, of: Of, name: str) -> None:
    tab.open(of("hostile").nl)
    typed(tab, f"Het id {name}")
    assert rows(tab) == [f"r-{name}"]
    tab.value(f"document.querySelector('#r-{name} a').click()")
    assert tab.value("document.querySelector(':target').id") == f"i-{name}"


# The keyboard.


def stops(tab: Tab, most: int) -> Iterator[list[Any]]:
    """Press Tab until the focus leaves the page."""
    for _ in range(most):
        tab.press("Tab")
        place = tab.value(page_measures.FOCUS)
        if place is None:
            return
        yield place


@pytest.mark.parametrize("width", [390, 1280])
def test_every_stop_is_seen_and_not_covered(tab: Tab, of: Of, width: int) -> None:
    tab.open(of("example").nl, width=width)
    found = list(stops(tab, 1000))
    assert 20 < len(found) < 1000
    assert [place for place, is_ringed, is_free in found if not (is_ringed and is_free)] == []


COVERS = '<div style="position:fixed;inset:0"></div></body>'
FOCUS_FAULTS = {
    "no ring": ("</style>", "a:focus-visible{outline:none!important}</style>"),
    "a cover": ("</body>", COVERS),
}


@pytest.mark.parametrize("fault", FOCUS_FAULTS)
def test_a_stop_that_is_hidden_is_seen(tab: Tab, of: Of, tmp_path: Path, fault: str) -> None:
    tab.open(planted(of("example").nl, tmp_path, *FOCUS_FAULTS[fault]))
    assert [place for place, is_ringed, is_free in stops(tab, 5) if not (is_ringed and is_free)] != []


def test_the_keyboard_leads_from_the_skip_link_over_the_search_to_a_card(tab: Tab, of: Of) -> None:
    tab.open(of("example").nl)
    tab.press("Tab")
    tab.press("Enter")
    assert tab.value("location.hash") == "#main"
    until(tab, "document.activeElement.id === 'q'")
    tab.send("Input.insertText", text="Haven+")
    assert rows(tab) == ["r-haven-europees"]
    until(tab, "document.activeElement.matches('#list tbody a')")
    tab.press("Enter")
    assert tab.value("document.querySelector(':target').id") == "i-haven-europees"
    tab.press("Tab")
    assert tab.value("document.activeElement.closest('article')?.id ?? ''") in ("i-haven-europees", "")


def until(tab: Tab, condition: str) -> None:
    """Press Tab until something is so."""
    for _ in range(600):
        if tab.value(condition):
            return
        tab.press("Tab")
    raise AssertionError(condition)


# Without a script; back and forth.


@pytest.mark.parametrize("name", ROOTS)
def test_without_a_script_all_of_it_is_there(tab: Tab, of: Of, name: str) -> None:
    tab.open(of(name).nl, width=390, script=False)
    narrow = tab.value(page_measures.HIDDEN)
    tab.size(1280)
    assert (narrow, tab.value(page_measures.HIDDEN)) == ([], [])


@pytest.mark.parametrize("rule", ["#controls{display:flex!important}", ".card{display:none}"])
def test_what_is_hidden_without_a_script_is_seen(tab: Tab, of: Of, tmp_path: Path, rule: str) -> None:
    tab.open(planted(of("example").nl, tmp_path, "</style>", f"{rule}</style>"), script=False)
    assert tab.value(page_measures.HIDDEN) != []


IN_SIGHT = """(() => {
  const box = document.getElementById(%r)?.getBoundingClientRect();
  return Boolean(box?.height) && box.top > -1 && box.top < innerHeight;
})()"""


def test_back_leads_to_where_the_link_was(tab: Tab, of: Of) -> None:
    tab.open(of("example").nl)
    tab.value("document.getElementById('r-haven-europees').scrollIntoView()")
    tab.value("document.querySelector('#r-haven-europees a').click()")
    assert tab.value(IN_SIGHT % "i-haven-europees")
    tab.value(
        "new Promise((done) => { addEventListener('popstate', () => setTimeout(done, 50)); history.back(); })"
    )
    assert tab.value(IN_SIGHT % "r-haven-europees")


def test_a_link_to_a_row_that_is_filtered_away_shows_it(tab: Tab, of: Of) -> None:
    tab.open(of("example").nl)
    typed(tab, "Haven+")
    tab.value("new Promise((done) => { addEventListener('hashchange', () => setTimeout(done, 50)); "
              "location.hash = '#r-berichtenbox'; })")  # fmt: skip
    assert tab.value(IN_SIGHT % "r-berichtenbox")


def test_a_link_into_what_is_closed_opens_it(tab: Tab, of: Of, tmp_path: Path) -> None:
    closed = '<details id="closed"><summary>x</summary><p id="inside">x</p></details></main>'
    tab.open(planted(of("example").nl, tmp_path, "</main>", closed))
    tab.value("new Promise((done) => { addEventListener('hashchange', () => setTimeout(done, 50)); "
              "location.hash = '#inside'; })")  # fmt: skip
    assert tab.value("document.getElementById('closed').open")


# Drawings.


@pytest.mark.parametrize("name", ROOTS)
def test_texts_of_drawings_are_read_from_their_ground(tab: Tab, of: Of, name: str) -> None:
    tab.open(of(name).nl)
    light = tab.value(page_measures.FAINT)
    tab.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    assert tab.value("matchMedia('(prefers-color-scheme: dark)').matches")
    assert (light, tab.value(page_measures.FAINT)) == ([], [])


def test_a_text_that_is_faint_is_seen(tab: Tab, of: Of, tmp_path: Path) -> None:
    tab.open(planted(of("example").nl, tmp_path, "</style>", "svg text.fact{fill:#999!important}</style>"))
    assert tab.value(page_measures.FAINT) != []


@pytest.mark.parametrize("name", ROOTS)
def test_texts_of_the_graph_stay_in_their_boxes(tab: Tab, of: Of, name: str) -> None:
    tab.open(of(name).nl)
    assert tab.value(page_measures.SPILLED) == []


def test_a_text_that_is_too_wide_is_seen(tab: Tab, of: Of, tmp_path: Path) -> None:
    tab.open(planted(of("example").nl, tmp_path, "</style>", ".graph text{font-size:15px!important}</style>"))
    assert tab.value(page_measures.SPILLED) != []


FORCED = [{"name": "forced-colors", "value": "active"}]


@pytest.mark.parametrize("name", ["example", "init"])
def test_drawings_are_told_from_the_paper_in_forced_colours(tab: Tab, of: Of, name: str) -> None:
    tab.open(of(name).nl)
    tab.send("Emulation.setEmulatedMedia", features=FORCED)
    assert tab.value("matchMedia('(forced-colors: active)').matches")
    assert tab.value(page_measures.LOST) == []


def test_a_shape_that_is_lost_is_seen(tab: Tab, of: Of, tmp_path: Path) -> None:
    tab.open(
        planted(
            of("example").nl, tmp_path, "</style>", ".bar rect{fill:Canvas!important;stroke:none}</style>"
        )
    )
    tab.send("Emulation.setEmulatedMedia", features=FORCED)
    assert tab.value(page_measures.LOST) != []


# Paper.


def test_it_is_printed_without_cut_rows_and_empty_pages(tab: Tab, of: Of) -> None:
    tab.open(of("example").nl)
    printed = Printed(tab.pdf())
    assert (printed.cut, printed.empty) == ([], [])
    # The first screen, up to the heading of the first question, is the first page.
    assert (printed.parts("H1"), printed.before("H2", 2)) == ([{1}], {1})


def test_a_row_that_is_cut_and_a_page_that_is_empty_are_seen(tab: Tab, tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{number}<br>x<br>x</td></tr>" for number in range(40))
    path = tmp_path / "page.html"
    path.write_text(f'<table>{rows}</table><p style="break-before:page"></p>'
                    '<p style="break-before:page">x</p>', "utf-8")  # fmt: skip
    tab.open(path)
    printed = Printed(tab.pdf())
    assert printed.cut != []
    assert printed.empty == [len(printed.pages) - 1]
