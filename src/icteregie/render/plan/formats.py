"""The formats of ``regie plan``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.plan.view import PlanReport

Renderer: TypeAlias = Callable[[PlanReport, Language], str]


class PlanFormat(StrEnum):
    """The formats in which a plan can be written."""

    table = "table"
    json = "json"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.plan.document import document
    from icteregie.render.writers.text import write

    return lambda report, language: write(document(report, language))


def _json() -> Renderer:
    from icteregie.render.plan.json import render

    return lambda report, _: render(report)


def _md() -> Renderer:
    from icteregie.render.plan.document import document
    from icteregie.render.writers.md import write

    return lambda report, language: write(document(report, language))


FORMATS: Mapping[PlanFormat, Loader[Renderer]] = {
    PlanFormat.table: _text,
    PlanFormat.json: _json,
    PlanFormat.md: _md,
}
