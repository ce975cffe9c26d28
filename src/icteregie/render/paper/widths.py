"""How wide the columns of a table are on paper, in letters, and whether it needs a page on its side.

No column is narrower than its longest word or amount, so that none of these is broken.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from icteregie.render.paper.paper import Block, Grid, Text

PORTRAIT, LANDSCAPE = 112, 168
"""Letters of a table's size on a line of A4, upright and on its side."""
PADDING = 2
"""Letters that the space within both edges of a cell takes."""
LONGEST, WIDEST = 24, 72
"""Letters from which a word may part, and from which a text may take more lines."""
_WIDE = re.compile(r"[A-ZÀ-Þmw@%—–…]")
_PAIR = re.compile(r"(?=.{,28}$)\w+(?:[ \u00a0]\w+){,2}[ \u00a0][–/][ \u00a0]\w+(?:[ \u00a0]\w+){,2}")
_PARTS = re.compile(r"[^ \n/-]+[/-]?")


def fitted(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give every table its widths."""
    return tuple(measured(block) if isinstance(block, Grid) else block for block in blocks)


def measured(grid: Grid, upright: int = PORTRAIT) -> Grid:
    """Give a table its widths: each column what it needs, and of what is left by what it could use.

    ``upright`` is how many letters a line has on an upright page.
    """
    lines = [*([tuple(head.text for head in grid.heads)] if grid.heads else []), *grid.rows]
    columns = list(zip(*lines, strict=True))
    needed = [max(map(_longest_word, column)) + PADDING for column in columns]
    for at, head in enumerate(grid.heads):
        if head.align == "right":  # a range of amounts stays on one line
            cells = (min(_length(row[at]), LONGEST) for row in grid.rows)
            needed[at] = max([needed[at], *(each + PADDING for each in cells)])
    useful = [max(least, _useful(column) + PADDING) for least, column in zip(needed, columns, strict=True)]
    is_wide = sum(needed) > upright
    return replace(grid, weights=_shared(LANDSCAPE if is_wide else upright, needed, useful), is_wide=is_wide)


def _shared(available: int, needed: Sequence[int], useful: Sequence[int]) -> tuple[int, ...]:
    if sum(useful) <= available:
        return tuple(useful)
    left = max(available - sum(needed), 0)
    more = spread(left, [most - least for least, most in zip(needed, useful, strict=True)])
    return tuple(least + part for least, part in zip(needed, more, strict=True))


def spread(space: int, wished: Sequence[int]) -> list[int]:
    """Give each what it wishes, the smallest first; who wishes more than an equal part shares the rest."""
    portions, left = list(wished), space
    by_wish = sorted(range(len(wished)), key=wished.__getitem__)
    while by_wish and wished[by_wish[0]] * len(by_wish) <= left:
        left -= wished[by_wish.pop(0)]
    total = sum(wished[place] for place in by_wish)
    for place in by_wish:
        portions[place] = left * wished[place] // total
        left, total = left - portions[place], total - wished[place]
    return portions


def _useful(column: Sequence[Text]) -> int:
    """Give what most of its cells take on one line: a few long ones take more lines."""
    lengths = list(map(_length, column))
    return min(max(lengths), 2 * sum(lengths) // len(lengths))


def _longest_word(text: Text) -> int:
    words = "".join(run.text for run in text)
    if is_pair(words):
        return len(words)
    parts = _PARTS.findall(words)
    return min(max(map(letters_of, parts), default=0), LONGEST)


def is_pair(text: str) -> bool:
    """Tell whether a text is two short values, such as a period or two colours, that stay on one line."""
    return _PAIR.fullmatch(text) is not None


def letters_of(part: str) -> int:
    """Count the letters of a word, of which the wide ones take more space."""
    return len(part) + (2 * len(_WIDE.findall(part)) + 4) // 5


def _length(text: Text) -> int:
    lines = "".join(run.text for run in text).split("\n")
    return max(min(max(map(len, lines)), WIDEST), _longest_word(text))
