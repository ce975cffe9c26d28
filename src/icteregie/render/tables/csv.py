"""A table for spreadsheets and programs: CSV with plain numbers, ISO dates and the file's own words."""

import csv
import io
from decimal import Decimal

from icteregie.escape.csv import csv_cell
from icteregie.render.tables.table import Cell, Table, machine


def render(table: Table) -> str:
    """Write a row with the columns' names, and one for each row; no text becomes a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([[_written(cell) for cell in row] for row in table.rows])
    return out.getvalue()


def _written(cell: Cell) -> str | int | Decimal:
    value = machine(cell.data)
    if not isinstance(value, str):
        return value
    # The csv module quotes a line feed, but not always a lone carriage return, which readers split at.
    return csv_cell(value).replace("\r\n", "\n").replace("\r", "\n")
