"""A paper as a Word file, read back by python-docx: its styles, tables, fields and texts."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from icteregie.messages.catalogue import sentence
from icteregie.render.paper.docx.text import paragraphs
from icteregie.render.paper.docx.writer import write
from icteregie.render.paper.paper import (
    Block,
    Break,
    Drawing,
    Grid,
    Head,
    Heading,
    Paper,
    Point,
    Points,
    Prose,
    Run,
    Text,
)


def text(*words: str) -> Text:
    return tuple(Run(word) for word in words)


def grid(columns: int, rows: int, *, words: str = "instemmen", totals: int = 0, caption: str = "") -> Grid:
    heads = tuple(Head(text(f"Kolom {place}")) for place in range(columns))
    cells = tuple(tuple(text(f"{words} {row}") for _ in range(columns)) for row in range(rows))
    return Grid(heads, cells, text(caption) if caption else (), totals)


MONEY = Grid(
    (Head(text("Lid")), Head(text("2027"), "right")),
    ((text("Utrecht"), text("€ 120.000")), (text("Totaal"), text("€ −120.000"))),
    text("Wat ieder lid betaalt"),
    totals=1,
)
FACTS = Grid((), ((text("Indiener"), text("Utrecht")), (text("Vanaf"), text("2027-Q1"))))
WIDE = grid(9, 3, words="samenwerken")
DRAWING = Drawing("<svg/>", "Utrecht betaalt € 120.000", text("Wie betaalt"))
A4 = (Twips(11906), Twips(16838))
BLOCKS: tuple[Block, ...] = (
    Prose((Run("Wij vragen "), Run("instemming", "strong"), Run(", zie "), Run("Geld", target="geld"))),
    Points((Point(text("een")), Point(text("twee"), 2))),
    Break(),
    Heading(text("Besluiten"), 1, "besluiten"),
    Prose(text("Hieronder staan ze.")),
    Heading(text("Alle initiatieven"), 2, "alle"),
    WIDE,
    Heading(text("Geld"), 1, "geld"),
    MONEY,
    FACTS,
    DRAWING,
)
PAPER = Paper("Agenda 2027", "nl", "G4", "voorstel", date(2026, 9, 24), BLOCKS, has_contents=True)


def paper(*blocks: Block) -> Paper:
    return replace(PAPER, blocks=blocks, has_contents=False)


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def data() -> bytes:
    return write(PAPER)


@pytest.fixture(scope="module")
def document(data: bytes) -> Document:
    return opened(data)


def named(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style is not None and each.style.name == style]


@pytest.mark.parametrize(
    ("style", "texts"),
    [
        ("Title", ["Agenda 2027"]),
        ("Subtitle", ["G4 · voorstel · 24\u00a0september\u00a02026"]),
        ("Heading 1", ["Besluiten", "Geld"]),
        ("Heading 2", ["Alle initiatieven"]),
        ("List Bullet", ["een"]),
        ("List Bullet 2", ["twee"]),
        ("Caption", ["Wat ieder lid betaalt", "Wie betaalt"]),
        ("TOC Heading", ["Inhoud"]),
        ("toc 1", ["Besluiten", "Geld"]),
        ("toc 2", ["Alle initiatieven"]),
    ],
)
def test_a_text_has_the_style_of_what_it_is(document: Document, style: str, texts: list[str]) -> None:
    assert named(document, style) == texts


def test_points_are_numbered_by_their_style(document: Document) -> None:
    points = [each for each in document.paragraphs if each.text in ("een", "twee")]
    assert [each._p.pPr.numPr for each in points if each._p.pPr is not None] == [None, None]
    assert document.styles["List Bullet"].element.find(f".//{qn('w:numId')}") is not None


def test_the_page_is_a4_and_a_wide_table_is_in_landscape(document: Document) -> None:
    sizes = [(each.page_width, each.page_height) for each in document.sections]
    assert sizes == [A4, A4[::-1], A4]


def test_the_short_chapter_of_a_wide_table_goes_with_it(document: Document) -> None:
    blocks = list(document.sections[1].iter_inner_content())
    texts = [each.text for each in blocks if isinstance(each, Paragraph)]
    assert texts == ["Besluiten", "Hieronder staan ze.", "Alle initiatieven", ""]


@pytest.mark.parametrize(
    ("width", "height", "turned"), [(600, 300, 0), (900, 400, 1), (900, 900, 0), (620, 300, 0), (630, 300, 1)]
)
def test_a_drawing_is_on_its_side_where_that_makes_it_larger(width: int, height: int, turned: int) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>'
    made = opened(write(paper(Heading(text("Planning"), 1), Drawing(svg, "balken")), draw=lambda _: None))
    assert sum(each.orientation == WD_ORIENT.LANDSCAPE for each in made.sections) == turned


def rows(document: Document, table: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


def test_a_table_has_its_heads_and_rows(document: Document) -> None:
    assert rows(document, 1) == [["Lid", "2027"], ["Utrecht", "€\xa0120.000"], ["Totaal", "€\xa0−120.000"]]


def test_a_table_without_heads_has_no_empty_row(document: Document) -> None:
    assert rows(document, 2) == [["Indiener", "Utrecht"], ["Vanaf", "2027-Q1"]]


def test_heads_without_words_make_no_row() -> None:
    made = opened(write(paper(Grid((Head(()), Head(text(" "))), ((text("a"), text("b")),)))))
    assert rows(made, 0) == [["a", "b"]]


def test_only_the_row_of_heads_is_repeated(document: Document) -> None:
    repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in document.tables[0].rows]
    assert repeated == [True, False, False, False]


def test_no_row_is_parted(document: Document) -> None:
    every = [row._tr.find(f".//{qn('w:cantSplit')}") for table in document.tables for row in table.rows]
    assert None not in every


def test_a_total_is_strong_and_below_a_rule(document: Document) -> None:
    total = document.tables[1].rows[2].cells[1]
    assert total.paragraphs[0].style is not None
    assert total.paragraphs[0].style.name == "Table Heading"
    assert total._tc.find(f".//{qn('w:tcBorders')}/{qn('w:top')}") is not None


def test_figures_stand_at_the_right(document: Document) -> None:
    cells = document.tables[1].rows[1].cells
    assert [str(cell.paragraphs[0].alignment) for cell in cells] == ["None", "RIGHT (2)"]


def test_the_only_fields_are_those_of_pages_and_contents(document: Document) -> None:
    body = [node.text.split()[0] for node in document.element.iter(qn("w:instrText"))]
    footer = [node.text.split()[0] for node in document.sections[0].footer._element.iter(qn("w:instrText"))]
    assert (set(body), footer) == ({"TOC", "PAGEREF"}, ["PAGE", "NUMPAGES"])


def test_no_field_asks_to_be_updated(document: Document, data: bytes) -> None:
    assert document.settings.element.find(qn("w:updateFields")) is None
    assert b"w:dirty" not in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


@pytest.mark.parametrize("section", [0, 1])
def test_the_footer_says_whose_paper_it_is_its_state_and_day(document: Document, section: int) -> None:
    footer = document.sections[section].footer.paragraphs[0].text
    assert footer == "G4 · Agenda 2027 · voorstel · 24\u00a0september\u00a02026\tpagina 1 van 1"


def test_a_run_leads_to_the_heading_of_its_anchor(document: Document) -> None:
    (link,) = [each for each in document.paragraphs[2].hyperlinks if each.text == "Geld"]
    heading = next(
        each
        for each in document.paragraphs
        if each.style is not None and each.text == "Geld" and each.style.name == "Heading 1"
    )
    assert heading._p.find(qn("w:bookmarkStart")).get(qn("w:name")) == link.fragment


def test_a_run_to_an_anchor_that_is_not_there_is_text() -> None:
    made = opened(write(paper(Prose((Run("zie daar", target="nergens"),)))))
    assert (made.paragraphs[2].text, made.paragraphs[2].hyperlinks) == ("zie daar", [])


def test_emphasis_is_a_style(document: Document) -> None:
    shapes = {each.text: each.style.name for each in document.paragraphs[2].runs}
    assert shapes["instemming"] == "Strong"


@pytest.mark.parametrize(("language", "code"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_language_is_that_of_the_paper(language: str, code: str) -> None:
    made = opened(write(replace(PAPER, language=language)))  # type: ignore[arg-type]
    languages = [node.get(qn("w:val")) for node in made.styles.element.iter(qn("w:lang"))]
    assert (languages, made.core_properties.language) == ([code], code)


def test_the_file_says_whose_it_is_and_nothing_of_the_library(data: bytes) -> None:
    own = opened(data).core_properties
    assert (own.title, own.author, own.last_modified_by) == ("Agenda 2027", "G4", "G4")
    assert (own.content_status, own.comments, own.keywords) == ("voorstel", "", "")
    assert (str(own.created), str(own.modified)) == ("2026-09-24 00:00:00+00:00",) * 2
    parts = zipfile.ZipFile(io.BytesIO(data))
    assert not any(b"python-docx" in parts.read(name) for name in parts.namelist())


def test_the_same_paper_gives_the_same_bytes(data: bytes) -> None:
    assert write(PAPER) == data
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert dates == {(2026, 9, 24, 0, 0, 0)}


def test_a_drawing_that_cannot_be_made_is_replaced_by_its_words() -> None:
    made = opened(write(paper(DRAWING), draw=lambda _: None))
    assert [each.text for each in made.paragraphs][2:] == [
        "Wie betaalt",
        "Utrecht betaalt €\xa0120.000",
        sentence("nl", "paper/no-drawing"),
    ]


def test_a_break_begins_a_page_without_an_empty_one() -> None:
    made = opened(write(paper(Prose(text("een")), Break(), Prose(text("twee")), Break())))
    pages = [(each.text, each.paragraph_format.page_break_before) for each in made.paragraphs]
    assert pages[2:] == [("een", None), ("twee", True)]


def test_a_break_above_all_leaves_the_title_no_page_of_its_own() -> None:
    made = opened(write(paper(Break(), Heading(text("een"), 1))))
    assert made.paragraphs[2].paragraph_format.page_break_before is None


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Agenda", "G4 · Agenda · voorstel · 24\u00a0september\u00a02026"),
        ("A" * 45, "A" * 45 + " · voorstel · 24\u00a0september\u00a02026"),
        ("A" * 90, "voorstel · 24\u00a0september\u00a02026"),
    ],
)
def test_a_footer_stays_on_one_line(title: str, line: str) -> None:
    made = opened(write(replace(PAPER, title=title)))
    assert made.sections[0].footer.paragraphs[0].text.split("\t")[0] == line


def test_a_paper_without_blocks_can_be_opened() -> None:
    assert [each.text for each in opened(write(paper())).paragraphs] == [
        "Agenda 2027",
        "G4 · voorstel · 24\u00a0september\u00a02026",
    ]


def test_the_texts_are_read_back_without_the_contents(data: bytes) -> None:
    assert paragraphs(data)[:8] == (
        "Agenda 2027",
        "G4 · voorstel · 24 september 2026",
        "Wij vragen instemming, zie Geld",
        "een",
        "twee",
        "Inhoud",
        "Besluiten",
        "Hieronder staan ze.",
    )


def test_the_cells_are_read_back_with_plain_spaces_and_hyphens(data: bytes) -> None:
    assert {"€ −120.000", "2027-Q1"} <= set(paragraphs(data))


@pytest.mark.parametrize(("is_one_page", "length"), [(True, 907), (False, 1418)])
def test_a_paper_of_one_page_has_narrow_margins(*, is_one_page: bool, length: int) -> None:
    page = opened(write(replace(PAPER, is_one_page=is_one_page))).sections[0]
    assert (page.left_margin, page.right_margin) == (Twips(length), Twips(length))
    assert (page.page_width, page.page_height) == A4
