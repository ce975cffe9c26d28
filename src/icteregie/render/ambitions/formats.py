"""The formats of ``regie ambitions``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.ambitions import AmbitionsReport

Renderer: TypeAlias = Callable[[AmbitionsReport, Language], str]


class AmbitionsFormat(StrEnum):
    """The formats in which ambitions can be written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.ambitions.document import document
    from icteregie.render.writers.text import write

    return lambda report, language: write(document(report, language))


def _json() -> Renderer:
    from icteregie.render.ambitions.json import render

    return render


def _csv() -> Renderer:
    from icteregie.render.ambitions.rows import plain_table
    from icteregie.render.tables.csv import render

    return lambda report, language: render(plain_table(report, language))


def _md() -> Renderer:
    from icteregie.render.ambitions.document import document
    from icteregie.render.writers.md import write

    return lambda report, language: write(document(report, language))


FORMATS: Mapping[AmbitionsFormat, Loader[Renderer]] = {
    AmbitionsFormat.table: _text,
    AmbitionsFormat.json: _json,
    AmbitionsFormat.csv: _csv,
    AmbitionsFormat.md: _md,
}
