"""The formats of ``regie direction``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.render.tables.table import Table
from icteregie.reports.direction import DirectionReport

Renderer: TypeAlias = Callable[[DirectionReport, Language, Callable[[Table], str]], str]
"""The last argument writes a table in the form that suits the screen."""


class DirectionFormat(StrEnum):
    """The formats in which direction can be written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.direction.document import document
    from icteregie.render.writers.text import write

    return lambda report, language, table: write(document(report, language), table)


def _json() -> Renderer:
    from icteregie.render.direction.json import render

    return lambda report, language, _: render(report, language)


def _csv() -> Renderer:
    from icteregie.render.direction.tables import decides_table
    from icteregie.render.tables.csv import render

    return lambda report, language, _: render(decides_table(report, language))


def _md() -> Renderer:
    from icteregie.render.direction.document import document
    from icteregie.render.writers.md import write

    return lambda report, language, _: write(document(report, language))


FORMATS: Mapping[DirectionFormat, Loader[Renderer]] = {
    DirectionFormat.table: _text,
    DirectionFormat.json: _json,
    DirectionFormat.csv: _csv,
    DirectionFormat.md: _md,
}
