"""The formats of ``regie plan``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.plan.check import PlanCheck
from icteregie.reports.plan.compare import PlanComparison
from icteregie.reports.plan.view import PlanReport

Renderer: TypeAlias = Callable[[PlanReport, Language], str]
CheckRenderer: TypeAlias = Callable[[PlanCheck, Language], str]
CompareRenderer: TypeAlias = Callable[[PlanComparison, Language], str]


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


def _check_text() -> CheckRenderer:
    from icteregie.render.plan.check import document
    from icteregie.render.writers.text import write

    return lambda report, language: write(document(report, language))


def _check_json() -> CheckRenderer:
    from icteregie.render.plan.check import render

    return lambda report, _: render(report)


def _check_md() -> CheckRenderer:
    from icteregie.render.plan.check import document
    from icteregie.render.writers.md import write

    return lambda report, language: write(document(report, language))


CHECK_FORMATS: Mapping[PlanFormat, Loader[CheckRenderer]] = {
    PlanFormat.table: _check_text,
    PlanFormat.json: _check_json,
    PlanFormat.md: _check_md,
}


def _compare_text() -> CompareRenderer:
    from icteregie.render.plan.compare import document
    from icteregie.render.writers.text import write

    return lambda report, language: write(document(report, language))


def _compare_json() -> CompareRenderer:
    from icteregie.render.plan.compare import render

    return lambda report, _: render(report)


def _compare_md() -> CompareRenderer:
    from icteregie.render.plan.compare import document
    from icteregie.render.writers.md import write

    return lambda report, language: write(document(report, language))


COMPARE_FORMATS: Mapping[PlanFormat, Loader[CompareRenderer]] = {
    PlanFormat.table: _compare_text,
    PlanFormat.json: _compare_json,
    PlanFormat.md: _compare_md,
}
