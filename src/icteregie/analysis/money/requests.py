"""The initiatives of which figures can be asked: they ask for a place, and are no experiment."""

from icteregie.analysis.standing.statuses import is_asking
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


def estimated_requests(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List those that ask to be decided on, by id; experiments answer for their cap and nothing else."""
    known = portfolio.initiatives.values()
    return tuple(i for i in known if is_asking(i) and i.steering != "experimental")
