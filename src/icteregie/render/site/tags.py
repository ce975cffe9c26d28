"""The tags of the columns of a table on the page."""

from functools import lru_cache
from typing import TypeAlias

from icteregie.render.site.html import html
from icteregie.render.tables.table import Column

Tags: TypeAlias = tuple[bool, str, str, str]
"""Of a column: whether it holds amounts, the first tag of a cell that is filled or empty, and the last."""


@lru_cache
def tags_of(columns: tuple[Column, ...]) -> tuple[str, tuple[Tags, ...]]:
    """Write the heads of columns, and the tags of their cells, once for all rows of all tables like this."""
    heads = (f'<th scope="col"{_align(column)}>{html(column.heading)}</th>' for column in columns)
    return "".join(heads), tuple(_of_column(number, column) for number, column in enumerate(columns))


def _of_column(number: int, column: Column) -> Tags:
    """Write the tags of the cells of a column; the first names each row."""
    begin, end = ('<th scope="row"', "</th>") if number == 0 else ("<td", "</td>")
    aligned, label = _align(column), f' data-label="{html(column.heading)}">'
    empty = aligned or ' class="none"'
    return column.is_right, f"{begin}{aligned}{label}", f"{begin}{empty}{label}", end


def _align(column: Column) -> str:
    return ' class="amount"' if column.is_right else ""
