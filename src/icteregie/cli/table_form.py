"""The forms in which commands print tables."""

import os
import shutil
import sys
from pathlib import Path

from icteregie.cli.output import emit
from icteregie.render.tables.formats import FORMATS
from icteregie.render.tables.formats import TableFormat as TableForm
from icteregie.render.tables.table import Table

__all__ = ["TableForm", "print_table", "written"]


def print_table(table: Table, form: TableForm, to: Path | None) -> None:
    """Write a table; only on a terminal is it fitted to the screen."""
    emit(written(table, form, to), to)


def written(table: Table, form: TableForm, to: Path | None) -> str:
    """Give a table as it is to be written to a file, or to standard output without one."""
    if form is TableForm.table and to is None and sys.stdout.isatty():
        # rich is slow to load, and only a screen needs it.
        from icteregie.render.tables import rich as table_rich  # noqa: PLC0415

        width = shutil.get_terminal_size().columns
        return table_rich.render(table, width, colour="NO_COLOR" not in os.environ)
    return FORMATS[form]()(table)
