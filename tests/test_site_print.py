"""The page on paper: printed to PDF by Chromium and read back page by page."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import desk
from tests.chromium import chromium
from tests.drawing import missing
from tests.page import Element, read

MOST_PAGES = 22
"""Of the example with its 41 initiatives; docs/performance.md has the goal."""
FOOT = re.compile(r"pagina (\d+) van (\d+) Coöperatie De Vier Steden · voorstel · 24 september 2026( · \w+)?")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site") / "page.html"
    made = desk.regie("site", "-C", desk.EXAMPLE, "--lang", "nl", "--today", "2026-09-24", "-o", path)
    assert made.returncode == 0, made.stderr
    return path


@pytest.fixture(scope="module")
def html(page: Path) -> Element:
    return read(page.read_text("utf-8"))


def printed(page: Path) -> list[str]:
    """Give the text of each page, with one space between words."""
    program = shutil.which("pdftotext")
    if program is None:
        missing("pdftotext is not here; it is in poppler-utils")
    with chromium() as running:
        tab = running.tab()
        tab.open(page)
        pdf = page.with_suffix(".pdf")
        pdf.write_bytes(tab.pdf())
    text = subprocess.run([program, "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return [" ".join(each.split()) for each in text.split("\f")[:-1]]


@pytest.fixture(scope="module")
def pages(page: Path) -> list[str]:
    return printed(page)


def words_of(element: Element) -> str:
    return " ".join(element.words.split())


def begins(html: Element, pages: list[str], anchor: str) -> int:
    """Give the page on which a section begins, counted from 1."""
    heading = words_of(html.by_id(f"h-{anchor}")).replace("\u00a0", " ")
    return next(number for number, text in enumerate(pages, 1) if heading in text.replace("\u00a0", " "))


def test_the_first_page_is_the_first_screen(html: Element, pages: list[str]) -> None:
    assert (begins(html, pages, "first"), begins(html, pages, "asked")) == (1, 2)


def test_what_runs_on_onto_the_first_page_is_seen(html: Element, page: Path, tmp_path: Path) -> None:
    changed = tmp_path / "page.html"
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text("utf-8"))
    changed.write_text(text.replace("#asked{break-before:page}", ""), "utf-8")
    assert begins(html, printed(changed), "asked") == 1


def test_no_page_is_empty(pages: list[str]) -> None:
    assert [number for number, text in enumerate(pages, 1) if len(FOOT.sub("", text).split()) < 20] == []


def test_every_page_says_what_it_is_of_and_which_it_is(pages: list[str]) -> None:
    feet = [FOOT.search(text) for text in pages]
    assert [foot and foot.groups()[:2] for foot in feet] == [
        (str(number), str(len(pages))) for number in range(1, len(pages) + 1)
    ]


def test_no_row_of_the_list_is_cut(html: Element, pages: list[str]) -> None:
    letters = [re.sub(r"\W", "", text) for text in pages]
    rows = [re.sub(r"\W", "", row.all("th")[0].words) for row in html.by_id("list").all("tr")[1:]]
    assert [row for row in rows if not any(row in text for text in letters)] == []


# What is left out on paper is said, in a line that isn't on the screen.


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def test_each_section_that_is_printed_in_part_says_so(html: Element, pages: list[str]) -> None:
    shortened = [part for part in html.with_class("part") if part.with_class("screen")]
    notes = [[plain(note.words) for note in part.with_class("on-paper")] for part in shortened]
    assert [part.attributes["id"] for part, own in zip(shortened, notes, strict=True) if len(own) != 1] == []
    every = plain(" ".join(pages))
    assert [note for own in notes for note in own if note not in every] == []


def test_a_card_is_printed_without_what_the_papers_have(pages: list[str]) -> None:
    every = " ".join(pages)
    assert "Er is nog geen plek waar een medewerker een voorspelling kan tegenhouden" in every
    assert "Chief Data Officer Rotterdam" not in every
    assert "initiatives/algorithms/ai-toezicht.md" not in every


def test_the_screen_shows_what_paper_leaves_out(page: Path) -> None:
    with chromium() as running:
        tab = running.tab()
        tab.open(page)
        for shown, look in ((True, "screen"), (False, "on-paper")):
            heights = f"[...document.querySelectorAll('.{look}')].map((each) => each.offsetHeight > 0)"
            assert set(tab.value(heights)) == {shown}


def test_the_example_takes_few_pages(pages: list[str]) -> None:
    assert len(pages) <= MOST_PAGES


def test_no_head_of_a_table_stays_behind_on_the_page_before_its_rows(html: Element, pages: list[str]) -> None:
    heads = {re.sub(r"\W", "", head.words) for head in html.all("thead")}
    ends = [re.sub(r"\W", "", FOOT.sub("", text)) for text in pages]
    assert [number for number, end in enumerate(ends, 1) if any(map(end.endswith, heads - {""}))] == []


def test_the_measure_of_a_figure_stands_above_it(pages: list[str]) -> None:
    assert [number for number, text in enumerate(pages, 1) if "Kosten van 2027 tot en met 2030" in text] == [
        number for number, text in enumerate(pages, 1) if "in de tabel het hele bedrag" in text
    ]
