"""Stacked columns as SVG, one a year: they stretch with the page, their texts don't."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from icteregie.escape.html import html
from icteregie.render.site.bars import place, width
from icteregie.render.site.html import Safe

_TOP, _PLOT, _BOTTOM = 36, 120, 20
"""The room above the highest column, that of the columns, and that of the years, in pixels."""
_CAP, _GAP = 14, 4
_FULL = 10_000
_SHARE = 64
"""Percent of the room of a year that its column takes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One year: its label, what it is made of from below, and its total in words.

    ``is_partial`` says that not all of it was estimated, so that something of unknown height comes on top.
    """

    label: str
    parts: tuple[tuple[Literal["runs", "new", "more"], int], ...]
    words: str
    is_partial: bool

    @property
    def total(self) -> int:
        """Its height in the unit of the scale."""
        return sum(amount for _, amount in self.parts)


def columns(every: Sequence[Column], scale: int) -> Safe:
    """Draw columns on a scale that begins at 0; the table beside it says the same, and exactly."""
    drawn = "".join(_column(each, number, len(every), scale) for number, each in enumerate(every))
    height = _TOP + _PLOT + _BOTTOM
    return Safe(
        f'<svg class="bar columns" aria-hidden="true" focusable="false" width="100%" height="{height}">'
        f"{drawn}"
        f'<line class="axis" x1="0" x2="100%" y1="{_TOP + _PLOT}" y2="{_TOP + _PLOT}"/></svg>'
    )


def _column(each: Column, number: int, count: int, scale: int) -> str:
    """Draw one year in a frame of its own, as high as the columns can be."""
    left, wide = (
        (_FULL * (2 * number + 1) // 2 - _SHARE * _FULL // 200) // count,
        _SHARE * _FULL // 100 // count,
    )
    top = _from_above(each.total, scale)
    total = _text("total", -_GAP - (_CAP + _GAP // 2) * each.is_partial, each.words)
    cap = f'<rect class="unknown" y="{-_CAP}" width="100%" height="{_CAP - 2}"/>' if each.is_partial else ""
    return (
        f'<svg x="{place(left, _FULL)}" y="{_TOP}" width="{place(wide, _FULL)}" height="{_PLOT}" '
        f'overflow="visible">{_parts(each, scale)}'
        f'<svg y="{top}" width="100%" height="1" overflow="visible">{cap}{total}</svg>'
        f"{_text('label', _PLOT + _BOTTOM - 4, each.label)}</svg>"
    )


def _text(kind: str, y: int, text: str) -> str:
    return f'<text class="{kind}" x="50%" y="{y}" text-anchor="middle">{html(text)}</text>'


def _parts(each: Column, scale: int) -> str:
    ends = [0]
    for _, amount in each.parts:
        ends.append(ends[-1] + amount)
    return "".join(
        f'<rect class="{kind}" y="{_from_above(last, scale)}" width="100%" '
        f'height="{width(first, last, scale)}"/>'
        for (kind, _), (first, last) in zip(each.parts, pairwise(ends), strict=True)
        if last > first
    )


def _from_above(value: int, scale: int) -> str:
    return place(scale - value, scale) if scale > 0 else "100.00%"
