"""Where the lines and pages of a paper end: dates, columns, points, factsheets, introductions."""

import io
from pathlib import Path
from typing import Any

import pytest

from icteregie.messages.formats import unparted
from icteregie.render.paper.paper import Break, Grid, Heading, Paper, Point, Points, Prose, plain
from icteregie.render.paper.pdf.writer import write as write_pdf
from icteregie.render.paper.split import split
from icteregie.render.paper.widths import is_pair, measured, spread
from tests import desk
from tests.papers import grid, needs_poppler, pages, paper, prose, shown, text

docx = pytest.importorskip("docx", reason="python-docx (the extra docx) isn't here")
from docx.oxml.ns import qn  # noqa: E402 - only where it is

from icteregie.render.paper.docx import write  # noqa: E402
from icteregie.render.paper.docx.widths import Columns, columns, is_wide, lines_of, width_of  # noqa: E402


def texts(made: Paper) -> list[str]:
    return [plain(block.text) for block in made.blocks if isinstance(block, Prose)]


def opened(made: Paper) -> Any:
    return docx.Document(io.BytesIO(write(made, draw=lambda _: None)))


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("op 8 oktober 2026 en", "op 8~oktober~2026 en"),
        ("okt 2027 – Q2 2028", "okt~2027~– Q2~2028"),
        ("€ 1.250 – 1.500", "€~1.250~– 1.500"),
        ("On 1 May 2027", "On 1~May~2027"),
        ("kans × gevolg ≥ 9", "kans × gevolg ≥~9"),
        ("3 keuzes in 2027", "3 keuzes in 2027"),
    ],
)
def test_no_line_ends_within_a_date_or_an_amount(words: str, whole: str) -> None:
    assert unparted(words).replace("\u00a0", "~") == whole


def test_small_wishes_are_met_before_large_ones() -> None:
    assert spread(100, [10, 20, 200, 100]) == [10, 20, 47, 23]


def test_no_more_is_spread_than_is_wished() -> None:
    assert spread(100, [10, 0, 20]) == [10, 0, 20]


def test_what_introduces_parts_is_at_the_head_of_each() -> None:
    made = paper(
        *(Break("E-00"), Heading(text("Bijlage E"), 1), prose("Hele lijst.")),
        *(Break("E-01"), Heading(text("Delft"), 2), grid("a|b", "1|2")),
        *(Break("E-02"), Heading(text("Gouda"), 2), grid("a|b", "3|4")),
        *(Break("F"), Heading(text("Bijlage F"), 1), prose("Geen.")),
    )
    parts = [
        (name, [plain(block.text) for block in each.blocks if isinstance(block, Prose)])
        for name, each in split(made)
    ]
    assert parts == [("E-01", ["Hele lijst."]), ("E-02", ["Hele lijst."]), ("F", ["Geen."])]


def test_the_first_member_follows_the_introduction_of_its_annex_on_the_same_page() -> None:
    done = desk.regie("agenda", "-C", desk.EXAMPLE, "--year", "2027", "--lang", "nl", "--format", "html")
    annex = done.stdout.partition("Bijlage E. Per lid</h2>")[2]
    assert "Amsterdam</h3>" in annex.partition('<div class="chapter">')[0]


def test_the_contents_end_before_the_section_does() -> None:
    wide = grid("|".join(f"Kolom{number}:" for number in range(12)), "|".join(["1.000.000"] * 12))
    made = opened(paper(prose("Kort."), Break(), Heading(text("Een"), 1), wide, has_contents=True))
    ends = [
        each for each in made.element.body.iter(qn("w:p")) if each.find(f".//{qn('w:sectPr')}") is not None
    ]
    assert ends
    assert [list(each.iter(qn("w:fldChar"))) for each in ends] == [[] for _ in ends]


def test_a_factsheet_stays_on_one_page_in_word() -> None:
    facts = Grid((), tuple((text(f"Kenmerk {n}"), text("waarde")) for n in range(20)))
    (table,) = opened(paper(facts)).tables
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]
    assert kept == [True] * 19 + [False]


def test_the_note_below_a_table_stays_with_its_end_in_word() -> None:
    rows = grid("Nr.|Wat", *(f"{n}|Tekst" for n in range(40)))
    (table,) = opened(paper(rows, prose("Zie hoofdstuk 3."))).tables
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]
    assert kept == [True] + [False] * 38 + [True] * 2


def test_a_point_stays_on_one_page_in_a_pdf() -> None:
    lines = "\n".join(f"regel {n}" for n in range(12))
    shown = pages(*(prose(f"Alinea {n}.") for n in range(42)), Points((Point(text(f"{lines}")),)))
    assert [("regel 0 " in page, "regel 11" in page) for page in shown] == [(False, False), (True, True)]


def test_the_annex_of_a_progress_report_has_one_table_of_all_projects_by_title() -> None:
    words = ("status", "-C", desk.EXAMPLE, "--lang", "nl", "--format", "html", "--today", "2026-09-24")
    annex = desk.regie(*words).stdout.partition("Bijlage. Alle projecten</h2>")[2]
    assert annex.count("<table") == 1
    assert "Batchplanning UC4 uitzetten" in annex


@pytest.mark.parametrize("words", ["15 mrt 2027 – 30 sep 2027", "Q1 2027 – Q2 2027", "oranje / groen"])
def test_a_column_is_as_wide_as_a_period_and_as_two_colours(words: str) -> None:
    title = "Vastleggen wie welke gegevens inziet over alle systemen van de gemeenten heen " * 3
    wide = grid("a|b|c|d", *(f"{title}|{title}|{title}|{words}" for _ in range(9)))
    assert columns(wide, 17, 1)[3].least >= width_of(words) * 17 / 100
    assert measured(wide).weights[3] >= len(words)


@pytest.mark.parametrize(
    "words",
    ["1 oktober 2027 – 31 december 2027", "Delft en Gouda – samen met Utrecht", "een dienst", "a\n–b"],
)
def test_other_texts_may_take_more_lines(words: str) -> None:
    assert not is_pair(unparted(words))


def test_amounts_that_just_fit_take_one_line() -> None:
    amounts = grid("a:|b:|c:|d:", *("1.421.184|22.123|1.446.541|476.384" for _ in range(8)))
    fit = tuple(each.least for each in columns(amounts, 17, 1))
    assert [lines_of(row, Columns(fit, 17), 1) for row in amounts.rows] == [1] * 8


def test_what_follows_the_contents_has_space_above_it() -> None:
    made = paper(
        Heading(text("Een"), 1),
        grid("|".join("abcdefghijkl"), "|".join(["verantwoordelijkheid"] * 12)),
        Break(),
        Heading(text("Twee"), 1),
        prose("Zo."),
        has_contents=True,
    )
    styled = {each.text: each.paragraph_format.space_before for each in opened(made).paragraphs}
    assert (styled["Inhoud"], styled["Twee"]) == (0, None)


def test_a_paper_with_short_contents_has_no_page_of_contents() -> None:
    made = pages(prose("Eerst."), Break(), Heading(text("Een"), 1), prose("Zo."), has_contents=True)
    assert [each.count("Een") for each in made] == [0, 2]


@needs_poppler
def test_no_title_parts_a_date(tmp_path: Path) -> None:
    words = "Geannoteerde agenda van het Directeuren Uitvoering Overleg, 8 oktober 2026"
    pdf = write_pdf(paper(prose("Zo."), title=words))
    first, second, *_ = shown(pdf, tmp_path).splitlines()
    assert second.replace("\u00a0", " ").endswith("8 oktober 2026"), (first, second)


def test_a_cramped_table_of_many_columns_is_in_landscape_in_word() -> None:
    words = "een plan voor klantcontact in de cloud en een nieuw platform voor bellen en chatten " * 3
    amounts = "|".join(["-11.141.346"] * 6)
    spacious, cramped = (grid("a|b:|c:|d:|e:|f:|g:", f"{each}|{amounts}") for each in ("plan", words))
    assert [is_wide(each, 9_070, 1) for each in (spacious, cramped)] == [False, True]


def test_a_table_of_few_tall_rows_may_part() -> None:
    tall = grid("a|b", *(f"{number}|{'uitkomst is een advies ' * 26}" for number in range(8)))
    first, second = pages(*map(prose, ["Vooraf."] * 24), Heading(text("Lijst"), 1), measured(tall))
    assert ("Lijst" in first, "uitkomst" in first, "uitkomst" in second) == (True, True, True)
