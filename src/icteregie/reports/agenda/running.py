"""What runs already, in money: what is foreseen of projects of earlier agendas, shared over the members."""

from collections.abc import Iterable

from icteregie.analysis.cost_sharing import CostSums, added, share_of
from icteregie.analysis.foreseen import foreseen
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


def running_contribution(portfolio: Portfolio, initiative: Initiative, year: int) -> CostSums:
    """Share what is foreseen of one project in a year, in whole euros; every member has a share, if only 0.

    Raises NoShareError when its key gives no participant any weight.
    """
    one_off, recurring = foreseen(portfolio, initiative).in_year(year)
    first = share_of(portfolio, initiative, one_off, year=year) if one_off else {}
    second = share_of(portfolio, initiative, recurring, year=year) if recurring else {}
    members = portfolio.partnership.members
    return CostSums(one_off, recurring, {m: (first.get(m, 0), second.get(m, 0)) for m in members})


def running_contributions(portfolio: Portfolio, running: Iterable[Initiative], year: int) -> CostSums:
    """Add what is foreseen of several projects in a year, each shared by itself."""
    sums = [running_contribution(portfolio, initiative, year) for initiative in running]
    return added(sums, portfolio.partnership.members)
