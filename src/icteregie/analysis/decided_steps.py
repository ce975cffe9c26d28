"""Up to where what transforms was decided: an open go/no-go is no late end."""

from datetime import date

from icteregie.analysis.foreseen import foreseen_span
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

NEEDS = ("baseline", "steering", "steps")
"""The keys of an initiative, beside those of its foreseen end, that say up to where it was decided."""


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
