"""What each member pays of a row of ``regie status``."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from icteregie.analysis.cost_sharing import NoShareError, share_of
from icteregie.analysis.foreseen import Foreseen
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Share:
    """What one member pays of an initiative, in whole euros; None where that isn't known.

    ``spent`` is its share of what was spent, ``one_off`` of the foreseen cost of all years, ``recurring`` of
    the foreseen cost of a year.
    """

    member: str
    spent: int | None
    one_off: int | None
    recurring: int | None


def shares_of(portfolio: Portfolio, initiative: Initiative, now: Foreseen) -> Iterator[Share]:
    """Share what was spent and what is foreseen; none where the key gives no weight.

    What is foreseen of a year is for those who are members on 1 January of it, the recurring cost for
    those of the year of today.
    """
    this_year = portfolio.day.year if portfolio.day else None
    level, one_off = now.recurring_level, Counter[str]()
    try:
        spent = None if now.spent is None else share_of(portfolio, initiative, now.spent)
        for year, amount in (now.one_off or {}).items():
            one_off.update(share_of(portfolio, initiative, amount, year=year) if amount else {})
        recurring = None if level is None else share_of(portfolio, initiative, level, year=this_year)
    except NoShareError:
        return
    parts = (spent, None if now.one_off is None else one_off, recurring)
    for member in portfolio.participants(initiative):
        yield Share(member, *(None if part is None else part.get(member, 0) for part in parts))
