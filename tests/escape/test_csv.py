"""CSV, read back by csv, and looked at as a spreadsheet of either language does."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icteregie.escape.csv import csv_cell
from icteregie.render.tables import csv as table_csv
from icteregie.render.tables.table import Cell, Column, Table
from tests.escape.texts import TEXTS

FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\uff1dx", "\uff0bx", "\uff0dx", "\uff20x"]
DISGUISED = [
    " =1",
    "'=1",
    '"=1',
    "  '\"-1",
    "\u00a0=1",
    "\u3000=1",
    "a;=1",
    "a;b; =1",
    "a\n=1",
    "a\t=1",
    "a;'=1",
]
QUOTES = [
    'a";=1+1;"',
    'a;"',
    'a; "b',
    "a, b;",
    "a, b; ",
    'a\t"',
    "a\tb,\t",
    'a\n"',
    "a\n",
    '";"',
    ";'",
    'a;"";"b"',
]
"""What opens a quoted cell where cells part at a semicolon, a tab or the end of a line."""


def table(texts: list[str]) -> Table:
    """Make a table of one row: texts, and an amount below zero."""
    columns = (*(Column(f"c{number}", "x") for number in range(len(texts))), Column("amount", "x", "euros"))
    return Table(columns, ((*(Cell(text, text) for text in texts), Cell(-5, "-5")),))


def rows(written: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline=""), delimiter=delimiter))


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet may take a cell for a formula, quotes and spaces before it or not."""
    return re.match(r"""[ \u00a0\u3000"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]""", cell) is not None


def without_apostrophes(cell: str) -> str:
    """Take away one apostrophe where a formula would start without it, as a person would read it."""
    sign = "[=+\\-@\uff1d\uff0b\uff0d\uff20"
    space = "[ \u00a0\u3000\"']*"
    return re.sub(rf"^'(?={space}{sign}\t\r\n])|(?<=[;\t\r\n])'(?={space}(?:{sign}\"\t]|\Z))", "", cell)


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(FORMULAS)
@example(DISGUISED)
@example(QUOTES)
def test_texts_come_back_and_none_is_a_formula(texts: list[str]) -> None:
    # A lone carriage return is the writer's own business: table_csv makes it a line feed.
    whole = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    _, row = rows(table_csv.render(table(whole)))
    assert [without_apostrophes(cell) for cell in row[:-1]] == whole
    assert not any(map(is_formula, row[:-1]))
    assert row[-1] == "-5"


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(FORMULAS)
@example(DISGUISED)
@example(QUOTES[:1])
@example(["\n\t"])
@example(QUOTES[1:2])
@example(QUOTES[3:4])
@example(QUOTES[5:6])
@example(QUOTES[6:7])
@example(QUOTES[7:8])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_where_cells_part_at_another_sign_there_is_no_formula_and_no_row_is_swallowed(
    delimiter: str, texts: list[str]
) -> None:
    # Dutch settings: cells end at a semicolon, and a quote in the middle of one is an ordinary sign.
    written = table_csv.render(table(["naam", *texts]))
    later = "later,Een andere titel,-5"
    read = rows(f"{written}{later}\n", delimiter)
    assert read[-1] == [later]
    for row in read[1:-1]:
        for cell in row:
            assert not is_formula(cell)


@pytest.mark.parametrize("text", [*FORMULAS, *DISGUISED])
def test_every_way_to_start_a_formula_gets_an_apostrophe(text: str) -> None:
    assert csv_cell(text).count("'") == text.count("'") + 1


@pytest.mark.parametrize(
    "text", ["Eén API", "a-b", "2027-Q1/2027-Q3", "'s-Hertogenbosch", "a; b", "e-mail@x.nl", ""]
)
def test_ordinary_texts_stay_as_they_are(text: str) -> None:
    assert csv_cell(text) == text


def test_only_text_is_changed_never_a_number() -> None:
    assert rows(table_csv.render(table(["x"])))[1] == ["x", "-5"]
