"""The initiatives of which figures can be asked: they ask for a place, and are no experiment."""

from icteregie.analysis.standing.standing import own_standing
from icteregie.analysis.standing.statuses import is_asking
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

SURE_YEARS = 4
"""So many years after its end an initiative surely costs something: the years of a multi-year budget."""


def estimated_requests(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List those that ask to be decided on, by id; experiments answer for their cap and nothing else.

    Who is late and asks for another route asks nothing of this agenda. Who names no agenda yet does ask.
    """
    requests = (i for i in portfolio.initiatives.values() if is_asking(i) and i.steering != "experimental")
    return tuple(i for i in requests if own_standing(portfolio, i) != "other-route")


def recurring_until(initiative: Initiative) -> int:
    """Give the last year whose recurring cost must be estimated: of its last saving, or four after its end.

    0 without a saving and without a period.
    """
    estimated = initiative.period.last.year + SURE_YEARS if initiative.period else 0
    return max(last_saving(initiative), estimated)


def last_saving(initiative: Initiative) -> int:
    """Give the last year with a recurring saving; 0 without any."""
    savings = initiative.benefits.recurring if initiative.benefits else {}
    return max((year for year, amount in savings.items() if amount), default=0)
