"""A paper cut in several: the beginning, and what follows each break that has a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from icteregie.render.paper.paper import Block, Break, Heading, Paper, Prose, plain

FIRST = "0"
"""What the part before the first named break is called."""
_Part: TypeAlias = tuple[str, list[Block]]


def split(paper: Paper) -> Iterator[tuple[str, Paper]]:
    """Give each part with the name of its file, in order; these names sort in that order.

    What has nothing but headings is no part. What only introduces the parts below it, in headings and
    paragraphs, is none either: its paragraphs are above the text of each of these.
    """
    level, introduction = 0, list[Block]()
    for (name, blocks), (_, following) in pairwise([*_parts(paper.blocks), ("", [])]):
        if _level(blocks) <= level:
            level, introduction = 0, []
        if _introduces(blocks, following):
            level, introduction = _level(blocks), [block for block in blocks if isinstance(block, Prose)]
        else:
            yield name, _part(paper, name, blocks, introduction)


def _parts(blocks: Sequence[Block]) -> Iterator[_Part]:
    name, part = FIRST, list[Block]()
    for block in (*blocks, Break("end")):
        if not (isinstance(block, Break) and block.name):
            part.append(block)
            continue
        if any(not isinstance(each, (Heading, Break)) for each in part):
            yield name, part
        name, part = _safe(block.name), []


def _introduces(blocks: list[Block], following: list[Block]) -> bool:
    is_short = all(isinstance(block, Heading | Break | Prose) for block in blocks)
    return is_short and 0 < _level(blocks) < _level(following)


def _level(blocks: Sequence[Block]) -> int:
    """Give the level of the first heading, 0 where there is none."""
    return next((block.level for block in blocks if isinstance(block, Heading)), 0)


def _part(paper: Paper, name: str, blocks: list[Block], introduction: list[Block]) -> Paper:
    """Make the paper of a part, with its heading in its title where one heading is above all of it."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    tops = [block for block in headings if block.level == min(each.level for each in headings)]
    is_own = name != FIRST and len(tops) == 1 and headings[0] is tops[0]
    title = f"{plain(tops[0].text)} · {paper.title}" if is_own else paper.title
    kept = [block for block in blocks if not (is_own and block is tops[0])]
    return replace(paper, title=title, blocks=(*introduction, *kept), has_contents=False)


def unsplit(paper: Paper) -> Paper:
    """Leave out what only parts files."""
    kept = (block for block in paper.blocks if not (isinstance(block, Break) and block.is_file_only))
    return replace(paper, blocks=tuple(kept))


def _safe(name: str) -> str:
    """Keep what every system takes in a name of a file."""
    return re.sub("[^A-Za-z0-9]+", "-", name).strip("-")
