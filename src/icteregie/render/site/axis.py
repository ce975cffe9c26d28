"""The axis of a timeline: quarters of equal width, with the year of the agenda and today on it."""

from dataclasses import dataclass
from datetime import date

from icteregie.escape.html import html
from icteregie.render.site.bars import place
from icteregie.render.site.html import Safe
from icteregie.render.site.quarters import Quarter, quarter_of

_UNIT = 1_000
_LABELLED = 12
"""Up to so many quarters each has its label; of more only the years have."""
GRID = "timeline-grid"


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first to the last quarter, both inclusive; ``year`` is that of the agenda."""

    first: Quarter
    last: Quarter
    year: int
    today: date

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """All quarters in their order."""
        shown = [self.first]
        while shown[-1] < self.last:
            shown.append(shown[-1].next)
        return tuple(shown)

    @property
    def length(self) -> int:
        """The length of the axis in the units of ``begin`` and ``end``."""
        return _UNIT * self._number(self.last.next)

    def begin(self, day: date) -> int:
        """Give where a day begins; before 0 or after the length where it isn't on the axis."""
        quarter = quarter_of(day)
        return _UNIT * self._number(quarter) + _UNIT * (day - quarter.first).days // quarter.days

    def end(self, day: date) -> int:
        """Give where a day ends."""
        quarter = quarter_of(day)
        return _UNIT * self._number(quarter) + _UNIT * ((day - quarter.first).days + 1) // quarter.days

    def at(self, point: int) -> str:
        """Give a point of the axis as a percentage, within its ends."""
        return place(point, self.length)

    def grid(self) -> Safe:
        """Draw what stands behind every row, once: bands, the year of the agenda, and today."""
        width = self.at(_UNIT)
        bands = "".join(
            f'<rect class="odd" x="{self.at(_UNIT * number)}" y="0" width="{width}" height="100%"/>'
            for number, quarter in enumerate(self.quarters)
            if quarter.number % 2
        )
        ends = [self._number(Quarter(year, 1)) * _UNIT for year in (self.year, self.year + 1)]
        lines = "".join(
            f'<line class="year" x1="{self.at(end)}" x2="{self.at(end)}" y1="0" y2="100%"/>'
            for end in ends
            if 0 <= end <= self.length
        )
        now = self.begin(self.today)
        if 0 <= now < self.length:
            lines += f'<line class="today" x1="{self.at(now)}" x2="{self.at(now)}" y1="0" y2="100%"/>'
        return Safe(f'<g id="{GRID}">{bands}{lines}</g>')

    def labels(self) -> Safe:
        """Write the years and, where there is room, the quarters."""
        has_quarters = len(self.quarters) <= _LABELLED
        texts = ""
        for number, quarter in enumerate(self.quarters):
            if not number or quarter.number == 1:
                kind = "agenda-year" if quarter.year == self.year else "other-year"
                texts += self._label(_UNIT * number, 13, kind, str(quarter.year), "start")
            if has_quarters:
                texts += self._label(
                    _UNIT * number + _UNIT // 2, 30, "quarter", f"Q{quarter.number}", "middle"
                )
        height = 36 if has_quarters else 19
        return Safe(
            f'<svg class="axis-labels" aria-hidden="true" focusable="false" width="100%" height="{height}">'
            f"{texts}</svg>"
        )

    def _label(self, point: int, y: int, kind: str, text: str, anchor: str) -> str:
        return f'<text class="{kind}" x="{self.at(point)}" y="{y}" text-anchor="{anchor}">{html(text)}</text>'

    def _number(self, quarter: Quarter) -> int:
        return 4 * (quarter.year - self.first.year) + quarter.number - self.first.number
