"""The widths of columns, by what is in them: words and amounts stay whole, and prose gets the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from icteregie.messages.formats import unparted
from icteregie.render.paper.docx.runs import plain
from icteregie.render.paper.paper import Grid, Text
from icteregie.render.paper.widths import is_pair, spread

SIZES = (17, 15, 13)
"""Of the letters in a table, in half points; the first is that of the style."""
PADDING = 160
"""At both sides of a cell together, in twentieths of a point, with some to spare."""
_WIDEST_WORD = 3_000
"""A longer word, such as an address, may be broken."""
_LINES_OF_PROSE = 3
"""In so many lines a text should fit before a table asks for landscape."""
_WIDEST_PROSE = 2_600
"""No column asks for landscape with more than this."""
_LINES_OF_HEAD = 3
_SHORT_TABLE = 8
_MANY, _CRAMPED = 7, 6
"""A table of so many columns asks for landscape where a cell has more lines than this."""
_BOLD = 1.12
_AIR = 6
"""This part of its width is what a column of texts gets for air."""
_BREAKS = re.compile(r"(?<=[ \-\N{EN DASH}\n])")
_KEPT = re.compile(r"(?<=\d)-(?=\d|Q\d)")
# The widths of Helvetica, in thousandths of the size of the letters.
_NARROW = {
    **dict.fromkeys("ijl|'", 222),
    **dict.fromkeys(" ft.,:;/!I[]`", 300),
    **dict.fromkeys("()-r", 333),
    **dict.fromkeys("cksvxyzJ", 500),
}
_WIDE = {**dict.fromkeys("mM", 833), **dict.fromkeys("ABEKPSVXYZ&", 667), **dict.fromkeys("CDHNRUw", 722)}
_LETTERS = {
    **_NARROW,
    **_WIDE,
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("W%@", 950),
    "–": 556,
    "—": 1_000,
}


def width_of(text: str) -> int:
    """Estimate the width of a text in thousandths of the size of its letters."""
    return sum(_LETTERS.get(letter, 560 if ord(letter) < 0x2E80 else 1_000) for letter in text)


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column is at least, with most texts on one line, and with its head on one line too.

    In twentieths of a point.
    """

    least: int
    most: int
    ample: int
    is_amounts: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns of a table, in twentieths of a point, and the size of its letters."""

    widths: tuple[int, ...]
    size: int


def columns(grid: Grid, size: int, factor: float, *, is_whole: bool = True) -> list[Column]:
    """Measure the columns of a table in letters of a size in half points.

    ``factor`` is how wide the letters are beside those of Helvetica. In a whole table, the two amounts of a
    range stay on one line.
    """
    count = max([len(grid.heads), *map(len, grid.rows)])
    scale = size * 10 / 1_000 * factor
    return [_column(grid, place, scale, is_whole=is_whole) for place in range(count)]


def _column(grid: Grid, place: int, factor: float, *, is_whole: bool) -> Column:
    head = plain(grid.heads[place].text) if place < len(grid.heads) else ""
    texts = [plain(row[place]) for row in grid.rows if place < len(row)]
    first_bold = 0 if not grid.heads and place == 0 else len(texts) - grid.totals
    scales = [factor * _boldness(text, is_bold=at >= first_bold) for at, text in enumerate(texts)]
    head_width = max(_longest_word(head), width_of(head) / _LINES_OF_HEAD)
    words = [
        head_width * factor * _BOLD,
        *(_longest_word(text) * scale for text, scale in zip(texts, scales, strict=True)),
    ]
    lengths = [
        width_of(line) * scale for text, scale in zip(texts, scales, strict=True) for line in text.split("\n")
    ] or [0]
    # A head may stand on several lines, so its words count, not its length.
    longest = max(words[0], *lengths)
    is_amounts = place < len(grid.heads) and grid.heads[place].align == "right"
    least = min(longest if is_amounts and is_whole else max(words), _WIDEST_WORD)
    # A few texts that are much longer than the others take more lines.
    most = max(least, min(longest, 2 * sum(lengths) / len(lengths)))
    ample = max(most, width_of(head) * factor * _BOLD)
    needed, useful, airy = (round(each) + PADDING for each in (least, most, ample))
    return Column(needed, useful, airy, is_amounts)


def _boldness(text: str, *, is_bold: bool) -> float:
    """Say how much wider bold makes a text: figures keep their width."""
    return _BOLD if is_bold and any(map(str.isalpha, text)) else 1


def _longest_word(text: str) -> int:
    if is_pair(text):
        return width_of(text)
    kept = _KEPT.sub("\u2011", unparted(text))
    return max((width_of(word.rstrip()) for word in _BREAKS.split(kept)), default=0)


def is_wide(grid: Grid, space: int, factor: float) -> bool:
    """Tell whether a table needs more space than a page in portrait has.

    It does where its texts would be columns of single words, or where a cell of many columns is cramped. A
    short one rather has smaller letters than a page of its own.
    """
    size = SIZES[1] if len(grid.rows) <= _SHORT_TABLE else SIZES[0]
    wished = [
        max(each.least, min(each.most // (1 if each.is_amounts else _LINES_OF_PROSE), _WIDEST_PROSE))
        for each in columns(grid, size, factor)
    ]
    return sum(wished) > space or (len(wished) >= _MANY and _is_cramped(grid, space, factor))


def _is_cramped(grid: Grid, space: int, factor: float) -> bool:
    fit = fitted(grid, space, factor)
    return fit is not None and any(lines_of(row, fit, factor) > _CRAMPED for row in grid.rows)


def fitted(grid: Grid, space: int, factor: float) -> Columns | None:
    """Divide the space among the columns, in smaller letters where it must; None where it is too wide."""
    for is_whole, size in product((True, False), SIZES):
        measured = columns(grid, size, factor, is_whole=is_whole)
        if sum(each.least for each in measured) <= space:
            return Columns(_divided(measured, space), size)
    return None


def lines_of(row: Sequence[Text], columns: Columns, factor: float) -> int:
    """Estimate the lines of the tallest cell of a row."""
    scale = columns.size * 10 / 1_000 * factor
    cells = zip(row, columns.widths, strict=False)
    return max((_lines_in(plain(cell), (width - PADDING) / scale) for cell, width in cells), default=1)


def _lines_in(text: str, width: float) -> int:
    # What fits exactly takes one line, also where its width was rounded.
    return sum(max(1, ceil(width_of(line) / max(width, 1) - 0.01)) for line in text.split("\n"))


def _divided(measured: Sequence[Column], space: int) -> tuple[int, ...]:
    """Give each column what it needs, then what most of its texts take, then its head, then some air.

    What is left then stays beside the table: figures far from their name are hard to read.
    """
    widths = [each.least for each in measured]
    airy = [each.ample if each.is_amounts else each.ample + each.ample // _AIR for each in measured]
    for goal in ([each.most for each in measured], [each.ample for each in measured], airy):
        wished = [max(most - width, 0) for most, width in zip(goal, widths, strict=True)]
        portions = spread(space - sum(widths), wished)
        widths = [width + more for width, more in zip(widths, portions, strict=True)]
    return tuple(widths)


def parted(grid: Grid, space: int, factor: float) -> list[Grid]:
    """Part a table that is wider than the page into tables that fit, each with the first column."""
    least = [each.least for each in columns(grid, SIZES[-1], factor, is_whole=False)]
    groups: list[list[int]] = [[]]
    for place in range(1, len(least)):
        if groups[-1] and least[0] + sum(least[each] for each in groups[-1]) + least[place] > space:
            groups.append([])
        groups[-1].append(place)
    return [_part(grid, [0, *group]) for group in groups]


def _part(grid: Grid, places: Sequence[int]) -> Grid:
    heads = tuple(grid.heads[place] for place in places if place < len(grid.heads))
    rows = tuple(tuple(row[place] for place in places if place < len(row)) for row in grid.rows)
    return Grid(heads, rows, grid.caption, grid.totals)
