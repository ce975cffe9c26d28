"""Which members get too small a share of a plan's value, from the weights: a check of how a plan was made."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from icteregie.analysis.cost_sharing import NoShareError, weights
from icteregie.analysis.plan.candidates import worth
from icteregie.analysis.plan.quarters import Quarter
from icteregie.portfolio.portfolio import Portfolio


def by_member(
    portfolio: Portfolio, year: int, plan: Iterable[tuple[str, Quarter, tuple[str, ...]]]
) -> Mapping[str, int]:
    """Add up by member what these are worth: id, start and members of each."""
    total: dict[str, int] = defaultdict(int)
    for name, start, members in plan:
        own = worth(portfolio, portfolio.initiatives[name], members, start // 4 - year)
        for member, amount in own.items():
            total[member] += amount
    return total


def short_of_floor(
    portfolio: Portfolio, year: int, percent: int, worth: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    """Find who gets less than so many percent of its weight in the default key, and by how much value.

    What a floor asks is rounded down to hundredths of a percent. Of no value at all nobody has a share.
    """
    partnership, value = portfolio.partnership, sum(worth.values())
    members = partnership.members_in(year) or partnership.members
    here = tuple(member for member in members if member not in portfolio.absent)
    try:
        key = partnership.cost_keys[partnership.default_cost_key]
        parts = weights(key, partnership, here) if percent else {}
    except (KeyError, NoShareError):
        return
    for member, part in parts.items():
        least = part * percent * 100 // 1
        short = least * value - 10_000 * worth.get(member, 0)
        if part and (short > 0 or not value):
            yield member, max(-(-short // 10_000), 0)
