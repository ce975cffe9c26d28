"""The formats of ``regie plan``, of ``plan check`` and of ``plan compare``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader, as_markdown, as_text
from icteregie.reports.plan.check import PlanCheck
from icteregie.reports.plan.compare import PlanComparison
from icteregie.reports.plan.view import PlanReport

if TYPE_CHECKING:
    from icteregie.render.document import Document

Renderer: TypeAlias = Callable[[PlanReport, Language], str]
CheckRenderer: TypeAlias = Callable[[PlanCheck, Language], str]
CompareRenderer: TypeAlias = Callable[[PlanComparison, Language], str]


class PlanFormat(StrEnum):
    """The formats in which a plan can be written."""

    table = "table"
    json = "json"
    md = "md"


def _plan() -> "Callable[[PlanReport, Language], Document]":
    from icteregie.render.plan.document import document

    return document


def _check() -> "Callable[[PlanCheck, Language], Document]":
    from icteregie.render.plan.check import document

    return document


def _compare() -> "Callable[[PlanComparison, Language], Document]":
    from icteregie.render.plan.compare import document

    return document


def _plan_json() -> Renderer:
    from icteregie.render.plan.json import render

    return lambda report, _: render(report)


def _check_json() -> CheckRenderer:
    from icteregie.render.plan.check import render

    return lambda report, _: render(report)


def _compare_json() -> CompareRenderer:
    from icteregie.render.plan.compare import render

    return lambda report, _: render(report)


FORMATS: Mapping[PlanFormat, Loader[Renderer]] = {
    PlanFormat.table: as_text(_plan),
    PlanFormat.json: _plan_json,
    PlanFormat.md: as_markdown(_plan),
}
CHECK_FORMATS: Mapping[PlanFormat, Loader[CheckRenderer]] = {
    PlanFormat.table: as_text(_check),
    PlanFormat.json: _check_json,
    PlanFormat.md: as_markdown(_check),
}
COMPARE_FORMATS: Mapping[PlanFormat, Loader[CompareRenderer]] = {
    PlanFormat.table: as_text(_compare),
    PlanFormat.json: _compare_json,
    PlanFormat.md: as_markdown(_compare),
}
