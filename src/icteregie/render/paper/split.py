"""A paper cut in several: the beginning, and what follows each break that has a name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from icteregie.render.paper.paper import Block, Break, Heading, Paper, plain

FIRST = "0"
"""What the part before the first named break is called."""


def split(paper: Paper) -> Iterator[tuple[str, Paper]]:
    """Give each part with the name of its file, in order; these names sort in that order.

    What has nothing but headings is no part.
    """
    name, blocks = FIRST, list[Block]()
    for block in (*paper.blocks, Break("end")):
        if not (isinstance(block, Break) and block.name):
            blocks.append(block)
            continue
        if any(not isinstance(each, (Heading, Break)) for each in blocks):
            yield name, _part(paper, name, blocks)
        name, blocks = _safe(block.name), []


def _part(paper: Paper, name: str, blocks: list[Block]) -> Paper:
    """Make the paper of a part, with its heading in its title where one heading is above all of it."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    tops = [block for block in headings if block.level == min(each.level for each in headings)]
    is_own = name != FIRST and len(tops) == 1 and headings[0] is tops[0]
    title = f"{plain(tops[0].text)} · {paper.title}" if is_own else paper.title
    kept = tuple(block for block in blocks if not (is_own and block is tops[0]))
    return replace(paper, title=title, blocks=kept, has_contents=False)


def unsplit(paper: Paper) -> Paper:
    """Leave out what only parts files."""
    kept = (block for block in paper.blocks if not (isinstance(block, Break) and block.is_file_only))
    return replace(paper, blocks=tuple(kept))


def _safe(name: str) -> str:
    """Keep what every system takes in a name of a file."""
    return re.sub("[^A-Za-z0-9]+", "-", name).strip("-")
