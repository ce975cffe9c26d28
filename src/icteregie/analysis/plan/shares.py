"""What each member pays of an initiative that starts where a plan puts it, in whole euros."""

from collections import defaultdict
from collections.abc import Mapping

from icteregie.analysis.cost_sharing import NoShareError, cost_key_of, split_amount, weights
from icteregie.analysis.plan.problem import MONEY, Column, Limit
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


def shares(
    portfolio: Portfolio,
    initiative: Initiative,
    members: tuple[str, ...],
    uses: Mapping[Limit, int],
    year: int,
) -> Mapping[str, int]:
    """Share one-off and recurring cost of a year over those who take part, each by itself.

    Who is no member any more on 1 January pays nothing, unless nobody is; without a key nobody does.
    """
    partnership = portfolio.partnership
    paying = tuple(m for m in members if m in partnership.members_in(year)) or members
    key = partnership.cost_keys.get(cost_key_of(initiative, partnership))
    paid: dict[str, int] = defaultdict(int)
    try:
        parts = weights(key, partnership, paying) if key else {}
    except NoShareError:
        parts = {}
    for kind in MONEY:
        for member, part in split_amount(uses.get(Limit(kind, year), 0), parts).items() if parts else ():
            paid[member] += part
    return paid


def contributions(portfolio: Portfolio, columns: tuple[Column, ...]) -> Mapping[str, int]:
    """Add up by member what all these cost it over all years, in the order of the members."""
    paid = dict.fromkeys(portfolio.partnership.members, 0)
    for column in columns:
        initiative = portfolio.initiatives[column.id]
        for year in sorted({limit.period for limit in column.uses if limit.what in MONEY}):
            for member, amount in shares(portfolio, initiative, column.members, column.uses, year).items():
                paid[member] += amount
    return paid
