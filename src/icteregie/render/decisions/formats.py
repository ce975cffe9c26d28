"""The formats of ``regie decisions``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.decisions import DecisionsReport

Renderer: TypeAlias = Callable[[DecisionsReport, Language, int | None], str]
"""Writes lists of decisions in a language, for a screen of so many columns if for any."""


class DecisionsFormat(StrEnum):
    """The formats in which lists of decisions can be written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.decisions.document import documents
    from icteregie.render.writers.text import LINE, write

    return lambda report, language, columns: "\n".join(
        write(document, line=min(columns or LINE, LINE)) for document in documents(report, language)
    )


def _json() -> Renderer:
    from icteregie.render.decisions.json import render

    return lambda report, _, __: render(report)


def _csv() -> Renderer:
    from icteregie.render.decisions.rows import table
    from icteregie.render.tables.csv import render

    return lambda report, _, __: render(table(report))


def _md() -> Renderer:
    from icteregie.render.decisions.tables import documents
    from icteregie.render.writers.md import write

    return lambda report, language, _: "\n".join(map(write, documents(report, language)))


FORMATS: Mapping[DecisionsFormat, Loader[Renderer]] = {
    DecisionsFormat.table: _text,
    DecisionsFormat.json: _json,
    DecisionsFormat.csv: _csv,
    DecisionsFormat.md: _md,
}
