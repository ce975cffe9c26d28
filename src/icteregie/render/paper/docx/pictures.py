"""A drawing as a picture in the text, with the words for who can't see it."""

import io
import struct
from collections.abc import Callable
from typing import TypeAlias

from docx.document import Document
from docx.shared import Emu

from icteregie.escape.word import word_line
from icteregie.render.paper.docx.elements import Element, element

Draw: TypeAlias = Callable[[str], bytes | None]
"""Draws an SVG document as PNG at 300 dots an inch; None where nothing is there that can."""

_TWENTIETH = 635
"""A twentieth of a point in the units of drawings (EMU); 914,400 make an inch."""
_DOT = 914_400 // 300
_CAPTION_HEIGHT = 900


def drawn(svg: str) -> bytes | None:
    """Draw by typst, which the extra ``pdf`` brings; None where it isn't installed."""
    try:
        from icteregie.render.paper.pdf.drawing import png  # noqa: PLC0415 - only papers with drawings pay
    except ModuleNotFoundError as error:
        if error.name != "typst":
            raise
        return None
    return png(svg)


def picture(document: Document, png: bytes, alternative: str, number: int, space: tuple[int, int]) -> Element:
    """Make the run of a picture, at its own size or as large as the page allows.

    ``space`` is the width and the height of the page in twentieths of a point; ``number`` counts pictures.
    """
    across, down = struct.unpack(">II", png[16:24])
    width, height = space[0] * _TWENTIETH, (space[1] - _CAPTION_HEIGHT) * _TWENTIETH
    scale = min(1.0, width / (across * _DOT), height / (down * _DOT))
    inline = document.part.new_pic_inline(
        io.BytesIO(png), Emu(round(across * _DOT * scale)), Emu(round(down * _DOT * scale))
    )
    about = inline.docPr
    for key, value in (("id", str(number)), ("name", f"Drawing {number}"), ("descr", word_line(alternative))):
        about.set(key, value)
    return element("r", element("drawing", inline))
