"""A Word file is one that Word opens: elements in the order of the schema, ids once, texts only text."""

import io
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import given
from hypothesis import strategies as st

from icteregie.escape.unseen import visible
from icteregie.render.paper.docx.text import paragraphs
from icteregie.render.paper.docx.writer import write
from icteregie.render.paper.paper import Break, Drawing, Grid, Head, Heading, Point, Points, Prose, Run
from tests.docx_template import house, png
from tests.test_hostile import HOSTILE
from tests.test_paper_docx import BLOCKS, PAPER, grid, opened, paper, text

# ECMA-376 part 1, 17: the order in which Word expects what is in these elements.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription "
    "tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing "
    "jc hidden",
    "tc": "tcPr p",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "numbering": "numPicBullet abstractNum num",
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
}
NUMBERED = Points((Point(text("een")), Point(text("onder een"), 2), Point(text("twee"))), first=10)
DRAWN = Drawing("<svg/>", "Een balk", text("Wie betaalt"))
ALL = (
    *BLOCKS,
    NUMBERED,
    DRAWN,
    Heading(text("Diep"), 6),
    Break(),
    grid(30, 3, words="samenwerkingsverband", totals=1, caption="Breed"),
    grid(2, 300, caption="Lang"),
    grid(3, 2),
    grid(3, 2),
)
PICTURE = png(1_600, 400)


def drawn(_: str) -> bytes:
    return PICTURE


@pytest.fixture(scope="module", params=["default", "house"])
def document(request: pytest.FixtureRequest) -> Document:
    """Give a paper as it is read back, to be looked at only."""
    return opened(write(paper(*ALL), house() if request.param == "house" else None, drawn))


def trees(document: Document) -> Iterator[tuple[str, object]]:
    yield "document", document.element
    yield "styles", document.styles.element
    yield "numbering", document.part.numbering_part.element
    yield "footer", document.sections[0].footer._element


@pytest.mark.parametrize("name", ORDER)
def test_elements_are_in_the_order_of_the_schema(document: Document, name: str) -> None:
    order = {qn(f"w:{each}"): place for place, each in enumerate(ORDER[name].split())}
    for part, root in trees(document):
        for node in root.iter(qn(f"w:{name}")):  # type: ignore[attr-defined]
            places = [order.get(child.tag, -1) for child in node]
            assert -1 not in places, (part, name, [child.tag for child in node])
            assert places == sorted(places), (part, name, [child.tag for child in node])


@pytest.mark.parametrize(
    ("element", "attribute"),
    [("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name"), ("wp:docPr", "id")],
)
def test_an_id_is_used_once(document: Document, element: str, attribute: str) -> None:
    key = qn(attribute) if ":" in attribute else attribute
    ids = Counter(node.get(key) for node in document.element.iter(qn(element)))
    assert [each for each, count in ids.items() if count > 1 or each is None] == []


def test_every_link_and_page_number_has_its_bookmark(document: Document) -> None:
    body = document.element
    names = {node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))}
    wanted = {node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))}
    assert wanted - names == set()


def test_every_style_that_is_used_is_there(document: Document) -> None:
    used = {
        node.get(qn("w:val"))
        for name in ("pStyle", "rStyle", "tblStyle")
        for node in document.element.iter(qn(f"w:{name}"))
    }
    assert used - {style.style_id for style in document.styles} == set()


def test_every_table_has_the_widths_of_its_columns(document: Document) -> None:
    for table in document.tables:
        columns = [int(node.get(qn("w:w"))) for node in table._tbl.tblGrid]
        for row in table._tbl.tr_lst:
            assert [cell.width and cell.width.twips for cell in row.tc_lst] == columns


def test_no_table_is_wider_than_its_page(document: Document) -> None:
    for section in document.sections:
        sizes = (section.page_width, section.left_margin, section.right_margin)
        width, left, right = (0 if each is None else each.twips for each in sizes)
        for block in section.iter_inner_content():
            if isinstance(block, Table):
                table_width = sum(int(node.get(qn("w:w"))) for node in block._tbl.tblGrid)
                assert table_width <= width - left - right


def test_two_tables_never_run_together(document: Document) -> None:
    tags = [str(node.tag).rpartition("}")[2] for node in document.element.body]
    assert [place for place in range(1, len(tags)) if tags[place - 1] == "tbl" and tags[place] != "p"] == []


def test_a_table_that_is_wider_than_the_page_is_parted() -> None:
    made = opened(write(paper(grid(30, 2, words="samenwerkingsverband", caption="Breed"))))
    captions = [
        each.text for each in made.paragraphs if each.style is not None and each.style.name == "Caption"
    ]
    heads = [cell.text for table in made.tables for cell in table.rows[0].cells[1:]]
    assert captions == [f"Breed ({number} van {len(captions)})" for number in range(1, len(captions) + 1)]
    assert {table.rows[0].cells[0].text for table in made.tables} == {"Kolom 0"}
    assert heads == [f"Kolom {place}" for place in range(1, 30)]


def test_numbers_of_a_list_go_on_where_the_paper_says() -> None:
    made = opened(write(paper(NUMBERED)))
    number = made.paragraphs[2]._p.pPr.numPr.numId.val  # type: ignore[union-attr]
    (num,) = [each for each in made.part.numbering_part.element.num_lst if each.numId == number]
    assert [each.startOverride.val for each in num.lvlOverride_lst] == [10]


def test_a_drawing_is_a_picture_with_words_and_fits_the_page() -> None:
    made = opened(write(paper(DRAWN), draw=drawn))
    (shape,) = made.inline_shapes
    assert shape._inline.docPr.get("descr") == "Een balk"
    assert shape.width.inches == pytest.approx(1_600 / 300, abs=0.01)
    large = opened(write(paper(DRAWN), draw=lambda _: png(4_000, 8_000))).inline_shapes[0]
    assert (large.height.cm < 25, round(large.height / large.width, 2)) == (True, 2.0)


@pytest.mark.parametrize(
    "words", [*HOSTILE, '{ DDEAUTO c:\\\\cmd "/k calc" }', "]]>", "a\u202eb\x00c\x0bd", "\ud800"]
)
def test_a_text_stays_a_text(words: str) -> None:
    made = opened(
        write(
            paper(Prose(text(words)), Heading(text(words), 1), Grid((Head(text(words)),), ((text(words),),)))
        )
    )
    expected = visible(words)
    texts = [
        made.paragraphs[2].text,
        made.paragraphs[3].text,
        *(row.cells[0].text for row in made.tables[0].rows),
    ]
    assert [each.replace("\xa0", " ") for each in texts] == [expected] * 4
    assert list(made.element.iter(qn("w:instrText"), qn("w:hyperlink"), qn("w:fldSimple"))) == []


@given(st.text(max_size=60))
def test_any_text_can_be_read_back(words: str) -> None:
    made = opened(write(paper(Prose((Run(words),)))))
    expected = "\n".join(visible(line) for line in words.replace("\r\n", "\n").replace("\t", " ").split("\n"))
    assert made.paragraphs[2].text.replace("€\xa0", "€ ") == expected.replace("€\xa0", "€ ")


def test_title_and_partnership_can_be_anything() -> None:
    for words in (*HOSTILE, "x" * 5_000, "\x00\n"):
        made = write(replace(PAPER, title=words, partnership=words, state=words))
        assert opened(made).core_properties.title == visible(words.replace("\n", " "))[:255]


def test_alternative_words_can_be_anything() -> None:
    words = 'a\x00"<&'
    caption = Grid((Head(text("a")),), ((text("b"),),), text(words))
    made = opened(write(paper(Drawing("<svg/>", words), caption), draw=drawn))
    assert made.tables[0]._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == 'a\\u0000"<&'
    assert made.inline_shapes[0]._inline.docPr.get("descr") == 'a\\u0000"<&'


def test_the_file_has_no_part_from_the_library() -> None:
    names = sorted(zipfile.ZipFile(io.BytesIO(write(PAPER, draw=lambda _: None))).namelist())
    assert names == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


OFFICE = shutil.which("soffice")


@pytest.mark.skipif(
    OFFICE is None or shutil.which("pdftotext") is None, reason="LibreOffice or poppler is not here"
)
def test_libreoffice_opens_it_and_shows_every_text(tmp_path: Path) -> None:
    assert OFFICE is not None
    (tmp_path / "stuk.docx").write_bytes(write(PAPER, draw=drawn))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), "stuk.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    done = subprocess.run(
        ["pdftotext", "stuk.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    shown = " ".join(done.stdout.replace("\u2011", "-").split())
    missing = [each for each in paragraphs(write(PAPER)) if each not in shown]
    assert missing == []
