"""Which blocks stand on pages in landscape, and where the table of contents comes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from icteregie.render.paper.docx.widths import is_wide
from icteregie.render.paper.paper import Block, Break, Grid, Heading


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents."""


Placed = Block | Contents


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


def sections(blocks: Iterable[Placed], space: int, *, is_house: bool) -> list[Section]:
    """Group blocks into sections: what stands below the heading of a wide table goes with that table."""
    made: list[Section] = []
    for group in _below_headings(blocks):
        wide = any(isinstance(each, Grid) and is_wide(each, space, is_house=is_house) for each in group)
        above = _headings_above(made) if wide else []
        if not made or made[-1].is_wide != wide:
            made.append(Section(wide))
        made[-1].blocks += [*above, *group]
    return [Section(each.is_wide, _without_breaks(each.blocks, is_first=made[0] is each)) for each in made]


def _below_headings(blocks: Iterable[Placed]) -> list[list[Placed]]:
    """Group blocks at each heading, break and table of contents."""
    groups: list[list[Placed]] = [[]]
    for block in blocks:
        if isinstance(block, Heading | Break | Contents):
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


def _without_breaks(blocks: list[Placed], *, is_first: bool) -> list[Placed]:
    """Leave out the breaks at both ends: a section begins on a page of its own."""
    start, end = 0, len(blocks)
    while start < end and not is_first and isinstance(blocks[start], Break):
        start += 1
    while end > start and isinstance(blocks[end - 1], Break):
        end -= 1
    return blocks[start:end]
