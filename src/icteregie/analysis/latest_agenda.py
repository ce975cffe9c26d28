"""Which agenda a command is about where nobody named one."""

from icteregie.portfolio.portfolio import Portfolio


def latest_agenda(portfolio: Portfolio) -> int | None:
    """Give the last agenda that an initiative names; where none is named, the last that has dates.

    A year of which only the dates and the budget are known already is not yet what people mean. None where
    no agenda has dates.
    """
    known = portfolio.partnership.agendas
    named = {getattr(initiative, "agenda", None) for initiative in portfolio.initiatives.values()}
    return max((year for year in known if year in named), default=max(known, default=None))
