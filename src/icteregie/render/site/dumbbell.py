"""Two dots on a line as SVG: what was adopted and what is foreseen now; and how the latter moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.render.site.bars import place
from icteregie.render.site.html import Safe

HEIGHT, MIDDLE = 20, 10
_WIDE, _HIGH, _EDGE = 64, 20, 4


@dataclass(frozen=True, slots=True)
class Scale:
    """From the least to the most, in any unit."""

    least: int
    most: int

    def at(self, value: int) -> str:
        """Give the place of a value as a percentage."""
        return place(value - self.least, self.most - self.least)


def dumbbell(adopted: int | None, now: int | None, scale: Scale) -> Safe:
    """Draw a ring at what was adopted and a dot at what is foreseen; what is said by it stands beside it."""
    middle = f'y1="{MIDDLE}" y2="{MIDDLE}"'
    drawn = f'<line class="base" x1="0" x2="100%" {middle}/>'
    if adopted is not None and now is not None:
        drawn += f'<line class="moved" x1="{scale.at(adopted)}" x2="{scale.at(now)}" {middle}/>'
    if now is not None:
        drawn += f'<circle class="now" cx="{scale.at(now)}" cy="{MIDDLE}" r="4.5"/>'
    if adopted is not None:
        drawn += f'<circle class="adopted" cx="{scale.at(adopted)}" cy="{MIDDLE}" r="7"/>'
    return Safe(
        f'<svg class="bar dumbbell" aria-hidden="true" focusable="false" width="100%" height="{HEIGHT}">'
        f"{drawn}</svg>"
    )


def sparkline(points: Sequence[tuple[date, date]], days: Scale) -> Safe:
    """Draw the end that was foreseen on each day as steps, a later end higher; "" when it never moved."""
    ends = [end.toordinal() for _, end in points]
    if len(set(ends)) < 2:
        return Safe("")
    heights = Scale(min(ends), max(ends))
    places = [
        (_along(day.toordinal(), days, _WIDE), _HIGH - _along(end, heights, _HIGH))
        for (day, _), end in zip(points, ends, strict=True)
    ]
    steps = "".join(f"H{x}V{y}" for x, y in places[1:])
    right, last = _WIDE - _EDGE, places[-1][1]
    return Safe(
        f'<svg class="spark" aria-hidden="true" focusable="false" width="{_WIDE}" height="{_HIGH}">'
        f'<path d="M{places[0][0]} {places[0][1]}{steps}H{right}"/>'
        f'<circle cx="{right}" cy="{last}" r="3"/></svg>'
    )


def _along(value: int, scale: Scale, length: int) -> int:
    """Give the place of a value in pixels, within the edges."""
    span = max(scale.most - scale.least, 1)
    return _EDGE + (value - scale.least) * (length - 2 * _EDGE) // span
