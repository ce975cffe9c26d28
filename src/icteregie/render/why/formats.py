"""The formats of ``regie why``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.why import WhyReport
from icteregie.reports.why_application import WhyApplicationReport

Renderer: TypeAlias = Callable[[WhyReport, Language], str]


class WhyFormat(StrEnum):
    """The formats in which an explanation can be written."""

    text = "text"
    json = "json"


def _text() -> Renderer:
    from icteregie.render.why.document import document
    from icteregie.render.writers.text import write

    return lambda report, language: write(document(report, language))


def _json() -> Renderer:
    from icteregie.render.why.json import render

    return render


FORMATS: Mapping[WhyFormat, Loader[Renderer]] = {WhyFormat.text: _text, WhyFormat.json: _json}

ApplicationRenderer: TypeAlias = Callable[[WhyApplicationReport, Language], str]


def _application_text() -> ApplicationRenderer:
    from icteregie.render.why.application import text

    return text


def _application_json() -> ApplicationRenderer:
    from icteregie.render.why.application import json

    return json


APPLICATION_FORMATS: Mapping[WhyFormat, Loader[ApplicationRenderer]] = {
    WhyFormat.text: _application_text,
    WhyFormat.json: _application_json,
}
