"""A table on a terminal, fitted to its width by rich. Only a screen ever sees this form."""

import io

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from icteregie.escape.terminal import terminal
from icteregie.escape.terminal import width as measured
from icteregie.render.tables.table import Table

LEAST_TEXT = (18, 8)
"""The longest word that a column of text holds unbroken: on a wide screen, on a narrow one."""


def render(table: Table, width: int, *, colour: bool = True) -> str:
    """Write the table for a screen of so many columns. Cells are text, never markup."""
    shown = RichTable(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    needed = _widths(table, width)
    for column, least in zip(table.columns, needed, strict=True):
        heading = Text(terminal(column.heading))
        shown.add_column(
            heading, justify="right" if column.is_right else "left", min_width=least, overflow="fold"
        )
    for row in table.shown:
        shown.add_row(*(Text(terminal(" ".join(cell.words.split()))) for cell in row))
    out = io.StringIO()
    screen = Console(
        file=out,
        width=max(width, sum(needed) + 3 * len(needed)),
        force_terminal=True,
        no_color=not colour,
        color_system="standard",
        legacy_windows=False,
    )
    screen.print(shown)
    return out.getvalue()


def _widths(table: Table, width: int) -> list[int]:
    """Give the least width of every column; words are broken only where the screen is narrow."""
    for longest in LEAST_TEXT:
        needed = [_least(table, number, longest) for number in range(len(table.columns))]
        if sum(needed) + 3 * len(needed) <= width:
            break
    return needed


def _least(table: Table, number: int, longest: int) -> int:
    """Amounts are never broken over two lines, texts may be; give the least a column needs."""
    column = table.columns[number]
    texts = [row[number].words for row in table.shown]
    parts = texts if column.is_right else [word for text in texts for word in text.split()]
    least = max(map(measured, (*column.heading.split(), *parts)), default=0)
    return least if column.is_right else min(longest, least)
