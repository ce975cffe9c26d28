"""A table for Word: fixed widths, a head that returns on each page, and rows that stay in one piece."""

from collections.abc import Iterator, Mapping

from icteregie.escape.word import word_line
from icteregie.render.paper.docx.elements import Element, element, flag
from icteregie.render.paper.docx.runs import plain, runs
from icteregie.render.paper.docx.styles import Styles
from icteregie.render.paper.docx.widths import PADDING, SIZES, Columns, fitted, lines_of, parted
from icteregie.render.paper.paper import Grid, Text

_SMALL_TABLE, _FACTS = 16, 32
"""A table of so many lines stays on one page, and so does one that says what a thing is, without heads."""
_LEAST_BOTTOM = 2
"""So many rows at least stand together above the total."""
_RULE: Mapping[str, str | int] = {"val": "single", "sz": 8, "space": 0, "color": "auto"}


def tables(
    grid: Grid, styles: Styles, bookmarks: Mapping[str, str], space: int, *, is_kept: bool = False
) -> Iterator[Element]:
    """Make the table of a grid, or several where it is wider than the page; without rows none.

    The end of one that is kept stays on the page of what follows.
    """
    if not grid.rows and not _has_heads(grid):
        return
    columns = fitted(grid, space, styles.letter_width)
    if columns is not None:
        yield _table(grid, _Rows(grid, styles, bookmarks, columns, is_kept=is_kept))
        return
    for each in parted(grid, space, styles.letter_width):
        own = fitted(each, space, styles.letter_width)
        count = max([len(each.heads), *map(len, each.rows)])
        columns = own or Columns((space // count,) * count, SIZES[-1])
        yield _table(each, _Rows(each, styles, bookmarks, columns, is_kept=is_kept))


def _has_heads(grid: Grid) -> bool:
    return any(plain(head.text).strip() for head in grid.heads)


def _table(grid: Grid, rows: "_Rows") -> Element:
    columns, styles = rows.columns, rows.styles
    has_heads = _has_heads(grid)
    caption = word_line(plain(grid.caption))
    properties = element(
        "tblPr",
        element("tblStyle", val=styles.table),
        element("tblW", w=sum(columns.widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblCellMar", *(element(edge, w=PADDING // 2 - 10, type="dxa") for edge in ("left", "right"))
        ),
        element(
            "tblLook",
            val="0020" if has_heads else "0000",
            firstRow=int(has_heads),
            lastRow=0,
            firstColumn=0,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        element("tblCaption", val=caption) if caption else None,
    )
    sizes = element("tblGrid", *(element("gridCol", w=width) for width in columns.widths))
    head = [rows.head()] if has_heads else []
    return element("tbl", properties, sizes, *head, *(rows.row(place) for place in range(len(grid.rows))))


def _is_whole(grid: Grid, columns: Columns, factor: float) -> bool:
    most = _SMALL_TABLE if _has_heads(grid) else _FACTS
    if len(grid.rows) > most:
        return False
    return sum(lines_of(row, columns, factor) for row in grid.rows) <= most


class _Rows:
    """Makes the rows of one table."""

    def __init__(
        self,
        grid: Grid,
        styles: Styles,
        bookmarks: Mapping[str, str],
        columns: Columns,
        *,
        is_kept: bool,
    ) -> None:
        self._grid, self.styles, self._bookmarks, self.columns = grid, styles, bookmarks, columns
        self._is_kept_below = is_kept
        self._first_total = len(grid.rows) - grid.totals
        self._is_whole = _is_whole(grid, columns, styles.letter_width)

    def head(self) -> Element:
        """Make the row with the heads, which Word repeats on each page."""
        properties = element("trPr", element("cantSplit"), element("tblHeader"))
        texts = [head.text for head in self._grid.heads]
        return element("tr", properties, *self._cells(texts, is_head=True, is_kept=True, has_rule=False))

    def row(self, place: int) -> Element:
        """Make a row by its place."""
        is_total = place >= self._first_total
        cells = self._cells(
            list(self._grid.rows[place]),
            is_head=is_total,
            is_kept=self._is_kept(place),
            has_rule=bool(place) and place == self._first_total,
        )
        return element("tr", element("trPr", element("cantSplit")), *cells)

    def _is_kept(self, place: int) -> bool:
        """Tell whether a row stays with the next: in a table that stays whole, and above what adds up."""
        if place == len(self._grid.rows) - 1:
            return self._is_kept_below
        has_end = self._grid.totals or self._is_kept_below
        return self._is_whole or (bool(has_end) and place >= self._first_total - _LEAST_BOTTOM)

    def _cells(self, texts: list[Text], *, is_head: bool, is_kept: bool, has_rule: bool) -> Iterator[Element]:
        for place, width in enumerate(self.columns.widths):
            text = texts[place] if place < len(texts) else ()
            is_label = not self._grid.heads and place == 0
            rule = element("tcBorders", element("top", **_RULE)) if has_rule else None
            yield element(
                "tc",
                element("tcPr", element("tcW", w=width, type="dxa"), rule),
                self._paragraph(text, place, is_strong=is_head or is_label, is_kept=is_kept),
            )

    def _paragraph(self, text: Text, place: int, *, is_strong: bool, is_kept: bool) -> Element:
        heads = self._grid.heads
        is_right = place < len(heads) and heads[place].align == "right"
        style = self.styles.ids["Table Heading" if is_strong else "Table Text"]
        properties = element(
            "pPr",
            element("pStyle", val=style),
            flag("keepNext", is_set=is_kept),
            element("jc", val="right") if is_right else None,
        )
        made = runs(text, self.styles.ids, self._bookmarks)
        if self.columns.size != SIZES[0]:
            for each in made:
                _shrink(each, self.columns.size)
        return element("p", properties, *made)


def _shrink(node: Element, size: int) -> None:
    for each in [node] if node.tag.endswith("}r") else list(node):
        first = next(iter(each), None)
        shape = first if first is not None and first.tag.endswith("}rPr") else element("rPr")
        shape.extend((element("sz", val=size), element("szCs", val=size)))
        each.insert(0, shape)
