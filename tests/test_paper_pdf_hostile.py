"""What a file may hold, in a PDF: text stays text, nothing is lost, and nothing runs off the page."""

import re
from pathlib import Path

import pytest

from icteregie.escape.typst import typst
from icteregie.render.paper.paper import Drawing, Grid, Head, Heading, Point, Points, Prose
from icteregie.render.paper.pdf.words import BETWEEN_WORDS, HYPHENS, parted
from icteregie.render.paper.pdf.writer import write
from icteregie.render.paper.widths import measured
from tests.papers import drawing, grid, needs_poppler, pages, paper, prose, read, reader, shown, text

HOSTILE = (
    '#eval("1 + 1")',
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd")',
    "#set page(width: 1cm)",
    "$x^2$ $ sum $",
    "back\\slash \\u{41} \\",
    "\"quoted\" and 'single'",
    "https://example.org // no comment /* neither */",
    "*bold* _emph_ `code` ```raw```",
    "= Heading",
    "- point",
    "@label <label>",
    "~ -- --- ... [brackets] {braces}",
    "{number} van {total}",
    "<script>alert(1)</script> &amp;",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_text_stays_text(words: str) -> None:
    body = pages(prose(words))[0]
    assert words in body


@pytest.mark.parametrize("words", HOSTILE)
def test_text_stays_text_wherever_it_stands(words: str) -> None:
    table = Grid((Head(text(words)),), ((text(words, "strong"),),), text(words))
    blocks = (Heading(text(words), 1, words), table, Points((Point(text(words, "italic", words)),)))
    pdf = read(*blocks, title=words, has_contents=True)
    assert pdf.metadata.title == words
    whole = "".join(page.extract_text() for page in pdf.pages)
    assert re.sub(r"\s", "", whole).count(re.sub(r"\s", "", words)) >= 6


@needs_poppler
def test_text_is_read_back_by_poppler_too(tmp_path: Path) -> None:
    shown_text = shown(write(paper(*map(prose, HOSTILE))), tmp_path, "-layout")
    assert [words for words in HOSTILE if words not in shown_text] == []


SIGNS = "€ – — − · × ± ≤ ≥ → ← ▲ ▼ ◆ ◷ ○ ◔ ◑ ● ■ ∥ ✓ « » „ ” ‘ ’ … § ° é ë ï ö Δ ≈ ∑"


@pytest.mark.parametrize("sign", SIGNS.split())
def test_a_sign_of_the_documents_is_shown(sign: str) -> None:
    assert f"a {sign} b" in pages(prose(f"a {sign} b"))[0]


def test_a_cross_is_shown_as_the_cross_that_the_fonts_have() -> None:
    assert "a × b" in pages(prose("a ✕ b"))[0]


@pytest.mark.parametrize("words", ["نص عربي", "Ελληνικά", "Кирилица", "Łódź", "Ðéjà ŷ"])
def test_other_scripts_that_the_fonts_have_are_shown(words: str) -> None:
    assert "\\u" not in pages(prose(words))[0]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("a 漢字 b", r"a \u6f22\u5b57 b"),
        ("a 👩 b", r"a \U0001f469 b"),
        ("a \ue000 b", r"a \ue000 b"),
        ("a \U0010fffd b", r"a \U0010fffd b"),
    ],
)
def test_what_no_font_has_is_shown_as_its_code(words: str, codes: str) -> None:
    assert codes in pages(prose(words))[0]


def test_what_no_font_has_is_shown_as_its_code_in_the_title() -> None:
    pdf = read(prose("a"), title="漢")
    assert pdf.metadata.title == "\\u6f22"


def test_what_no_font_has_is_shown_as_its_code_in_a_drawing() -> None:
    assert "a \\u6f22 b" in pages(Drawing(drawing("a 漢 b"), "Een balk"))[0]


@pytest.mark.parametrize(
    ("words", "codes"), [("a\0b", r"a\u0000b"), ("a\u202eb", r"a\u202eb"), ("a\u200bb", r"a\u200bb")]
)
def test_what_cannot_be_seen_is_shown_as_its_code(words: str, codes: str) -> None:
    assert typst(words) == codes
    assert codes in pages(prose(words))[0]


def edges(pdf: bytes, folder: Path) -> list[tuple[float, float, float, float]]:
    """Give the left and right edge of every word, with the size of its page."""
    found = []
    for page in shown(pdf, folder, "-bbox").split("<page ")[1:]:
        wide, high = (float(each) for each in re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
        for box in re.findall(r'xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="([\d.-]+)"', page):
            left, right, low = map(float, box)
            found.append((left, right - wide, low - high, wide))
    return found


WORD = "x" * 100_000


@needs_poppler
@pytest.mark.parametrize(
    "word",
    [WORD, "W" * 3_000, "https://example.org/" + "a" * 500, "漢" * 300],
    ids=["x", "W", "address", "no-font"],
)
def test_no_word_runs_off_the_page(tmp_path: Path, word: str) -> None:
    table = measured(grid("Lid|Tekst|Bedrag:", f"Utrecht|{word[:3000]}|€\u00a01"))
    pdf = write(paper(prose(word), Points((Point(text(word[:3000]), 6),)), table))
    assert [box for box in edges(pdf, tmp_path) if box[0] < 0 or box[1] > 0 or box[2] > 0] == []


def test_a_word_of_100_000_letters_is_whole() -> None:
    body = "".join(page.extract_text() for page in reader(write(paper(prose(WORD)))).pages)
    assert body.count("x") >= len(WORD)


@needs_poppler
def test_a_dutch_word_parts_at_its_hyphens(tmp_path: Path) -> None:
    word = "informatiebeveiligingsbeleidsmedewerkers"
    narrow = Grid((Head(text("A")), Head(text("B"))), ((text(word), text("x")),), weights=(24, 70))
    lines = shown(write(paper(narrow)), tmp_path).splitlines()
    parts = {"in-for-ma-tie-be-vei-li-gings-be-leids-me-de-wer-kers"[:at] for at in range(60)}
    points = {part.replace("-", "") for part in parts if part.endswith("-")}
    assert [line for line in lines if line.endswith("\u00ad") and line[:-1] in points]


def test_a_word_that_fits_is_not_parted() -> None:
    assert list(parted("een gewoon woord", 20)) == [("een gewoon woord", BETWEEN_WORDS)]


def test_a_long_word_is_parted_by_its_language() -> None:
    words = "het informatiebeveiligingsbeleid van"
    assert list(parted(words, 20)) == [
        ("het ", BETWEEN_WORDS),
        ("informatiebeveiligingsbeleid", HYPHENS),
        (" van", BETWEEN_WORDS),
    ]


def test_a_long_word_of_no_language_is_parted_after_some_letters() -> None:
    assert list(parted("x" * 30, 20)) == [("x" * 30, 10)]


def test_points_of_any_depth_are_shown() -> None:
    points = Points(tuple(Point(text(f"punt {n}."), n) for n in range(1, 500)))
    body = " ".join(pages(points))
    assert re.findall(r"punt (\d+)\.", body) == [str(n) for n in range(1, 500)]


def test_a_title_of_any_length_leaves_the_foot_of_the_page_small() -> None:
    first = pages(prose("a"), title="titel " * 200)[0]
    assert "… voorstel, 27 november 2026 · pagina 1 van" in first


def test_nothing_but_a_title_is_a_paper() -> None:
    assert "Ontwikkelagenda 2027" in pages()[0]


def test_an_empty_heading_and_an_empty_table_are_no_error() -> None:
    empty = Grid((Head(text("Lid")),), ())
    assert "Lid" in pages(Heading((), 1), empty, Grid((), ()), Points(()), Prose(()))[0]
