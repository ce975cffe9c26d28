"""The formats of ``regie landscape``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.render.tables.table import Table
from icteregie.reports.landscape.report import LandscapeReport

Renderer: TypeAlias = Callable[[LandscapeReport, str | None, Language, Callable[[Table], str]], str]
"""The second argument names one section, None for all; the last writes a table as suits the screen."""


class LandscapeFormat(StrEnum):
    """The formats in which landscapes can be written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.landscape.document import document
    from icteregie.render.writers.text import write

    return lambda report, part, language, table: write(document(report, part, language), table)


def _json() -> Renderer:
    from icteregie.render.landscape.json import render

    return lambda report, part, language, _: render(report, part, language)


def _csv() -> Renderer:
    from icteregie.render.landscape.sections import named
    from icteregie.render.tables.csv import render

    return lambda report, part, language, _: render(named(part or "differences")[0].table(report, language))


def _md() -> Renderer:
    from icteregie.render.landscape.document import document
    from icteregie.render.writers.md import write

    return lambda report, part, language, _: write(document(report, part, language))


FORMATS: Mapping[LandscapeFormat, Loader[Renderer]] = {
    LandscapeFormat.table: _text,
    LandscapeFormat.json: _json,
    LandscapeFormat.csv: _csv,
    LandscapeFormat.md: _md,
}
