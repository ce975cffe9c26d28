"""RAG status (red, amber, green): deviation of a running initiative from what was adopted.

Calculated, not declared.
Green up to 10 percent more cost or duration than the first baseline, amber up to 20, red
above. The latest report counts for cost and end; without one, the latest rebaseline.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.progress import Colour

GREEN_UP_TO, AMBER_UP_TO = Fraction(10, 100), Fraction(20, 100)


@dataclass(frozen=True, slots=True)
class RagStatus:
    """Cost and end as adopted and as now forecast, with the resulting colours.

    Amounts are whole euros, one-off. ``reported`` is the day of the latest report.
    """

    adopted_cost: int
    cost: int
    adopted_end: Moment
    end: Moment
    cost_colour: Colour
    time_colour: Colour
    reported: date | None


def colour(excess: Fraction) -> Colour:
    """Return the colour of an excess (a fraction): 10 percent is green, 20 percent amber, both inclusive."""
    if excess <= GREEN_UP_TO:
        return "green"
    return "amber" if excess <= AMBER_UP_TO else "red"


def rag_status(initiative: Initiative) -> RagStatus | None:
    """Compare an initiative with its first baseline; None when it has none or no period."""
    baseline, period = initiative.baseline, initiative.period
    if baseline is None or period is None:
        return None
    cost, end = baseline.one_off, baseline.end
    for promise in sorted(initiative.rebaselines, key=lambda r: r.date):
        cost, end = promise.one_off, promise.end
    reports = sorted(initiative.progress, key=lambda p: p.date)
    for report in reports:
        cost = report.one_off if report.one_off is not None else cost
        end = report.end or end
    planned = (baseline.end.last - period.first).days + 1
    late = (end.last - baseline.end.last).days
    return RagStatus(
        baseline.one_off,
        cost,
        baseline.end,
        end,
        colour(Fraction(cost - baseline.one_off, max(baseline.one_off, 1))),
        colour(Fraction(late, max(planned, 1))),
        reports[-1].date if reports else None,
    )
