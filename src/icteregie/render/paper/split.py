"""A paper cut in several: the beginning, and what follows each break that has a name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from icteregie.render.paper.paper import Block, Break, Paper

FIRST = "0"
"""What the part before the first named break is called."""


def split(paper: Paper) -> Iterator[tuple[str, Paper]]:
    """Give each part with the name of its file, in order; these names sort in that order."""
    name, blocks = FIRST, list[Block]()
    for block in paper.blocks:
        if isinstance(block, Break) and block.name:
            yield name, _paper(paper, blocks)
            name, blocks = _safe(block.name), []
        else:
            blocks.append(block)
    yield name, _paper(paper, blocks)


def _paper(paper: Paper, blocks: list[Block]) -> Paper:
    return replace(paper, blocks=tuple(blocks), has_contents=False)


def _safe(name: str) -> str:
    """Keep what every system takes in a name of a file."""
    return re.sub("[^A-Za-z0-9]+", "-", name).strip("-")
