"""The longest period that the file of an initiative itself allows: what lies outside contradicts it."""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.facts import all_ends
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment

NEEDS = ("period", "baseline", "rebaselines", "progress")
"""The keys of an initiative that its own period depends on."""


@dataclass(frozen=True, slots=True)
class OwnPeriod:
    """From the earliest start to the latest end that a file states; a milestone has no start."""

    start: Moment | None
    end: Moment

    def is_before(self, day: date) -> bool:
        """Whether a day lies before the first; never of a milestone."""
        return self.start is not None and day < self.start.first

    def is_after(self, day: date) -> bool:
        """Whether a day lies after the last."""
        return day > self.end.last

    def is_quarter_before(self, day: date) -> bool:
        """Whether a day lies before the quarter before the one in which it starts."""
        return self.start is not None and _quarter(day) < _quarter(self.start.first) - 1

    def is_quarter_after(self, day: date) -> bool:
        """Whether a day lies after the quarter after the one in which it ends."""
        return _quarter(day) > _quarter(self.end.last) + 1


def own_period(initiative: Initiative) -> OwnPeriod | None:
    """Give the longest period that a file states; None where it asks for none."""
    period, baseline = initiative.period, initiative.baseline
    if period is None:
        return None
    stated = [period.end, *(fact.value for fact in all_ends(initiative))]
    starts = [each for each in (period.start, baseline.start if baseline else None) if each is not None]
    start = None if period.is_milestone else min(starts, key=lambda moment: moment.first)
    return OwnPeriod(start, max(stated, key=lambda moment: moment.last))


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3
