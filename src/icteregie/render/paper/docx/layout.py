"""Which blocks stand on pages in landscape, and where the table of contents comes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from icteregie.render.paper.docx.runs import plain
from icteregie.render.paper.docx.widths import is_wide, width_of
from icteregie.render.paper.paper import Block, Break, Drawing, Grid, Heading, Points, Prose


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents."""


Placed = Block | Contents
_SIZE = re.compile(r'<svg[^>]*? width="(\d{1,5})"[^>]*? height="(\d{1,5})"')
_PIXEL = 15
"""Of an SVG document, in twentieths of a point: 96 make an inch."""
_HALF_PAGE = 6_000
"""In twentieths of a point, of A4 within its margins."""


@dataclass(slots=True)
class Section:
    """Blocks on pages of one direction."""

    is_wide: bool
    blocks: list[Placed] = field(default_factory=list)


def with_contents(blocks: Iterable[Block]) -> list[Placed]:
    """Place the table of contents after the first break, or else above all."""
    placed: list[Placed] = list(blocks)
    first = next((place for place, block in enumerate(placed) if isinstance(block, Break)), -1)
    placed.insert(first + 1, Contents())
    return placed


def sections(blocks: Iterable[Placed], width: int, factor: float) -> list[Section]:
    """Group blocks into sections for a page of a width, in twentieths of a point.

    What stands below the heading of a wide table or drawing goes with it, and so does what would have a page
    of its own beside it and fills no half of it.
    """
    groups = _below_headings(blocks)
    wide = [any(_is_wide(each, width, factor) for each in group) for group in groups]
    for start, end in _short_runs(groups, wide, width):
        wide[start:end] = [True] * (end - start)
    made: list[Section] = []
    for group, is_group_wide in zip(groups, wide, strict=True):
        above = _headings_above(made) if is_group_wide else []
        if not made or made[-1].is_wide != is_group_wide:
            made.append(Section(is_group_wide))
        made[-1].blocks += [*above, *group]
    return [Section(each.is_wide, _without_breaks(each.blocks)) for each in made]


def _is_wide(block: Placed, width: int, factor: float) -> bool:
    """Tell whether a table has no room upright, or a drawing is clearly larger on a page on its side."""
    match block:
        case Grid():
            return is_wide(block, width, factor)
        case Drawing():
            size = _SIZE.search(block.svg)
            across, down = (int(each) for each in size.groups()) if size else (0, 1)
            return across * _PIXEL * 100 > width * 104 and across * 10 > down * 11
    return False


def _short_runs(
    groups: Sequence[Sequence[Placed]], wide: Sequence[bool], width: int
) -> Iterator[tuple[int, int]]:
    """Give what is upright beside a wide table, within its chapter or as one, and fills no half page."""
    bounds = [
        place
        for place in range(1, len(groups))
        if wide[place] != wide[place - 1] or _begins_chapter(groups[place][0])
    ]
    for start, end in pairwise((*bounds, len(groups))):
        is_below = wide[start - 1] and not isinstance(groups[start][0], Break)
        is_above = end < len(groups) and wide[end] and not isinstance(groups[end][0], Break)
        is_beside = is_below or is_above
        blocks = [block for group in groups[start:end] for block in group]
        if not wide[start] and is_beside and sum(_height(each, width) for each in blocks) < _HALF_PAGE:
            yield start, end


def _begins_chapter(block: Placed) -> bool:
    return isinstance(block, Break) or (isinstance(block, Heading) and block.level == 1)


def _height(block: Placed, width: int) -> int:
    """Estimate the height of a block on a page of a width, in twentieths of a point."""
    match block:
        case Prose():
            return _lines(plain(block.text), width)
        case Points():
            return sum(_lines(plain(point.text), width - 600) for point in block.points)
        case Grid():
            # A cell is narrow, so its texts take more lines than they would side by side.
            return 600 + sum(_lines(" ".join(map(plain, row)), width * 2 // 3) for row in block.rows)
        case Heading():
            return 700
        case Break():
            return 0
    return _HALF_PAGE


def _lines(text: str, width: int) -> int:
    return 60 + 270 * sum(width_of(line) * 200 // 1_000 // width + 1 for line in text.split("\n"))


def _below_headings(blocks: Iterable[Placed]) -> list[list[Placed]]:
    """Group blocks at each heading, break and table of contents, and at a drawing below another one."""
    groups: list[list[Placed]] = [[]]
    for block in blocks:
        is_next_drawing = isinstance(block, Drawing) and any(isinstance(each, Drawing) for each in groups[-1])
        if isinstance(block, Heading | Break | Contents) or is_next_drawing:
            groups.append([])
        groups[-1].append(block)
    return [group for group in groups if group]


def _headings_above(made: list[Section]) -> list[Placed]:
    """Take the headings and the break right above a wide table from the section before it."""
    taken: list[Placed] = []
    if made and not made[-1].is_wide:
        blocks = made[-1].blocks
        while blocks and isinstance(blocks[-1], Heading | Break):
            taken.insert(0, blocks.pop())
        if not blocks:
            made.pop()
    return taken


def _without_breaks(blocks: list[Placed]) -> list[Placed]:
    """Leave out the breaks at both ends: a section begins on a page of its own, the first below the title."""
    start, end = 0, len(blocks)
    while start < end and isinstance(blocks[start], Break):
        start += 1
    while end > start and isinstance(blocks[end - 1], Break):
        end -= 1
    return blocks[start:end]
