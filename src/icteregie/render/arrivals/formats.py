"""The formats of ``regie arrivals``, and the tables of it that can be had by themselves."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.render.tables.table import Table
from icteregie.reports.arrivals.view import ArrivalsReport

Renderer: TypeAlias = Callable[[ArrivalsReport, Language, Callable[[Table], str]], str]
"""The last argument writes a table in the form that suits the screen."""


class ArrivalsFormat(StrEnum):
    """The formats in which arrivals can be written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"
    svg = "svg"


class ArrivalsPart(StrEnum):
    """The tables that ``--part`` selects, in the order of ``render.arrivals.tables.TABLES``."""

    at_risk = "at-risk"
    late = "late"
    initiatives = "initiatives"
    moved_on = "moved-on"
    lead_times = "lead-times"
    trend = "trend"


def _text() -> Renderer:
    from icteregie.render.arrivals.document import document
    from icteregie.render.writers.text import write

    return lambda report, language, table: write(document(report, language), table)


def _json() -> Renderer:
    from icteregie.render.arrivals.json import render

    return lambda report, language, _: render(report, language)


def _csv() -> Renderer:
    from icteregie.render.arrivals.tables import submissions_table
    from icteregie.render.tables.csv import render

    return lambda report, language, _: render(submissions_table(report, language))


def _md() -> Renderer:
    from icteregie.render.arrivals.document import document
    from icteregie.render.writers.md import write

    return lambda report, language, _: write(document(report, language))


def _svg() -> Renderer:
    from icteregie.render.arrivals.plot_svg import render

    return lambda report, language, _: render(report, language)


FORMATS: Mapping[ArrivalsFormat, Loader[Renderer]] = {
    ArrivalsFormat.table: _text,
    ArrivalsFormat.json: _json,
    ArrivalsFormat.csv: _csv,
    ArrivalsFormat.md: _md,
    ArrivalsFormat.svg: _svg,
}
