"""A deadline on a strip as SVG: the plan, the days that are too late, and a deadline beyond its ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from icteregie.escape.html import html
from icteregie.render.site.bars import HEIGHT, Mark, Part, drawn, framed, place
from icteregie.render.site.html import Safe

_LABELLED = HEIGHT + 14
_BASELINE = _LABELLED - 2
_MIDDLE = 10
_EDGE = 15
"""Percent: a label whose middle is nearer to an end of the strip begins or ends there."""


@dataclass(frozen=True, slots=True)
class Strip:
    """From the first day to the last, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def at(self, day: date) -> int:
        """Give the number of a day, from 0; below 0 or from ``days`` on where it isn't on the strip."""
        return (day - self.first).days


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline, the plan for it, and the words for its day and for the days that it is late, "" for none.

    ``end`` is when it is ready, None when nobody can say; what is external is never late.
    """

    day: date
    start: date | None
    end: date | None
    day_words: str
    late_words: str
    is_external: bool


def strip(due: Due, axis: Strip) -> Safe:
    """Draw a deadline; all that is said by it stands beside it too."""
    parts = [each for each in (_within(each, axis.days) for each in _parts(due, axis)) if each]
    beyond = -1 if due.day < axis.first else 1 if due.day > axis.last else 0
    kind = "external" if due.is_external else ""
    marks = [] if beyond else [Mark("diamond", axis.at(due.day), kind=kind)]
    arrow = _arrow(beyond, kind) if beyond else ""
    label = _beyond_label(due, beyond) if beyond else _late_label(due, parts, axis.days)
    return framed(
        f"{drawn(parts, axis.days, marks)}{arrow}{label}", "quarters", _LABELLED if label else HEIGHT
    )


def _parts(due: Due, axis: Strip) -> Iterator[Part]:
    if due.end is None:
        return
    start = max(due.start or due.end - timedelta(days=1), axis.first)
    until = due.end if due.is_external else min(due.end, due.day)
    yield Part("plan", axis.at(start), axis.at(until) + 1)
    if due.end > until:
        yield Part("late", axis.at(due.day) + 1, axis.at(due.end) + 1)


def _within(part: Part, days: int) -> Part | None:
    first, last = max(0, part.first), min(days, part.last)
    return Part(part.kind, first, last) if first < last else None


def _arrow(beyond: int, kind: str) -> str:
    x, path = ("100.00%", "M-9-6 0 0-9 6z") if beyond > 0 else ("0.00%", "M9-6 0 0 9 6z")
    return (
        f'<svg class="{f"mark {kind}".strip()}" x="{x}" y="{_MIDDLE}" width="1" height="1" '
        f'overflow="visible"><path d="{path}"/></svg>'
    )


def _beyond_label(due: Due, beyond: int) -> str:
    text = " · ".join(each for each in (due.day_words, due.late_words) if each)
    x, anchor = ("100.00%", "end") if beyond > 0 else ("0.00%", "start")
    return _text(text, x, anchor, "late" if due.late_words else "day")


def _late_label(due: Due, parts: list[Part], days: int) -> str:
    """Write the days under the gap; at its begin or its end where the label would leave the strip."""
    late = next((each for each in parts if each.kind == "late"), None)
    if late is None:
        return ""
    middle = (late.first + late.last) // 2
    x, anchor = place(middle, days), "middle"
    if middle * 100 < _EDGE * days:
        x, anchor = place(late.first, days), "start"
    elif middle * 100 > (100 - _EDGE) * days:
        x, anchor = place(late.last, days), "end"
    return _text(due.late_words, x, anchor, "late")


def _text(text: str, x: str, anchor: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{_BASELINE}" text-anchor="{anchor}">{html(text)}</text>'
