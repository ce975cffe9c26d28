"""The formats of ``regie validate``."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.render.findings.report import FindingsReport
from icteregie.render.formats import Loader

Renderer: TypeAlias = Callable[[FindingsReport], str]


class FindingsFormat(StrEnum):
    """The formats in which findings can be written."""

    text = "text"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    md = "md"


def _text() -> Renderer:
    from icteregie.render.findings.text import render

    return render


def _json() -> Renderer:
    from icteregie.render.findings.json import render

    return render


def _github() -> Renderer:
    from icteregie.render.findings.github import render

    return render


def _gitlab() -> Renderer:
    from icteregie.render.findings.gitlab import render

    return render


def _sarif() -> Renderer:
    from icteregie.render.findings.sarif import render

    return render


def _md() -> Renderer:
    from icteregie.render.findings.md import render

    return render


FORMATS: Mapping[FindingsFormat, Loader[Renderer]] = {
    FindingsFormat.text: _text,
    FindingsFormat.json: _json,
    FindingsFormat.github: _github,
    FindingsFormat.gitlab: _gitlab,
    FindingsFormat.sarif: _sarif,
    FindingsFormat.md: _md,
}
