"""Tables as commands print them: fitted to a screen, or in a format for a file or a program."""

from pathlib import Path

from icteregie.cli.context import Context
from icteregie.cli.streams import emit
from icteregie.render.tables.formats import FORMATS, TableFormat
from icteregie.render.tables.table import Table


def print_table(context: Context, table: Table, form: str, to: Path | None) -> None:
    """Write a table; only on a terminal is it fitted to the screen. Raises ProblemError."""
    emit(context, written(context, table, form, to), to)


def written(context: Context, table: Table, form: str, to: Path | None) -> str:
    """Format a table for a file, or for standard output without one."""
    if form == TableFormat.table and to is None and context.is_screen:
        # rich is slow to load, and only a screen needs it.
        from icteregie.render.tables import rich  # noqa: PLC0415

        return rich.render(table, context.columns, colour="NO_COLOR" not in context.environment)
    return FORMATS[TableFormat(form)]()(table)
