"""The formats of ``regie diff``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.diff.view import DiffReport

Renderer: TypeAlias = Callable[[DiffReport, Language], str]


class DiffFormat(StrEnum):
    """The formats in which a comparison can be written."""

    text = "text"
    json = "json"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.diff.builder import section_builder
    from icteregie.render.diff.document import document
    from icteregie.render.writers.text import write

    return lambda report, language: write(document(section_builder(report, language)))


def _json() -> Renderer:
    from icteregie.render.diff.json import render

    return render


def _md() -> Renderer:
    from icteregie.render.diff.md import render

    return render


FORMATS: Mapping[DiffFormat, Loader[Renderer]] = {
    DiffFormat.text: _text,
    DiffFormat.json: _json,
    DiffFormat.md: _md,
}
