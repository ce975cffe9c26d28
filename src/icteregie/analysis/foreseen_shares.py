"""What each member pays of what was spent on an initiative and is foreseen of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from icteregie.analysis.cost_by_year import spent_by_year
from icteregie.analysis.cost_sharing import NoShareError, share_of_years
from icteregie.analysis.facts import amounts
from icteregie.analysis.foreseen import Foreseen
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Share:
    """What one member pays of an initiative, in whole euros; None where that isn't known.

    ``spent`` is its share of what was spent, ``one_off`` of the foreseen cost of all years, ``recurring`` of
    the foreseen cost of a year. Who has left pays nothing of a year that began after that.
    """

    member: str
    spent: int | None
    one_off: int | None
    recurring: int | None


def foreseen_shares(portfolio: Portfolio, initiative: Initiative, now: Foreseen) -> tuple[Share, ...]:
    """Share what was spent and is foreseen, each amount in its year; empty where the key has no weight."""
    spent = spent_by_year(amounts(portfolio, initiative, "spent")) or None
    quantities = (spent, now.one_off, _recurring_year(portfolio, now))
    try:
        parts = [{} if each is None else share_of_years(portfolio, initiative, each) for each in quantities]
    except NoShareError:
        return ()
    return tuple(
        Share(member, *(part.get(member) for part in parts)) for member in portfolio.participants(initiative)
    )


def _recurring_year(portfolio: Portfolio, now: Foreseen) -> Mapping[int, int] | None:
    """Give the recurring cost of a year, with the year whose members pay it: the first one still to come.

    That is this year or the first after it in which it costs something; where all are past, the last.
    """
    if now.recurring_level is None:
        return None
    years = sorted(year for year, amount in (now.recurring or {}).items() if amount)
    this_year = portfolio.day.year if portfolio.day else 0
    year = next((each for each in years if each >= this_year), years[-1] if years else this_year)
    return {year: now.recurring_level}
