"""The initiatives of which figures can be asked: they ask for a place, and are no experiment."""

from icteregie.analysis.standing.standing import own_standing
from icteregie.analysis.standing.statuses import is_asking
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


def estimated_requests(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List those that ask to be decided on, by id; experiments answer for their cap and nothing else.

    Who is late and asks for another route asks nothing of this agenda. Who names no agenda yet does ask.
    """
    asking = (i for i in portfolio.initiatives.values() if is_asking(i) and i.steering != "experimental")
    return tuple(i for i in asking if own_standing(portfolio, i) != "other-route")
