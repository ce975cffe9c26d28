"""Templates as municipalities have them: a paper in each looks like the house, and can be read."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from icteregie.render.paper.docx.package import unpack
from icteregie.render.paper.docx.styles import missing_styles
from icteregie.render.paper.docx.writer import write
from icteregie.render.paper.paper import Break, Grid, Heading, Prose
from icteregie.render.paper.word_file import WordFileError
from tests.docx_template import OWN_WORDS, changed, house, png, saved
from tests.house_templates import (
    RED,
    as_template,
    dutch,
    letter,
    numbered,
    plain,
    with_own_table,
)
from tests.test_paper_docx import PAPER, opened, text

TOUCHING = replace(
    PAPER,
    blocks=(
        Prose(text("Wij vragen.")),
        Break(),
        Heading(text("1. Aanleiding"), 1),
        Grid((), ((text("Indiener"), text("Utrecht")),)),
        Heading(text("2. Resultaat"), 1),
        Prose(text("Hieronder staan ze.")),
        Grid((), ((text("Indiener"), text("Utrecht")),)),
    ),
    has_contents=True,
)
HOUSES: dict[str, Callable[[], bytes]] = {
    "Dutch ids": lambda: dutch(saved(plain())),
    "Dutch names": lambda: dutch(saved(plain()), has_dutch_names=True),
    "numbered": numbered,
    "letter": letter,
    "own table": with_own_table,
}


@pytest.mark.parametrize("name", HOUSES)
def test_the_headings_of_a_house_stay_whatever_it_calls_them(name: str) -> None:
    template = HOUSES[name]()
    assert [each for each in missing_styles(template) if each.startswith(("heading", "Title"))] == []
    headings = [
        (each.style.name, each.style.font.color.rgb)
        for each in opened(write(PAPER, template)).paragraphs
        if each.text == "Besluiten" and each.style is not None
    ]
    assert ("Heading 1", RED) in headings


@pytest.mark.parametrize("name", HOUSES)
def test_nothing_of_the_text_of_a_house_comes_along(name: str) -> None:
    made = unpack(write(PAPER, HOUSES[name]()))
    assert [path for path, content in made.items() if OWN_WORDS.encode() in content] == []


def test_a_style_of_a_house_with_a_dutch_name_beside_that_of_word_keeps_its_own() -> None:
    template = plain()
    template.styles.add_style("Kop 1", WD_STYLE_TYPE.PARAGRAPH)
    styles = opened(write(PAPER, saved(template))).styles.element
    names = [node.get(qn("w:val")) for node in styles.iter(qn("w:name"))]
    assert sorted(name for name in names if name in ("heading 1", "Kop 1")) == ["Kop 1", "heading 1"]


def test_a_template_in_dutch_lacks_no_style() -> None:
    assert missing_styles(dutch(saved(plain()), has_dutch_names=True)) == ()


def test_a_dotx_gives_the_same_paper_as_a_docx() -> None:
    assert write(PAPER, as_template(house())) == write(PAPER, house())


@pytest.mark.parametrize(
    "kind",
    [b"vnd.ms-word.document.macroEnabled.main+xml", b"vnd.ms-word.template.macroEnabledTemplate.main+xml"],
)
def test_a_file_with_macros_is_refused(kind: bytes) -> None:
    plain_kind = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with pytest.raises(WordFileError, match="word-macros"):
        write(PAPER, changed(house(), {}, replace=(plain_kind, kind)))


def test_a_letter_keeps_both_logos_and_the_headers_of_its_pages() -> None:
    made = write(PAPER, letter())
    section = opened(made).sections[0]
    pictures = [
        len(list(each._element.iter(qn("a:blip")))) for each in (section.first_page_header, section.header)
    ]
    assert pictures == [1, 1]
    assert {png(360, 120), png(180, 60)} <= set(unpack(made).values())
    assert section.even_page_header.paragraphs[0].text == "Even bladzijde"


def test_each_footer_of_a_letter_ends_with_our_line() -> None:
    section = opened(write(PAPER, letter())).sections[0]
    footers = (section.first_page_footer, section.footer, section.even_page_footer)
    ours = "G4 · Agenda 2027 · voorstel · 24\u00a0september\u00a02026 · pagina 1 van 1"
    assert [[each.text for each in footer.paragraphs] for footer in footers] == [
        ["Stadhuisplein 1, Voorbeeld", ours],
        ["Gemeente Voorbeeld", ours],
        ["Gemeente Voorbeeld, even", ours],
    ]


def sizes_of_our_line(template: bytes) -> set[float | None]:
    line = opened(write(PAPER, template)).sections[0].footer.paragraphs[-1]
    return {each.font.size and each.font.size.pt for each in line.runs}


def test_our_line_is_small_where_the_footer_of_the_house_is_as_large_as_its_text() -> None:
    assert sizes_of_our_line(saved(plain())) == {8}


def test_our_line_is_as_the_footer_of_the_house_where_that_is_small() -> None:
    assert sizes_of_our_line(letter()) == {None}


def test_a_house_that_numbers_headings_gives_no_second_number() -> None:
    document = opened(write(TOUCHING, numbered()))
    heads = [
        each for each in document.paragraphs if each.style is not None and "eading" in str(each.style.name)
    ]
    own = [each._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") for each in heads]
    assert [each.text for each in heads] == ["Inhoud", "1. Aanleiding", "2. Resultaat"]
    assert [each is not None and each.get(qn("w:val")) for each in own] == ["0", "0", "0"]


def test_a_house_without_numbers_gets_no_mark_of_them() -> None:
    document = opened(write(TOUCHING, house()))
    heading = next(each for each in document.paragraphs if each.text == "1. Aanleiding")
    assert list(heading._p.iter(qn("w:numPr"))) == []


def test_nothing_touches_a_table_in_a_house_without_space() -> None:
    document = opened(write(TOUCHING, numbered()))
    spaces = {
        each.text: (each.paragraph_format.space_before, each.paragraph_format.space_after)
        for each in document.paragraphs
    }
    points = {words: [space and space.pt for space in pair] for words, pair in spaces.items()}
    assert points["1. Aanleiding"][1] == 3
    assert points["2. Resultaat"][0] == 8
    assert points["Hieronder staan ze."][1] == 3


def test_the_table_that_a_template_shows_is_the_style_of_tables() -> None:
    template = with_own_table()
    assert missing_styles(template) == ()
    assert {each.style.name for each in opened(write(PAPER, template)).tables if each.style} == {
        "Huisstijltabel"
    }


def test_a_template_that_ends_on_its_side_gives_an_upright_paper() -> None:
    section = opened(write(PAPER, with_own_table())).sections[0]
    assert section.orientation == WD_ORIENT.PORTRAIT
    assert section.page_width is not None
    assert round(section.page_width.cm) == 21
