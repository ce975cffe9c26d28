"""The formats of a paper, for every command that writes one."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from icteregie.render.paper.paper import Paper

Writer: TypeAlias = Callable[[Paper, bytes | None], bytes]
"""Writes a paper, with the styles of a template where the format has these."""


class PaperFormat(StrEnum):
    """The formats in which a paper can be written."""

    html = "html"
    docx = "docx"
    pdf = "pdf"


def _html() -> Writer:
    from icteregie.render.paper.html import write

    return lambda paper, _: write(paper).encode()


def _docx() -> Writer:
    from icteregie.render.paper.docx import write

    return write


def _pdf() -> Writer:
    from icteregie.render.paper.pdf import write

    return lambda paper, _: write(paper)


FORMATS: Mapping[PaperFormat, Callable[[], Writer]] = {
    PaperFormat.html: _html,
    PaperFormat.docx: _docx,
    PaperFormat.pdf: _pdf,
}
