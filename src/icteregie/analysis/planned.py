"""Which initiatives count on an agenda: the ones that ask for a place on it, or have one."""

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


def planned(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """Give the initiatives that ask for, or have, a place on an agenda, by id."""
    return tuple(i for i in portfolio.initiatives.values() if i.is_planned)
