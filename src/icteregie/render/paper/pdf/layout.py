"""Which blocks stand on pages in landscape, and on which level the headings are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from operator import itemgetter

from icteregie.render.paper.paper import Block, Break, Drawing, Grid, Heading, Points, Prose, plain
from icteregie.render.paper.widths import PADDING, measured

MM_PER_PIXEL = 25.4 / 96
PORTRAIT, LANDSCAPE = (170, 215), (267, 138)
"""Width and height for a drawing on a page below its headings, in millimetres."""
_LEGIBLE = 0.96
"""How small a drawing may be on an upright page, if it is larger in landscape."""
_LARGER = 1.02
_ROOT = re.compile(r"<svg\b[^>]*>")
_DEEPEST = 6
_SHORT = 20
"""Lines of a section that takes no page of its own."""
_TALLEST = 4
"""Lines of a cell in a table that is kept on an upright page."""
_MANY, _CRAMPED = 7, 6
"""A table of so many columns is in landscape where a cell has more lines than this."""
SMALL = 120
"""Letters of a short table's small size on a line of an upright page."""


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that follow each other on pages of one shape."""

    blocks: tuple[Block, ...]
    is_landscape: bool


def parts(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """Lay a section in landscape where a block in it is too wide for an upright page.

    A section is a heading with what follows up to the next one, or to a second drawing; a heading with
    nothing below it goes with the one that follows. A short section after one in landscape goes with it where
    it belongs to the same chapter or where the next one is in landscape too, so that pages don't turn for it.
    """
    sections = list(_sections(map(_upright, blocks)))
    wide = [any(map(_is_wide, section)) for section in sections]
    shapes = [
        is_wide or (any(wide[at - 1 : at]) and _goes_with(section, is_between=any(wide[at + 1 : at + 2])))
        for at, (section, is_wide) in enumerate(zip(sections, wide, strict=True))
    ]
    return tuple(_grouped(zip(shapes, sections, strict=True)))


def _grouped(sections: Iterable[tuple[bool, list[Block]]]) -> Iterator[Part]:
    """Put sections of one shape together; a page that turns is new, and needs no break before it."""
    for is_landscape, group in groupby(sections, key=itemgetter(0)):
        blocks = [block for _, section in group for block in section]
        if not is_landscape:
            yield Part(tuple(blocks), is_landscape)
            continue
        breaks = list(takewhile(lambda block: isinstance(block, Break), blocks))
        if breaks:
            yield Part(tuple(breaks), is_landscape=False)
        yield Part(tuple(blocks[len(breaks) :]), is_landscape)


def _upright(block: Block) -> Block:
    """Keep a short table on an upright page where it fits in a small size; turn one that is cramped."""
    if not isinstance(block, Grid) or not block.weights:
        return block
    if not block.is_wide:
        is_cramped = len(block.heads) >= _MANY and _tallest(block) > _CRAMPED
        return measured(block, upright=0) if is_cramped else block
    if _lines(block) > _SHORT:
        return block
    small = measured(block, SMALL)
    return block if small.is_wide or _tallest(small) > _TALLEST else small


def _tallest(grid: Grid) -> int:
    """Count the lines of the tallest cell."""
    cells = (pair for row in grid.rows for pair in zip(row, grid.weights, strict=False))
    return max((len(plain(cell)) // max(letters - PADDING, 1) + 1 for cell, letters in cells), default=0)


def _goes_with(section: Sequence[Block], *, is_between: bool) -> bool:
    if sum(map(_lines, section)) > _SHORT:
        return False
    first = section[0]
    return is_between or (isinstance(first, Heading) and first.level > 1)


def _lines(block: Block) -> int:
    match block:
        case Grid():
            return len(block.rows) + 2
        case Points():
            return len(block.points)
        case Drawing():
            return _SHORT
    return 1


def _sections(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    section: list[Block] = []
    for block in blocks:
        is_first = isinstance(block, Heading | Break)
        is_next_drawing = isinstance(block, Drawing) and any(isinstance(each, Drawing) for each in section)
        if is_next_drawing or (is_first and any(not isinstance(each, Heading | Break) for each in section)):
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _is_wide(block: Block) -> bool:
    if isinstance(block, Drawing):
        upright, turned = (width(block.svg, is_landscape=each) for each in (False, True))
        return upright < _LEGIBLE * _size(block.svg)[0] and turned > _LARGER * upright
    return isinstance(block, Grid) and block.is_wide


def _size(svg: str) -> tuple[float, float]:
    """Give the width and height of a drawing in millimetres, 0 where it doesn't say."""
    root = _ROOT.search(svg)
    return (_length(root[0], "width"), _length(root[0], "height")) if root else (0, 0)


def width(svg: str, *, is_landscape: bool) -> float:
    """Give the width in millimetres at which a drawing fits on a page; it is never made larger."""
    own_width, own_height = _size(svg)
    page_width, page_height = LANDSCAPE if is_landscape else PORTRAIT
    if not own_width or not own_height:
        return page_width
    return round(own_width * min(1, page_width / own_width, page_height / own_height), 2)


def _length(root: str, name: str) -> float:
    match = re.search(rf'\s{name}="([0-9]+(?:\.[0-9]+)?)(?:px)?"', root)
    return float(match[1]) * MM_PER_PIXEL if match else 0.0


def outlined(blocks: Iterable[Block], *, has_contents: bool) -> Iterator[Block]:
    """Put each heading at most one level below the one before it, so that none is skipped.

    An anchor that an earlier heading has is left out, and so are blocks in which nothing stands and breaks
    with nothing before them, unless the contents come there.
    """
    last, is_begun = 0, has_contents
    anchors: set[str] = set()
    for block in blocks:
        if _is_empty(block) or (isinstance(block, Break) and not is_begun):
            continue
        is_begun = True
        if not isinstance(block, Heading):
            yield block
        else:
            last = max(min(block.level, last + 1, _DEEPEST), 1)
            anchor = block.anchor if block.anchor not in anchors else ""
            anchors.add(anchor)
            yield replace(block, level=last, anchor=anchor)


def _is_empty(block: Block) -> bool:
    match block:
        case Heading() | Prose():
            return not plain(block.text).strip()
        case Points():
            return not block.points
        case Grid():
            return not any((block.heads, *block.rows))
    return False
