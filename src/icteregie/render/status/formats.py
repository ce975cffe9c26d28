"""The formats of ``regie status``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.status import StatusReport

Renderer: TypeAlias = Callable[[StatusReport, Language], str]


class StatusFormat(StrEnum):
    """The formats in which the state of the portfolio can be written; ``report`` is that for a meeting."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"
    report = "report"


def _text() -> Renderer:
    from icteregie.render.status.document import document
    from icteregie.render.writers.text import write

    return lambda report, language: write(document(report, language))


def _json() -> Renderer:
    from icteregie.render.status.json import render

    return render


def _csv() -> Renderer:
    from icteregie.render.status.rows import csv_table
    from icteregie.render.tables.csv import render

    return lambda report, language: render(csv_table(report, language))


def _md() -> Renderer:
    from icteregie.render.status.document import document
    from icteregie.render.writers.md import write

    return lambda report, language: write(document(report, language))


def _report() -> Renderer:
    from icteregie.render.status.report import document
    from icteregie.render.writers.md import write

    return lambda report, language: write(document(report, language))


FORMATS: Mapping[StatusFormat, Loader[Renderer]] = {
    StatusFormat.table: _text,
    StatusFormat.json: _json,
    StatusFormat.csv: _csv,
    StatusFormat.md: _md,
    StatusFormat.report: _report,
}
