"""Tables as commands print them: fitted to a screen, or in a format for a file or a program."""

from importlib import import_module
from pathlib import Path
from typing import Literal, TypeAlias

from icteregie.cli.context import Context
from icteregie.cli.streams import emit
from icteregie.render.tables.table import Table

TableFormat: TypeAlias = Literal["table", "json", "csv", "md"]


def print_table(context: Context, table: Table, form: TableFormat, to: Path | None) -> None:
    """Write a table; only on a terminal is it fitted to the screen. Raises ProblemError."""
    emit(context, written(context, table, form, to), to)


def written(context: Context, table: Table, form: TableFormat, to: Path | None) -> str:
    """Give a table as it is to be written to a file, or to standard output without one."""
    if form == "table" and to is None and context.is_screen:
        # rich is slow to load, and only a screen needs it.
        from icteregie.render.tables import rich  # noqa: PLC0415

        return rich.render(table, context.columns, colour="NO_COLOR" not in context.environment)
    name = "text" if form == "table" else form
    text: str = import_module(f"icteregie.render.tables.{name}").render(table)
    return text
