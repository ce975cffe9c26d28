"""A table for programs: JSON with an object for each row."""

from datetime import date
from decimal import Decimal
from typing import Any

from icteregie.escape.json import json_document
from icteregie.portfolio.period import Period
from icteregie.render.tables.table import Cell, Data, Table

VERSION = 1


def render(table: Table) -> str:
    """Write all rows; ``version`` rises when a key changes its meaning."""
    data: dict[str, Any] = {"version": VERSION, "rows": rows(table)}
    return json_document({**data, "totals": totals(table)} if table.totals else data)


def rows(table: Table) -> list[dict[str, Any]]:
    """Name every cell by its column; a cell without a value is null."""
    return [_row(table, row) for row in table.rows]


def totals(table: Table) -> list[dict[str, Any]]:
    """Name every cell of the rows over all others, which are no data themselves."""
    return [_row(table, row) for row in table.totals]


def _row(table: Table, row: tuple[Cell, ...]) -> dict[str, Any]:
    return {column.key: plain(cell.data) for column, cell in zip(table.columns, row, strict=True)}


def plain(data: Data) -> Any:
    """Write a value with what JSON has; a period is its two ends as they were written."""
    if isinstance(data, Period):
        return {"start": data.start.text if data.start else None, "end": data.end.text}
    if isinstance(data, date):
        return data.isoformat()
    if isinstance(data, Decimal):
        # A tenth or a half is written as it is: JSON has no data numbers apart.
        return int(data) if data == int(data) else float(data)
    return list(data) if isinstance(data, tuple) else data
