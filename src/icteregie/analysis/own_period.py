"""The longest period that the file of an initiative allows, and up to where what transforms was decided.

What lies outside the period contradicts the file; an open go/no-go is no late end.
"""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.facts import all_ends
from icteregie.analysis.foreseen import foreseen_span
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio

NEEDS = ("period", "baseline", "rebaselines", "progress")
"""The keys of an initiative that its own period depends on."""

DECIDED_NEEDS = ("baseline", "steering", "steps")
"""The keys of an initiative, beside those of its foreseen end, that say up to where it was decided."""


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


def decided_end(portfolio: Portfolio, initiative: Initiative) -> date | None:
    """Give the last day of the steps decided so far, as foreseen; of what isn't decided in steps its end.

    Until its adoption these are the steps up to the next go/no-go, which is what it asks. Where a report or
    a new agreement says the end, that day counts. None when no end is known.
    """
    span = foreseen_span(portfolio, initiative)
    if span.end is None or span.fact is None or span.fact.source not in ("plan", "baseline"):
        return span.end
    last = _last_decided(initiative, portfolio.day)
    return span.end if last is None else min(span.end, last)


def undecided_days(portfolio: Portfolio, initiative: Initiative) -> int:
    """Count the days at its foreseen end that no go/no-go decided on yet; 0 where nothing is open."""
    end, last = foreseen_span(portfolio, initiative).end, decided_end(portfolio, initiative)
    return 0 if end is None or last is None else (end - last).days


def _last_decided(initiative: Initiative, today: date | None) -> date | None:
    """Give the end of the adopted step, or else of the next with a decision; None without open decision."""
    baseline = initiative.baseline
    if initiative.steering != "transformational":
        return None
    if baseline is not None:
        return baseline.end.last if baseline.step is not None else None
    ends = (step.end.last for step in initiative.steps if step.decide)
    return next((end for end in ends if today is None or end > today), None)
