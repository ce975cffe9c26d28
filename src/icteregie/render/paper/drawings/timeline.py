"""The planning of an agenda as SVG: a row an initiative, by domain, on an axis of quarters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.render.graph.gantt import Bar
from icteregie.render.paper.drawings.shapes import (
    ATTENTION,
    BAND,
    FAINT,
    HAIR,
    PLAN,
    drawing,
    line,
    rectangle,
)
from icteregie.render.paper.drawings.shapes import text as words
from icteregie.render.site.texts import wrapped

WIDTH, NAMES, ROW, AXIS = 618, 300, 20, 34
LETTER, LINE = 11, 13
MOST_HEIGHT = 740
"""Of the rows of one drawing, headings of domains among them: what stands on a page."""
_QUARTERS = 4
_INDENT, _GAP = 10, 4
_LINES = 2
_LIGHT = 110
"""Percent: how much more text that isn't bold goes on a line, which is measured in bold letters."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The lines of a title or of the name of a domain, and the bar of an initiative."""

    lines: tuple[str, ...]
    bar: Bar | None

    @property
    def height(self) -> int:
        return ROW + LINE * (len(self.lines) - 1)


@dataclass(frozen=True, slots=True)
class _Span:
    """The quarters of the axis, as the days that they begin on, with the day after the last."""

    days: tuple[date, ...]

    def at(self, day: date) -> int:
        """Give the place of the beginning of a day, in pixels from the left."""
        first, last = self.days[0], self.days[-1]
        share = (min(max(day, first), last) - first).days * (WIDTH - NAMES) // (last - first).days
        return NAMES + share


def timelines(bars: Sequence[Bar]) -> Iterator[str]:
    """Draw what is planned, a drawing for as many rows as a page has; all on the same axis."""
    if not bars:
        return
    span = _span(bars)
    for rows in _pages(bars):
        yield _timeline(rows, span)


def _span(bars: Sequence[Bar]) -> _Span:
    first, last = min(bar.start for bar in bars), max(max(bar.start, bar.end) for bar in bars)
    quarter = first.year * _QUARTERS + (first.month - 1) // 3
    end = max(last.year * _QUARTERS + (last.month - 1) // 3 + 1, quarter + 1)
    starts = (date(number // _QUARTERS, number % _QUARTERS * 3 + 1, 1) for number in range(quarter, end + 1))
    return _Span(tuple(starts))


def _pages(bars: Sequence[Bar]) -> Iterator[list[_Row]]:
    """Part the rows; a domain that goes on is named again."""
    rows: list[_Row] = []
    domain, height = None, 0
    for bar in bars:
        row, heading = _row(bar), _Row(wrapped(bar.domain, LETTER, WIDTH, 1), None)
        needed = row.height + (0 if bar.domain == domain else heading.height)
        if rows and height + needed > MOST_HEIGHT:
            yield rows
            rows, domain, height = [], None, 0
        added = [row] if bar.domain == domain else [heading, row]
        domain = bar.domain
        rows += added
        height += sum(each.height for each in added)
    yield rows


def _row(bar: Bar) -> _Row:
    most = (NAMES - _INDENT - _GAP) * _LIGHT // 100
    return _Row(wrapped(bar.title, LETTER, most, _LINES), bar)


def _timeline(rows: Sequence[_Row], span: _Span) -> str:
    height = AXIS + sum(row.height for row in rows) + 6
    parts = [*_axis(span, height)]
    top = AXIS
    for row in rows:
        parts += _written(row, span, top)
        top += row.height
    return drawing(WIDTH, height, "".join(parts))


def _axis(span: _Span, height: int) -> Iterator[str]:
    step = -(-(len(span.days) - 1) // 14)
    for number, (start, end) in enumerate(zip(span.days, span.days[1:], strict=False)):
        x, right = span.at(start), span.at(end)
        if number % 2:
            yield rectangle((x, AXIS, right - x, height - AXIS), BAND)
        if start.month == 1:
            yield line([(x, AXIS - 14), (x, height)], HAIR, 1)
        if start.month == 1 or not number:
            yield words(x + 3, 12, str(start.year), LETTER, font_weight="bold")
        if step == 1:
            yield words(x + 3, 27, f"Q{(start.month + 2) // 3}", LETTER, FAINT)
    yield line([(0, AXIS), (WIDTH, AXIS)], HAIR, 1)


def _written(row: _Row, span: _Span, top: int) -> Iterator[str]:
    if row.bar is None:
        yield words(0, top + 15, row.lines[0], LETTER, font_weight="bold")
        return
    for number, each in enumerate(row.lines):
        yield words(_INDENT, top + 14 + LINE * number, each, LETTER)
    left = span.at(row.bar.start)
    right = max(span.at(row.bar.day_after), left + 3)
    middle = top + (row.height - 12) // 2
    yield rectangle((left, middle, right - left, 12), ATTENTION if row.bar.is_critical else PLAN)
