"""The formats of the list of unanswered deadlines."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.deadlines import DeadlinesReport

Renderer: TypeAlias = Callable[[DeadlinesReport, Language], str]


class DeadlinesFormat(StrEnum):
    """The formats in which the list can be written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.deadlines.document import document
    from icteregie.render.writers.text import write

    return lambda report, language: write(document(report, language))


def _json() -> Renderer:
    from icteregie.render.deadlines.json import render

    return lambda report, _: render(report)


def _csv() -> Renderer:
    from icteregie.render.deadlines.rows import plain_table
    from icteregie.render.tables.csv import render

    return lambda report, language: render(plain_table(report, language))


def _md() -> Renderer:
    from icteregie.render.deadlines.md import render

    return render


FORMATS: Mapping[DeadlinesFormat, Loader[Renderer]] = {
    DeadlinesFormat.table: _text,
    DeadlinesFormat.json: _json,
    DeadlinesFormat.csv: _csv,
    DeadlinesFormat.md: _md,
}
