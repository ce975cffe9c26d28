"""Which blocks stand on pages in landscape, and on which level the headings are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from icteregie.render.paper.paper import Block, Break, Drawing, Grid, Heading, plain

MM_PER_PIXEL = 25.4 / 96
PORTRAIT, LANDSCAPE = (170, 235), (267, 160)
"""Width and height for a drawing on a page, in millimetres."""
_LEAST = 0.75
"""A drawing that would be smaller than this on an upright page gets one in landscape."""
_ROOT = re.compile(r"<svg\b[^>]*>")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that follow each other on pages of one shape."""

    blocks: tuple[Block, ...]
    is_landscape: bool


def parts(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """Lay a section in landscape where a block in it is too wide for an upright page.

    A section is a heading with what follows up to the next one; a heading with nothing below it goes with
    the one that follows.
    """
    laid: list[Part] = []
    for section in _sections(blocks):
        is_landscape = any(map(_is_wide, section))
        if laid and laid[-1].is_landscape == is_landscape:
            laid[-1] = Part((*laid[-1].blocks, *section), is_landscape)
        else:
            laid.append(Part(tuple(section), is_landscape))
    return tuple(laid)


def _sections(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    section: list[Block] = []
    for block in blocks:
        is_first = isinstance(block, Heading | Break)
        if is_first and any(not isinstance(each, Heading | Break) for each in section):
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _is_wide(block: Block) -> bool:
    if isinstance(block, Drawing):
        width, height = size(block.svg)
        return width > height and width * _LEAST > PORTRAIT[0]
    return isinstance(block, Grid) and block.is_wide


def size(svg: str) -> tuple[float, float]:
    """Give the width and height of a drawing in millimetres, of which it may fill a whole page at most."""
    root = _ROOT.search(svg)
    width, height = (_length(root[0], name) for name in ("width", "height")) if root else (0.0, 0.0)
    return width, height


def width(svg: str, *, is_landscape: bool) -> float:
    """Give the width in millimetres at which a drawing fits on a page; it is never made larger."""
    own_width, own_height = size(svg)
    page_width, page_height = LANDSCAPE if is_landscape else PORTRAIT
    if not own_width or not own_height:
        return page_width
    return round(own_width * min(1, page_width / own_width, page_height / own_height), 2)


def _length(root: str, name: str) -> float:
    match = re.search(rf'\s{name}="([0-9]+(?:\.[0-9]+)?)(?:px)?"', root)
    return float(match[1]) * MM_PER_PIXEL if match else 0.0


def outlined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put each heading at most one level below the one before it, so that none is skipped.

    An anchor that an earlier heading has is left out; headings without a text are too.
    """
    last = 0
    anchors: set[str] = set()
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif plain(block.text).strip():
            last = max(min(block.level, last + 1, _DEEPEST), 1)
            anchor = block.anchor if block.anchor not in anchors else ""
            anchors.add(anchor)
            yield replace(block, level=last, anchor=anchor)
