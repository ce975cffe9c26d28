"""The page of 600 initiatives: its size, the stops that the keyboard makes, and how links are reached."""

import gzip
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import desk
from tests.chromium import Chromium, Tab, chromium
from tests.desk import ROOT

SIZE = 600
MOST_STOPS = 400
MOST_COMPRESSED, MOST_OF_SCRIPT = 900_000, 8_000
FOCUSED = "document.activeElement"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    maker = ROOT / "benchmarks" / "portfolio.py"
    subprocess.run([sys.executable, str(maker), str(SIZE), str(folder)], check=True)
    path = folder / "page.html"
    made = desk.regie("site", "-C", folder, "--year", "2030", "--today", "2026-10-09", "-o", path)
    assert made.returncode == 0, made.stderr
    return path


@pytest.fixture(scope="module")
def running() -> Iterator[Chromium]:
    with chromium() as started:
        yield started


@pytest.fixture
def tab(running: Chromium, page: Path) -> Tab:
    tab = running.tab()
    tab.open(page)
    return tab


def stops(tab: Tab) -> int:
    """Press Tab until the page is left, or more often than is allowed."""
    count = 0
    while count <= MOST_STOPS:
        tab.press("Tab")
        if tab.value(f"{FOCUSED} === document.body"):
            break
        count += 1
    return count


def focus(tab: Tab, selector: str) -> None:
    tab.value(f"document.querySelector({selector!r}).focus()")


def focused(tab: Tab) -> str:
    place: str = tab.value(f'{FOCUSED}.closest(".part").id + " " + {FOCUSED}.getAttribute("href")')
    return place


def test_it_shows_all_initiatives_and_stays_small(page: Path) -> None:
    assert page.read_text("utf-8").count('<article class="card"') == SIZE
    assert len(gzip.compress(page.read_bytes())) <= MOST_COMPRESSED


def test_its_script_is_small() -> None:
    assert (ROOT / "templates" / "site" / "script.js").stat().st_size <= MOST_OF_SCRIPT


def test_the_keyboard_makes_few_stops(tab: Tab) -> None:
    assert 20 < stops(tab) <= MOST_STOPS


def test_too_many_stops_are_seen(tab: Tab) -> None:
    tab.value('document.querySelectorAll("#list a").forEach((link) => (link.tabIndex = 0))')
    assert stops(tab) > MOST_STOPS


def hrefs(tab: Tab, selector: str) -> list[str]:
    every: list[str] = tab.value(
        f"[...document.querySelectorAll({selector!r})].map((link) => link.getAttribute('href'))"
    )
    return every


@pytest.mark.parametrize("section", ["initiatives", "timeline", "calendar", "waiting"])
def test_arrows_go_from_link_to_link(tab: Tab, section: str) -> None:
    every = hrefs(tab, f"#{section} a:not(.graph a)")
    focus(tab, f'#{section} a[tabindex="0"]')
    walk = [focused(tab)]
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "End", "ArrowDown", "Home"):
        tab.press(key)
        walk.append(focused(tab))
    places = [every[at] for at in (0, 1, 2, 1, -1, -1, 0)]
    assert walk == [f"{section} {href}" for href in places]


def test_arrows_skip_what_is_filtered_out(tab: Tab) -> None:
    name = hrefs(tab, "#list a")[-1]
    tab.value(
        f'(() => {{ const q = document.getElementById("q"); q.value = "{name[3:].rpartition("-")[2]}"; '
        'q.dispatchEvent(new Event("input")); })()'
    )
    assert hrefs(tab, '#list a[tabindex="0"]') == [name]


def test_a_card_has_stops_while_one_is_in_it(tab: Tab) -> None:
    link = '.card a[tabindex="0"]'
    assert hrefs(tab, link) == []
    name = tab.value("document.querySelector('.card a').closest('.card').id")
    focus(tab, f"#list a[href='#{name}']")
    tab.press("Enter")
    assert tab.value(f"{FOCUSED}.id") == name
    assert hrefs(tab, link) == hrefs(tab, f"#{name} a")
    tab.press("Tab")
    assert tab.value(f"{FOCUSED}.closest('.card').id") == name
    focus(tab, "#q")
    assert hrefs(tab, link) == []


def test_only_a_region_that_scrolls_is_a_stop(tab: Tab) -> None:
    tab.size(320)
    tab.value('document.querySelectorAll(".part").forEach((e) => (e.style.contentVisibility = "visible"))')
    tab.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    regions = tab.value(
        '[...document.querySelectorAll(".scroll")].map((e) => [e.scrollWidth > e.clientWidth, e.tabIndex])'
    )
    assert {(scrolls, stop) for scrolls, stop in regions} == {(True, 0), (False, -1)}
