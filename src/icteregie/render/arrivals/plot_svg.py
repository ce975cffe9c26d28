"""Arrivals drawn as SVG: arrivals by week, the two deadlines, and the share that had arrived.

Colours are from a palette that colour-blind people can tell apart, and say nothing that the place
beside a line doesn't. All is drawn with attributes on a ground of its own, so it can be read on
any page; only for who prefers a dark one a style changes the colours.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from icteregie.analysis.arrivals import Punctuality
from icteregie.escape.html import html
from icteregie.messages import formats
from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language
from icteregie.render.arrivals.wording import deadlines, facts, message, outside, plot_title, title
from icteregie.reports.arrivals.histogram import Bucket, Histogram
from icteregie.reports.arrivals.view import ArrivalsReport

WIDTH, HEIGHT = 800, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 744, 116, 344
_PUNCTUALITIES: tuple[Punctuality, ...] = ("in-time", "after-intake", "after-dossier")
_LIGHT = {"in-time": "#0072b2", "after-intake": "#d55e00", "after-dossier": "#882255"}
_INK, _QUIET, _GRID, _GROUND = "#1f2328", "#59636e", "#d1d9e0", "#ffffff"
_DARK = """\
@media (prefers-color-scheme: dark) {
  .ground { fill: #0d1117 } .ink { fill: #f0f6fc } .quiet { fill: #b7bdc8 }
  .grid { stroke: #3d444d } .mark { stroke: #f0f6fc } .halo { stroke: #0d1117 }
  .in-time { fill: #56b4e9 } .after-intake { fill: #e69f00 } .after-dossier { fill: #ee99cc }
}"""
_OPENING = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
    f'width="{WIDTH}" height="{HEIGHT}" role="img" aria-labelledby="title desc" '
    'font-family="system-ui, sans-serif" font-size="13">'
)
_DAY = timedelta(days=1)
_STEPS = (1, 2, 5)
_MONTH_WIDTH = 34
_LETTER = 7
"""About how wide a letter is."""
_PALE = ' fill-opacity="0.55"'
"""How a bar of fewer days than the others differs from them."""
_LEGEND_ROWS = HEIGHT - 36, HEIGHT - 14
_LEGEND: dict[Punctuality, int] = {"in-time": 100, "after-intake": 140, "after-dossier": 210}
"""Room for the words of each side."""


def render(report: ArrivalsReport, language: Language) -> str:
    """Write the whole drawing."""
    histogram = report.histogram
    heading = title(report, language)
    lines = [f"{fact.label}: {fact.text}" for fact in facts(report, language)]
    numbers = (*deadlines(histogram, language), *outside(histogram, language))
    described = [plot_title(histogram, language), *numbers, *lines]
    parts = [
        _OPENING,
        f'<title id="title">{html(heading)}</title>',
        f'<desc id="desc">{html(" ".join(_ended(text) for text in described))}</desc>',
        f"<style>{_DARK}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}" rx="6" fill="{_GROUND}"/>',
        _heading(heading),
        _text(
            _LEFT, 52, " · ".join((plot_title(histogram, language), *outside(histogram, language))), "quiet"
        ),
        *_grid(histogram),
        *_bars(histogram, language),
        *_months(histogram, language),
        _reached(histogram),
        *_marks(histogram, language),
        *_legend(language),
        *_part_legend(histogram, language),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _text(x: float, y: float, text: str, style: str = "ink", anchor: str = "start") -> str:
    fill = _INK if style == "ink" else _QUIET
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{style}" fill="{fill}">'
        f"{html(text)}</text>"
    )


def _heading(text: str) -> str:
    style = f'class="ink" fill="{_INK}" font-size="17" font-weight="600"'
    return f'<text x="{_LEFT}" y="30" {style}>{html(text)}</text>'


def _halo(x: float, y: float, text: str, anchor: str) -> str:
    """Write a text that hides the lines behind it."""
    behind = (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="halo" fill="none" stroke="{_GROUND}" '
        f'stroke-width="6" stroke-linejoin="round" aria-hidden="true">{html(text)}</text>'
    )
    return behind + _text(x, y, text, anchor=anchor)


def _across(histogram: Histogram, day: date) -> float:
    """Give the place where a day begins."""
    first, last = histogram.buckets[0].first, histogram.buckets[-1].last + _DAY
    return _LEFT + (_RIGHT - _LEFT) * (day - first).days / (last - first).days


def _up(part: int, total: int) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * part / (total or 1)


def _step(highest: int) -> int:
    """Give the distance between lines of the grid, so that there are at most five."""
    size = 1
    while True:
        for step in _STEPS:
            if highest <= 5 * step * size:
                return step * size
        size *= 10


def _top(histogram: Histogram) -> int:
    """Give how many arrivals the plot is high: whole steps of the grid."""
    step = _step(max(1, histogram.highest))
    return -(-max(1, histogram.highest) // step) * step


def _grid(histogram: Histogram) -> Iterator[str]:
    top = _top(histogram)
    for number in range(0, top + 1, _step(max(1, histogram.highest))):
        y = _up(number, top)
        yield f'<line class="grid" x1="{_LEFT}" x2="{_RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{_GRID}"/>'
        yield _text(_LEFT - 8, y + 4.5, str(number), "quiet", "end")
    for percentage in (0, 50, 100):
        yield _text(_RIGHT + 8, _up(percentage, 100) + 4.5, f"{percentage}%", "quiet")


def _bars(histogram: Histogram, language: Language) -> Iterator[str]:
    """Draw a bar for every bucket in which something arrived, with its days and number to point at."""
    for bucket in histogram.buckets:
        if bucket.count:
            yield _bar(histogram, bucket, language)


def _bar(histogram: Histogram, bucket: Bucket, language: Language) -> str:
    left, right = _across(histogram, bucket.first), _across(histogram, bucket.last + _DAY)
    y = _up(bucket.count, _top(histogram))
    punctuality = bucket.punctuality
    name = "drawing.bar-part" if histogram.is_part(bucket) else "drawing.bar"
    tooltip = message(language, name, first=bucket.first, last=bucket.last, count=bucket.count)
    part = _PALE if histogram.is_part(bucket) else ""
    return (
        f'<rect class="{punctuality}"{part} x="{left + 0.5:.1f}" y="{y:.1f}" '
        f'width="{max(1.0, right - left - 1):.1f}" height="{_BOTTOM - y:.1f}" '
        f'fill="{_LIGHT[punctuality]}"><title>{html(tooltip)}</title></rect>'
    )


def _months(histogram: Histogram, language: Language) -> Iterator[str]:
    first, last = histogram.buckets[0].first, histogram.buckets[-1].last
    free, year = float(_LEFT - _MONTH_WIDTH), 0
    day = first
    while day <= last:
        x = _across(histogram, day)
        if (day.day == 1 or day == first) and x >= free + _MONTH_WIDTH and x <= _RIGHT - 20:
            yield _tick(x)
            yield _text(x, _BOTTOM + 20, formats.month(day, language), "quiet")
            if day.year != year:
                yield _text(x, _BOTTOM + 36, str(day.year), "quiet")
            free, year = x, day.year
        day += _DAY


def _tick(x: float) -> str:
    ends = f'y1="{_BOTTOM}" y2="{_BOTTOM + 5}"'
    return f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" {ends} stroke="{_GRID}"/>'


def _reached(histogram: Histogram) -> str:
    """Draw the share of all that were filed that had arrived by the end of each bucket."""
    total = histogram.total
    points = [(float(_LEFT), _up(histogram.earlier, total))]
    points += [
        (_across(histogram, bucket.last + _DAY), _up(bucket.reached, total)) for bucket in histogram.buckets
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    line = f'<polyline points="{path}" fill="none" stroke-linejoin="round"'
    return (
        f'{line} class="halo" stroke="{_GROUND}" stroke-width="3"/>\n'
        f'{line} class="mark" stroke="{_INK}" stroke-width="2"/>'
    )


def _marks(histogram: Histogram, language: Language) -> Iterator[str]:
    """Draw the line at the end of each deadline's day, with its words at its top.

    The later one is the higher, so that its words pass over the other line.
    """
    marks = zip((histogram.intake, histogram.dossier), deadlines(histogram, language), strict=True)
    for row, (day, text) in enumerate(sorted(marks, reverse=True)):
        x, y = _across(histogram, day + _DAY), 82 + 22 * row
        length = _LETTER * len(text)
        is_left = x - length >= _LEFT and (row == 1 or x + length > WIDTH)
        yield (
            f'<line class="mark" x1="{x:.1f}" x2="{x:.1f}" y1="{y - 12}" y2="{_BOTTOM}" stroke="{_INK}" '
            f'stroke-width="1.5" stroke-dasharray="5 3"/>'
        )
        yield _halo(x - 7 if is_left else x + 7, y, text, "end" if is_left else "start")


def _legend(language: Language) -> Iterator[str]:
    x, y = float(_LEFT), _LEGEND_ROWS[0]
    for punctuality in _PUNCTUALITIES:
        fill = _LIGHT[punctuality]
        yield f'<rect class="{punctuality}" x="{x:.1f}" y="{y - 11}" width="12" height="12" fill="{fill}"/>'
        yield _text(x + 18, y, term(language, "punctuality", punctuality))
        x += _LEGEND[punctuality]
    yield (
        f'<line class="mark" x1="{x:.1f}" x2="{x + 18:.1f}" y1="{y - 5}" y2="{y - 5}" '
        f'stroke="{_INK}" stroke-width="2"/>'
    )
    yield _text(x + 24, y, message(language, "drawing.line"))


def _part_legend(histogram: Histogram, language: Language) -> Iterator[str]:
    """Explain the pale bars, where there are any: one pale square of each colour."""
    if not any(bucket.count and histogram.is_part(bucket) for bucket in histogram.buckets):
        return
    x, y = float(_LEFT), _LEGEND_ROWS[1]
    for punctuality in _PUNCTUALITIES:
        yield (
            f'<rect class="{punctuality}"{_PALE} x="{x:.1f}" y="{y - 11}" width="12" height="12" '
            f'fill="{_LIGHT[punctuality]}"/>'
        )
        x += 12
    yield _text(x + 6, y, message(language, "drawing.part"))
