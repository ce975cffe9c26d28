"""Which initiatives count on an agenda: the ones that ask for a place on it, or have one."""

from icteregie.portfolio.initiative import ASKED, Initiative
from icteregie.portfolio.portfolio import Portfolio


def planned(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """Give the initiatives that ask for, or have, a place on an agenda, by id."""
    return tuple(i for i in portfolio.initiatives.values() if i.is_planned)


def asking(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """Give the initiatives that still ask for a decision on an agenda, by id."""
    return tuple(i for i in portfolio.initiatives.values() if i.agenda is not None and i.status in ASKED)
