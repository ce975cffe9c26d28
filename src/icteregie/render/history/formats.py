"""The formats of ``regie history``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader, as_markdown, as_text
from icteregie.reports.history import HistoryReport

if TYPE_CHECKING:
    from icteregie.render.document import Document

Renderer: TypeAlias = Callable[[HistoryReport, Language], str]


class HistoryFormat(StrEnum):
    """The formats in which a history can be written."""

    text = "text"
    json = "json"
    md = "md"


def _listed() -> "Callable[[HistoryReport, Language], Document]":
    from icteregie.render.history.document import listed

    return listed


def _tabled() -> "Callable[[HistoryReport, Language], Document]":
    from icteregie.render.history.document import tabled

    return tabled


def _json() -> Renderer:
    from icteregie.render.history.json import render

    return lambda report, _: render(report)


FORMATS: Mapping[HistoryFormat, Loader[Renderer]] = {
    HistoryFormat.text: as_text(_listed),
    HistoryFormat.json: _json,
    HistoryFormat.md: as_markdown(_tabled),
}
