"""What other commands write for programs too, as the rest of the page has it: days, numbers, dependencies."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.site.words import Words
from icteregie.render.tables.table import Cell, Column, Table

NOT_GROUPED = frozenset(("year", "agenda", "since"))
"""Columns whose numbers are years."""
MOMENT = re.compile(r"([0-9]{4})-(?:Q([1-4])|(0[1-9]|1[0-2])(?:-([0-2][0-9]|3[01]))?)")

SHORTEST = len("2027-Q1")


def on_page(table: Table, words: Words) -> Table:
    """Write the values of a table in words, and head what waits as the table of what waits does."""
    columns = tuple(
        replace(each, heading=words.plainly("column.ready")) if each.key == "ready" else each
        for each in table.columns
    )
    writers = [_writer(column, words) for column in columns]
    rows, totals = (tuple([_cells(writers, row) for row in part]) for part in (table.rows, table.totals))
    return Table(columns, rows, table.caption, totals)


def in_runs(table: Table, language: Language) -> Table:
    """Write years after each other with the same kind and amounts as one row, which says so of each year."""
    runs: list[list[tuple[Cell, ...]]] = []
    for row in table.rows:
        if runs and _goes_on(runs[-1][-1], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return Table(table.columns, tuple([_run(run, language) for run in runs]), table.caption, table.totals)


def _goes_on(before: tuple[Cell, ...], after: tuple[Cell, ...]) -> bool:
    (kind, year, *amounts), (next_kind, next_year, *others) = before, after
    follows = isinstance(year.data, int) and next_year.data == year.data + 1
    return follows and kind == next_kind and amounts == others


def _run(run: list[tuple[Cell, ...]], language: Language) -> tuple[Cell, ...]:
    if len(run) == 1:
        return run[0]
    kind, year, *amounts = run[0]
    return kind, Cell(None, _years(year.words, run[-1][1].words, language)), *amounts


@cache
def _years(first: str, last: str, language: Language) -> str:
    """Say that it is so in each year of a few: there are few, and many rows that say so."""
    return sentence(language, "commands/site/card.years", first=first, last=last)


def _writer(column: Column, words: Words) -> Callable[[Cell], str]:
    """Choose once for a column how its cells are written."""
    if column.kind == "euros":
        return lambda cell: cell.words

    def in_text(cell: Cell) -> str:
        return in_words(cell.words, words)

    if column.key == "link":
        return lambda cell: words.plainly(f"link.{cell.data}") if cell.data else in_text(cell)
    if column.kind == "number" and column.key not in NOT_GROUPED:
        return lambda cell: words.plain(cell.data) if isinstance(cell.data, int) else in_text(cell)
    return in_text


def _cells(writers: Iterable[Callable[[Cell], str]], row: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple([_cell(cell, write(cell)) for write, cell in zip(writers, row, strict=True)])


def _cell(cell: Cell, text: str) -> Cell:
    """Most cells are in words already."""
    return cell if text == cell.words else Cell(cell.data, text)


def in_words(text: str, words: Words) -> str:
    """Write a text that is a day, month or quarter, or goes from one to another, in words."""
    if len(text) < SHORTEST or not text[0].isdigit():  # most of a page is none of these
        return text
    return _moments(text, words.language)


@lru_cache(maxsize=8192)
def _moments(text: str, language: Language) -> str:
    parts = text.split(" – ")
    if len(parts) > 2 or not all(MOMENT.fullmatch(part) for part in parts):
        return text
    return " – ".join(_moment(part, language) for part in parts)


def _moment(text: str, language: Language) -> str:
    match = MOMENT.fullmatch(text)
    year, quarter, month, day = match.groups() if match else ("", "", "", "")
    if quarter:
        return f"Q{quarter} {year}"
    try:
        when = date(int(year), int(month), int(day or 1))
    except ValueError:  # 2027-02-30, or the year 0000, is a text like any other
        return text
    return formats.day(when, language) if day else f"{formats.month(when, language)} {year}"
