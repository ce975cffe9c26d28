"""The formats of every command that shows one table."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.render.formats import Loader
from icteregie.render.tables.table import Table

Renderer: TypeAlias = Callable[[Table], str]


class TableFormat(StrEnum):
    """The formats in which a table can be written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.tables.text import render

    return render


def _json() -> Renderer:
    from icteregie.render.tables.json import render

    return render


def _csv() -> Renderer:
    from icteregie.render.tables.csv import render

    return render


def _md() -> Renderer:
    from icteregie.render.tables.md import render

    return render


FORMATS: Mapping[TableFormat, Loader[Renderer]] = {
    TableFormat.table: _text,
    TableFormat.json: _json,
    TableFormat.csv: _csv,
    TableFormat.md: _md,
}
