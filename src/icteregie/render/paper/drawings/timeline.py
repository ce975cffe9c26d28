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

WIDTH, NAMES, ROW, AXIS = 618, 264, 20, 34
LETTER = 11
MOST_ROWS = 37
"""Rows of one drawing, headings of domains among them: what stands on a page."""
_QUARTERS = 4


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


def _pages(bars: Sequence[Bar]) -> Iterator[list[Bar | str]]:
    """Part the rows; a domain that goes on is named again."""
    rows: list[Bar | str] = []
    domain = None
    for bar in bars:
        needed = 1 if bar.domain == domain else 2
        if len(rows) + needed > MOST_ROWS:
            yield rows
            rows, domain = [], None
        if bar.domain != domain:
            rows.append(bar.domain)
            domain = bar.domain
        rows.append(bar)
    yield rows


def _timeline(rows: Sequence[Bar | str], span: _Span) -> str:
    height = AXIS + ROW * len(rows) + 6
    parts = [*_axis(span, height)]
    for number, row in enumerate(rows):
        top = AXIS + ROW * number
        if isinstance(row, str):
            parts.append(words(0, top + 15, _fitted(row, WIDTH), LETTER, font_weight="bold"))
        else:
            parts += _bar(row, span, top)
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


def _bar(bar: Bar, span: _Span, top: int) -> Iterator[str]:
    yield words(10, top + 14, _fitted(bar.title, NAMES - 14), LETTER)
    left, right = span.at(bar.start), max(span.at(bar.day_after), span.at(bar.start) + 3)
    yield rectangle((left, top + 4, right - left, 12), ATTENTION if bar.is_critical else PLAN)


def _fitted(text: str, most: int) -> str:
    return "".join(wrapped(text, LETTER, most, 1))
