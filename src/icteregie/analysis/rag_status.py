"""RAG status (red, amber, green): what is foreseen of an initiative against what was adopted.

Calculated, not declared.
Green up to 10 percent more than the first baseline, amber up to 20, red above; any amount above a
given 0 is red. One-off cost, recurring cost and duration each have a colour; what the baseline
doesn't give, or what is not known now, has none. Nor has the plan of the whole where a step was adopted.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from icteregie.analysis.facts import Quantity
from icteregie.analysis.foreseen import Foreseen, foreseen
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.progress import Baseline, Colour

GREEN_UP_TO, AMBER_UP_TO = Fraction(10, 100), Fraction(20, 100)
WORST_LAST: tuple[Colour, ...] = ("green", "amber", "red")


@dataclass(frozen=True, slots=True)
class RagStatus:
    """Cost and end as adopted and as now foreseen, with the resulting colours.

    Amounts are whole euros: the one-off cost of all years, and the recurring cost of a year. What is
    not known is None, and so is the colour of what can't be compared. ``reported`` is the day of the
    newest report that counts.
    """

    adopted_cost: int
    cost: int | None
    adopted_recurring: int | None
    recurring: int | None
    adopted_end: Moment
    end: Moment | None
    one_off_colour: Colour | None
    recurring_colour: Colour | None
    time_colour: Colour | None
    reported: date | None

    @property
    def cost_colour(self) -> Colour | None:
        """The worst of the colours of one-off and recurring cost; None without either."""
        known = [each for each in (self.one_off_colour, self.recurring_colour) if each is not None]
        return max(known, key=WORST_LAST.index, default=None)


def colour(excess: Fraction) -> Colour:
    """Return the colour of an excess (a fraction): 10 percent is green, 20 percent amber, both inclusive."""
    if excess <= GREEN_UP_TO:
        return "green"
    return "amber" if excess <= AMBER_UP_TO else "red"


def cost_colour(adopted: int | None, now: int | None) -> Colour | None:
    """Compare an amount with the one adopted; any amount above a given 0 is red, None without either."""
    if adopted is None or now is None:
        return None
    if not adopted:
        return "red" if now else "green"
    return colour(Fraction(now - adopted, adopted))


def rag_status(portfolio: Portfolio, initiative: Initiative) -> RagStatus | None:
    """Compare what is foreseen of an initiative with its first baseline; None when it has none yet."""
    baseline, day = initiative.baseline, portfolio.day
    if baseline is None or (day is not None and baseline.adopted > day):
        return None
    now = foreseen(portfolio, initiative)
    end = None if _is_beyond_step(baseline, now, "end") else now.end
    one_off = None if _is_beyond_step(baseline, now, "one_off") else now.one_off_total
    reports = (report.date for report in initiative.progress if day is None or report.date <= day)
    return RagStatus(
        baseline.one_off_total,
        now.one_off_total,
        baseline.recurring,
        now.recurring_level,
        baseline.end,
        now.end_moment,
        cost_colour(baseline.one_off_total, one_off),
        cost_colour(baseline.recurring, now.recurring_level),
        _time_colour(now.start, baseline.end.last, end),
        max(reports, default=None),
    )


def _is_beyond_step(baseline: Baseline, now: Foreseen, quantity: Quantity) -> bool:
    """Whether a step was adopted, and what is foreseen is the plan of all of the initiative."""
    fact = now.sources.get(quantity)
    return baseline.step is not None and fact is not None and fact.source == "plan"


def _time_colour(start: date | None, adopted: date, end: date | None) -> Colour | None:
    """Compare the duration in days with the one adopted, from the same first day."""
    if start is None or end is None:
        return None
    planned = (adopted - start).days + 1
    return colour(Fraction((end - adopted).days, max(planned, 1)))
