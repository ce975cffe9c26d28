"""A season drawn with block characters: the same lines whatever the screen."""

from collections.abc import Iterator, Sequence

from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.arrivals.wording import deadlines, message, outside, plot_title
from icteregie.reports.arrivals.histogram import Bucket, Histogram

HIGH, LOW = 8, 4
"""Lines of the plot of arrivals at most, and of the plot of what had arrived."""
_WIDE = 32
"""With at most so many buckets each is two characters wide."""
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LINE = "│"
_PART = "╌"
"""The axis below a bucket that a deadline cut."""
_LABEL = 5


def lines(histogram: Histogram, language: Language) -> Iterator[str]:
    """Draw arrivals, months, the share that had arrived, and what the two lines stand for."""
    yield plot_title(histogram, language)
    yield ""
    yield from (line.rstrip() for line in _drawn(histogram, language))
    yield ""
    for number, text in enumerate(deadlines(histogram, language), 1):
        yield f"{number} {_LINE} {text}"
    if any(map(histogram.is_part, histogram.buckets)):
        yield f"{_PART} {_LINE} {message(language, 'drawing.part')}"
    yield from outside(histogram, language)


def _drawn(histogram: Histogram, language: Language) -> Iterator[str]:
    highest = histogram.highest
    high = max(1, min(HIGH, highest))
    yield f"{'':{_LABEL}} {_row(histogram, [' '] * len(histogram.buckets), number=True)}"
    counts = [_eighths(bucket.count, highest, high) for bucket in histogram.buckets]
    yield from _panel(histogram, counts, high, str(highest) if highest else "")
    yield _axis(histogram, "0")
    yield f"{'':{_LABEL}} {_months(histogram, language)}"
    yield ""
    yield f"{'':{_LABEL}} {message(language, 'drawing.reached')}"
    parts = [_eighths(bucket.reached, histogram.total, LOW) for bucket in histogram.buckets]
    yield from _panel(histogram, parts, LOW, "100%")
    yield _axis(histogram, "0%")


def _eighths(part: int, total: int, high: int) -> int:
    """Give the height of a bar in eighths of a line, rounded half up; what is there always shows."""
    if not part:
        return 0
    return max(1, (2 * part * high * 8 + total) // (2 * total))


def _panel(histogram: Histogram, heights: Sequence[int], high: int, top: str) -> Iterator[str]:
    for level in range(high - 1, -1, -1):
        bars = [_EIGHTHS[min(8, max(0, height - 8 * level))] for height in heights]
        start = f"{top:>{_LABEL - 1}} ┤" if level == high - 1 else f"{'':{_LABEL}}│"
        yield start + _row(histogram, bars)


def _axis(histogram: Histogram, label: str) -> str:
    signs = [_PART if histogram.is_part(bucket) else "─" for bucket in histogram.buckets]
    return f"{label:>{_LABEL - 1}} └{_row(histogram, signs, line='┴')}"


def _row(histogram: Histogram, signs: Sequence[str], *, line: str = _LINE, number: bool = False) -> str:
    """Set a sign for each bucket, and after the day of a deadline its line."""
    drawn = ""
    for bucket, sign in zip(histogram.buckets, signs, strict=True):
        drawn += sign * width(histogram)
        for place, day in enumerate((histogram.intake, histogram.dossier), 1):
            if bucket.last == day:
                drawn += str(place) if number else line
    return drawn


def width(histogram: Histogram) -> int:
    """Give how many characters wide a bucket is."""
    return 2 if len(histogram.buckets) <= _WIDE else 1


def _months(histogram: Histogram, language: Language) -> str:
    """Name each month under the bucket in which it begins, where there is room."""
    drawn = ""
    place = 0
    seen = None
    for bucket in histogram.buckets:
        month = _month(bucket)
        if month != seen and len(drawn) <= place:
            drawn = f"{drawn:<{place}}{formats.month(bucket.last, language)} "
            seen = month
        place += width(histogram) + sum(bucket.last == day for day in (histogram.intake, histogram.dossier))
    return drawn


def _month(bucket: Bucket) -> tuple[int, int]:
    return bucket.last.year, bucket.last.month
