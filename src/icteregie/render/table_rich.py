"""A table on a terminal, fitted to its width by rich. Only a screen ever sees this form."""

import io

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from icteregie.render.escape import terminal
from icteregie.render.table import Table
from icteregie.render.table_text import width as measured

LEAST_TEXT = 8


def render(table: Table, width: int, *, colour: bool = True) -> str:
    """Write the table for a screen of so many columns. Cells are text, never markup."""
    shown = RichTable(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    needed = [_least(table, number) for number in range(len(table.columns))]
    for column, least in zip(table.columns, needed, strict=True):
        heading = Text(terminal(column.heading))
        shown.add_column(
            heading, justify="right" if column.is_right else "left", min_width=least, overflow="fold"
        )
    for row in table.rows:
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


def _least(table: Table, number: int) -> int:
    """Amounts are never broken over two lines, texts may be; give the least a column needs."""
    column = table.columns[number]
    widest = max((measured(row[number].words) for row in table.rows), default=0)
    heading = max(measured(word) for word in column.heading.split() or [""])
    return max(heading, widest) if column.is_right else min(LEAST_TEXT, max(heading, widest))
