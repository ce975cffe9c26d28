"""The formats of ``regie show``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.show import ShowReport

Renderer: TypeAlias = Callable[[ShowReport, Language], str]


class ShowFormat(StrEnum):
    """The formats in which factsheets can be written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.show.document import documents
    from icteregie.render.writers.text import write

    return lambda report, language: "\n".join(map(write, documents(report, language)))


def _json() -> Renderer:
    from icteregie.render.show.json import render

    return lambda report, _: render(report)


def _csv() -> Renderer:
    from icteregie.render.show.tables import table
    from icteregie.render.tables.csv import render

    return lambda report, language: render(table(report, language))


def _md() -> Renderer:
    from icteregie.render.show.document import documents
    from icteregie.render.writers.md import write

    return lambda report, language: "\n".join(map(write, documents(report, language)))


FORMATS: Mapping[ShowFormat, Loader[Renderer]] = {
    ShowFormat.table: _text,
    ShowFormat.json: _json,
    ShowFormat.csv: _csv,
    ShowFormat.md: _md,
}
