"""The formats of ``regie graph``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.graph import GraphReport

Renderer: TypeAlias = Callable[[GraphReport, Language], str]


class GraphFormat(StrEnum):
    """The formats in which the map can be drawn."""

    mermaid = "mermaid"
    dot = "dot"
    json = "json"


def _mermaid() -> Renderer:
    from icteregie.render.graph.mermaid import render

    return lambda report, language: render(report.graph, language)


def _dot() -> Renderer:
    from icteregie.render.graph.dot import render

    return lambda report, language: render(report.graph, language)


def _json() -> Renderer:
    from icteregie.render.graph.json import render

    return lambda report, _: render(report.graph)


FORMATS: Mapping[GraphFormat, Loader[Renderer]] = {
    GraphFormat.mermaid: _mermaid,
    GraphFormat.dot: _dot,
    GraphFormat.json: _json,
}
