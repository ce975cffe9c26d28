"""Every form of a table gives back what went in, whatever the texts hold."""

import csv
import io
import json
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from icteregie.escape.csv import csv_cell
from icteregie.escape.terminal import terminal
from icteregie.portfolio.period import Period
from icteregie.render.tables import csv as table_csv
from icteregie.render.tables import json as table_json
from icteregie.render.tables import md as table_md
from icteregie.render.tables import rich as table_rich
from icteregie.render.tables import text as table_text
from icteregie.render.tables.table import Column, Table, cell

PERIOD = Period(start="2027-Q1", end="2027-11")  # type: ignore[arg-type]
COLUMNS = (
    Column("title", "Titel"),
    Column("one_off", "Eenmalig", "euros"),
    Column("agenda", "Agenda", "number"),
    Column("submitted", "Ingediend", "date"),
    Column("period", "Periode", "period"),
    Column("participants", "Deelnemers"),
    Column("status", "Status"),
)
HOSTILE = [
    "a | b",
    "regel één\nregel twee",
    "<script>alert(1)</script>",
    "=1+1",
    "@name",
    "-2",
    "http://x.nl",
    "`code`",
    "a \\ b \\| c",
    "**vet** _schuin_ ~~weg~~",
    "[tekst](http://x)",
    "![plaatje](http://x)",
    "&amp; &lt;",
    "# kop",
    "1. lijst",
    "\u202eomgekeerd",
    "\x1b[31mrood",
    "[/] :skull:",
    '"aan" en \'halen',
    "komma, punt; tab\teind",
    "---",
    "",
    "日本 é",
]
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))


def table(*titles: str) -> Table:
    rows = (
        (
            cell(title, "text", "nl"),
            cell(1250000, "euros", "nl"),
            cell(2027, "number", "nl"),
            cell(date(2026, 5, 18), "date", "nl"),
            cell(PERIOD, "period", "nl"),
            cell(("utrecht", "den-haag"), "text", "nl"),
            cell("on-hold", "text", "nl", "status"),
        )
        for title in titles
    )
    return Table(COLUMNS, tuple(rows))


class Cells(HTMLParser):
    """Collects the text of every cell, and every tag that is not of a table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: list[str] = []
        self.strange: list[str] = []
        self.is_inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in ("td", "th"):
            self.is_inside = True
            self.cells.append("")
        elif tag not in ("table", "thead", "tbody", "tr"):
            self.strange.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = self.is_inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.is_inside:
            self.cells[-1] += data


def shown(markdown: str) -> Cells:
    """Render Markdown with tables, and read the cells back."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    reader = Cells()
    reader.feed(html)
    return reader


def one_ending(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def flat(text: str) -> str:
    return terminal(" ".join(text.split()))


@given(st.lists(TEXTS, min_size=1, max_size=3))
@example(HOSTILE)
def test_csv_is_read_back_as_it_was(titles: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(table_csv.render(table(*titles)), newline="")))
    assert [row["title"] for row in rows] == [one_ending(csv_cell(title)) for title in titles]
    assert rows[0] | {"title": ""} == {
        "title": "",
        "one_off": "1250000",
        "agenda": "2027",
        "submitted": "2026-05-18",
        "period": "2027-Q1/2027-11",
        "participants": "utrecht den-haag",
        "status": "on-hold",
    }


@given(TEXTS)
@example("=1+1")
@example("@name")
@example("\tx")
@example("\r")
def test_no_cell_of_csv_is_a_formula(title: str) -> None:
    (row,) = csv.DictReader(io.StringIO(table_csv.render(table(title)), newline=""))
    assert not row["title"].startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(TEXTS, max_size=3))
@example(HOSTILE)
def test_json_is_read_back_as_it_was(titles: list[str]) -> None:
    rows = json.loads(table_json.render(table(*titles)))["rows"]
    assert rows == [
        {
            "title": title,
            "one_off": 1250000,
            "agenda": 2027,
            "submitted": "2026-05-18",
            "period": {"start": "2027-Q1", "end": "2027-11"},
            "participants": ["utrecht", "den-haag"],
            "status": "on-hold",
        }
        for title in titles
    ]


@given(st.lists(TEXTS, min_size=1, max_size=3))
@example(HOSTILE)
def test_markdown_shows_every_cell_letter_by_letter(titles: list[str]) -> None:
    read = shown(table_md.render(table(*titles)))
    width = len(COLUMNS)
    assert read.cells[:width] == [column.heading for column in COLUMNS]
    assert [unescape(text) for text in read.cells[width::width]] == [unescape(flat(t)) for t in titles]
    assert read.cells[width + 1 : 2 * width] == [
        "€ 1.250.000",
        "2027",
        "2026-05-18",
        "2027-Q1 – 2027-11",
        "utrecht, den-haag",
        "opgeschort",
    ]
    assert read.strange == []


def test_markdown_aligns_amounts_and_numbers_to_the_right() -> None:
    assert table_md.render(table()).splitlines()[1] == "| --- | ---: | ---: | --- | --- | --- | --- |"


def test_text_aligns_columns_and_amounts() -> None:
    small = Table(
        COLUMNS[:2],
        tuple(
            (cell(title, "text", "nl"), cell(amount, "euros", "nl"))
            for title, amount in (("één", 5), ("日本", 12000))
        ),
    )
    assert table_text.render(small) == (
        "Titel  Eenmalig\n-----  --------\néén         € 5\n日本   € 12.000\n"
    )


@given(st.lists(TEXTS, min_size=1, max_size=3))
@example(HOSTILE)
def test_text_has_a_line_for_every_row_and_nothing_that_steers(titles: list[str]) -> None:
    written = table_text.render(table(*titles))
    lines = written.split("\n")
    assert len(lines) == len(titles) + 3
    assert all(flat(title).rstrip() in line for title, line in zip(titles, lines[2:], strict=False))
    assert terminal(written.replace("\n", "")) == written.replace("\n", "")


def test_without_rows_there_are_only_headings() -> None:
    assert table_csv.render(table()) == "title,one_off,agenda,submitted,period,participants,status\n"
    assert json.loads(table_json.render(table())) == {"version": 1, "rows": []}
    assert table_text.render(table()).splitlines()[0].split() == [c.heading for c in COLUMNS]


def test_a_period_of_one_moment_is_said_once() -> None:
    once = Period(start="2027-Q1", end="2027-Q1")  # type: ignore[arg-type]
    assert cell(once, "period", "nl").words == "2027-Q1"


def test_what_is_not_there_is_empty_and_null() -> None:
    nothing = Table(COLUMNS[1:2], ((cell(None, "euros", "nl"),),))
    assert table_csv.render(nothing).splitlines() == ["one_off", '""']
    assert json.loads(table_json.render(nothing))["rows"] == [{"one_off": None}]


@pytest.mark.parametrize("width", [20, 80, 200])
def test_a_screen_shows_text_and_never_markup(width: int) -> None:
    written = table_rich.render(table("[bold]x[/bold]", ":skull:", "\x1b]8;;x"), width, colour=False)
    whole = "".join(written.split())
    assert ":skull:" in whole
    assert "\x1b]8" not in written
    assert "€1.250.000" in whole


def test_a_screen_never_breaks_an_amount() -> None:
    assert "€ 1.250.000" in table_rich.render(table("titel " * 30), 60)
