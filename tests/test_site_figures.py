"""Every figure on the page is that of its command: each is compared, taken away, and nothing is left."""

import html
import re
from contextlib import suppress

import pytest

from tests import answers
from tests.figure_cards import CARDS
from tests.figure_lists import LISTS
from tests.figure_puzzle import PLAN, PUZZLE
from tests.figure_questions import QUESTIONS
from tests.figure_walk import DAY, Walk, without_texts
from tests.figures import said
from tests.page import Element, read

EDITIONS = {"whole": (), "public": ("--public",)}
WALKS = {**QUESTIONS, **PUZZLE, **LISTS, **CARDS}

WITHOUT_FIGURES = {"about", *(() if PLAN.is_file() else PUZZLE)}
"""Without a plan that is kept of the example, the puzzle has no figure."""


def site(language: str, edition: str) -> str:
    return answers.written("site", "--lang", language, *EDITIONS[edition], day=DAY.isoformat())


@pytest.fixture(scope="module", params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=EDITIONS)
def page(request: pytest.FixtureRequest, language: str) -> Element:
    return read(site(language, str(request.param)))


@pytest.fixture(scope="module")
def dutch() -> str:
    return site("nl", "whole")


def section(page: Element, name: str) -> Element:
    return page.with_class("first")[0] if name == "first" else page.by_id(name)


def walked(section: Element, language: str, name: str) -> list[str]:
    """Walk over a section, and give what is wrong and what is left."""
    walk = Walk(section, language)
    WALKS[name](walk)
    return [*walk.wrong, *(f"from no command: {text}" for text in walk.left())]


@pytest.mark.parametrize("name", WALKS)
def test_every_figure_is_that_of_its_command(page: Element, language: str, name: str) -> None:
    assert walked(section(page, name), language, name) == []


def test_no_section_is_left_out_of_the_walk(page: Element) -> None:
    shown = [each.attributes.get("id", "first") for each in page.all("section")]
    assert sorted(shown) == sorted(WALKS)


def test_outside_the_sections_there_are_only_the_year_and_the_day(page: Element, language: str) -> None:
    around = [each for name in ("title", "header", "nav", "footer") for each in page.all(name)]
    assert len([each for each in around if each.tag != "title" or each.parent == page.all("head")[0]]) == 4
    assert [text for each in around for text in Walk(each, language).left() if "regie" not in text] == []


# What the walk must see: one figure that is another one, at the beginning, in the middle and at the end.


def planted(text: str, name: str, place: int) -> Element:
    """Change one digit of a section, in the first, the middle or the last text with a figure of its own."""
    start = '<section class="first"' if name == "first" else f'<section id="{name}"'
    part = start + text.partition(start)[2].partition("</section>")[0] + "</section>"
    figures = [match for match in re.finditer(r">([^<>]*\d[^<>]*)<", part) if _is_a_figure(match[1])]
    match = figures[(0, len(figures) // 2, -1)[place]]
    digit = re.search(r"\d(?=\D*$)", match[1])
    assert digit
    at = match.start(1) + digit.start()
    return read(f"{part[:at]}{(int(part[at]) + 7) % 10}{part[at + 1 :]}")


def _is_a_figure(text: str) -> bool:
    text = " ".join(html.unescape(text).split())
    return without_texts(text) == text and said(text, "nl") not in ([], [2027], [DAY])


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("name", [name for name in WALKS if name not in WITHOUT_FIGURES])
def test_a_figure_that_is_changed_is_seen(dutch: str, name: str, place: int) -> None:
    # Where the figure is what a row is looked up by, there is no such row.
    with suppress(KeyError, ValueError):
        assert walked(planted(dutch, name, place), "nl", name) != []
