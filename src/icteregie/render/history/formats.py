"""The formats of ``regie history``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.history import HistoryReport

Renderer: TypeAlias = Callable[[HistoryReport, Language], str]


class HistoryFormat(StrEnum):
    """The formats in which a history can be written."""

    text = "text"
    json = "json"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.history.document import listed
    from icteregie.render.writers.text import write

    return lambda report, language: write(listed(report, language))


def _json() -> Renderer:
    from icteregie.render.history.json import render

    return lambda report, _: render(report)


def _md() -> Renderer:
    from icteregie.render.history.document import tabled
    from icteregie.render.writers.md import write

    return lambda report, language: write(tabled(report, language))


FORMATS: Mapping[HistoryFormat, Loader[Renderer]] = {
    HistoryFormat.text: _text,
    HistoryFormat.json: _json,
    HistoryFormat.md: _md,
}
