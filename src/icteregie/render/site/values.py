"""What other commands write for programs too, as the rest of the page has it: days, numbers, dependencies."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from icteregie.messages import formats
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
    rows, totals = (
        tuple(_cells(table.columns, row, words) for row in part) for part in (table.rows, table.totals)
    )
    return Table(columns, rows, table.caption, totals)


def in_runs(table: Table, words: Words) -> Table:
    """Write years after each other with the same kind and amounts as one row, which says so of each year."""
    runs: list[list[tuple[Cell, ...]]] = []
    for row in table.rows:
        if runs and _goes_on(runs[-1][-1], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return replace(table, rows=tuple(_run(run, words) for run in runs))


def _goes_on(before: tuple[Cell, ...], after: tuple[Cell, ...]) -> bool:
    (kind, year, *amounts), (next_kind, next_year, *others) = before, after
    follows = isinstance(year.data, int) and next_year.data == year.data + 1
    return follows and kind == next_kind and amounts == others


def _run(run: list[tuple[Cell, ...]], words: Words) -> tuple[Cell, ...]:
    kind, year, *amounts = run[0]
    if len(run) == 1:
        return run[0]
    said = words.plainly("card.years", first=year.words, last=run[-1][1].words)
    return kind, Cell(None, said), *amounts


def _cells(columns: Iterable[Column], row: Iterable[Cell], words: Words) -> tuple[Cell, ...]:
    return tuple(
        cell if column.kind == "euros" else Cell(cell.data, _cell(column, cell, words))
        for column, cell in zip(columns, row, strict=True)
    )


def _cell(column: Column, cell: Cell, words: Words) -> str:
    if column.key == "link" and cell.data:
        return words.plainly(f"link.{cell.data}")
    if column.kind == "number" and isinstance(cell.data, int) and column.key not in NOT_GROUPED:
        return words.plain(cell.data)
    return in_words(cell.words, words)


def in_words(text: str, words: Words) -> str:
    """Write a text that is a day, month or quarter, or goes from one to another, in words."""
    if len(text) < SHORTEST or not text[0].isdigit():  # most of a page is none of these
        return text
    parts = text.split(" – ")
    if len(parts) > 2 or not all(MOMENT.fullmatch(part) for part in parts):
        return text
    return " – ".join(_moment(part, words) for part in parts)


def _moment(text: str, words: Words) -> str:
    match = MOMENT.fullmatch(text)
    year, quarter, month, day = match.groups() if match else ("", "", "", "")
    if quarter:
        return f"Q{quarter} {year}"
    try:
        when = date(int(year), int(month), int(day or 1))
    except ValueError:  # 2027-02-30, or the year 0000, is a text like any other
        return text
    return words.day(when) if day else f"{formats.month(when, words.language)} {year}"
