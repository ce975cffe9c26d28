"""A season drawn with block characters: the same lines whatever the screen."""

from collections.abc import Iterator, Sequence

from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.arrivals.words import deadlines, outside, say, stretches
from icteregie.reports.arrivals.histogram import Stretch, Wave

HIGH, LOW = 8, 4
"""Lines of the plot of arrivals at most, and of the plot of what had arrived."""
_WIDE = 32
"""With at most so many stretches each is two characters wide."""
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LINE = "│"
_LABEL = 5


def lines(wave: Wave, language: Language) -> Iterator[str]:
    """Draw arrivals, months, the share that had arrived, and what the two lines stand for."""
    yield stretches(wave, language)
    yield ""
    yield from (line.rstrip() for line in _drawn(wave, language))
    yield ""
    for number, text in enumerate(deadlines(wave, language), 1):
        yield f"{number} {_LINE} {text}"
    yield from outside(wave, language)


def _drawn(wave: Wave, language: Language) -> Iterator[str]:
    highest = wave.highest
    high = max(1, min(HIGH, highest))
    yield f"{'':{_LABEL}} {_row(wave, [' '] * len(wave.stretches), number=True)}"
    counts = [_eighths(stretch.count, highest, high) for stretch in wave.stretches]
    yield from _panel(wave, counts, high, str(highest) if highest else "")
    yield _axis(wave, "0")
    yield f"{'':{_LABEL}} {_months(wave, language)}"
    yield ""
    yield f"{'':{_LABEL}} {say(language, 'drawing.reached')}"
    parts = [_eighths(stretch.reached, wave.total, LOW) for stretch in wave.stretches]
    yield from _panel(wave, parts, LOW, "100%")
    yield _axis(wave, "0%")


def _eighths(part: int, whole: int, high: int) -> int:
    """Give the height of a bar in eighths of a line, rounded half up; what is there always shows."""
    if not part:
        return 0
    return max(1, (2 * part * high * 8 + whole) // (2 * whole))


def _panel(wave: Wave, heights: Sequence[int], high: int, top: str) -> Iterator[str]:
    for level in range(high - 1, -1, -1):
        bars = [_EIGHTHS[min(8, max(0, height - 8 * level))] for height in heights]
        start = f"{top:>{_LABEL - 1}} ┤" if level == high - 1 else f"{'':{_LABEL}}│"
        yield start + _row(wave, bars)


def _axis(wave: Wave, label: str) -> str:
    return f"{label:>{_LABEL - 1}} └{_row(wave, ['─'] * len(wave.stretches), line='┴')}"


def _row(wave: Wave, signs: Sequence[str], *, line: str = _LINE, number: bool = False) -> str:
    """Set a sign for each stretch, and after the day of a deadline its line."""
    made = ""
    for stretch, sign in zip(wave.stretches, signs, strict=True):
        made += sign * width(wave)
        for place, day in enumerate((wave.intake, wave.dossier), 1):
            if stretch.last == day:
                made += str(place) if number else line
    return made


def width(wave: Wave) -> int:
    """Give how many characters wide a stretch is."""
    return 2 if len(wave.stretches) <= _WIDE else 1


def _months(wave: Wave, language: Language) -> str:
    """Name each month under the stretch in which it begins, where there is room."""
    made = ""
    place = 0
    seen = None
    for stretch in wave.stretches:
        month = _month(stretch)
        if month != seen and len(made) <= place:
            made = f"{made:<{place}}{formats.month(stretch.last, language)} "
            seen = month
        place += width(wave) + sum(stretch.last == day for day in (wave.intake, wave.dossier))
    return made


def _month(stretch: Stretch) -> tuple[int, int]:
    return stretch.last.year, stretch.last.month
