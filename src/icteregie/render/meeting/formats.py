"""The formats of ``regie meeting``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.portfolio.partnership import Language
from icteregie.render.formats import Loader
from icteregie.reports.meeting import MeetingReport

Renderer: TypeAlias = Callable[[MeetingReport, Language], str]


class MeetingFormat(StrEnum):
    """The formats in which the pack of a meeting can be written."""

    md = "md"
    json = "json"


def _md() -> Renderer:
    from icteregie.render.meeting.document import document
    from icteregie.render.writers.md import write

    return lambda report, language: write(document(report, language))


def _json() -> Renderer:
    from icteregie.render.meeting.json import render

    return lambda report, _: render(report)


FORMATS: Mapping[MeetingFormat, Loader[Renderer]] = {MeetingFormat.md: _md, MeetingFormat.json: _json}
