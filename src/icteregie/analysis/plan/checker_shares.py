"""What members pay of a plan, and which get too small a share of its value: a check of how it was made."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from icteregie.analysis.cost_sharing import NoShareError, cost_key_of, split_amount, weights
from icteregie.analysis.plan.candidates import worth
from icteregie.analysis.plan.quarters import Quarter
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


def member_shares(
    portfolio: Portfolio, initiative: Initiative, members: tuple[str, ...], year: int, amounts: list[int]
) -> Mapping[str, int]:
    """Share amounts of a year, each by itself, over who are members then; over all where nobody is."""
    partnership = portfolio.partnership
    key = partnership.cost_keys.get(cost_key_of(initiative, partnership))
    paying = tuple(m for m in members if m in partnership.members_in(year)) or members
    try:
        parts = weights(key, partnership, paying) if key else {}
    except NoShareError:
        return {}
    split = [split_amount(amount, parts) for amount in amounts]
    return {member: sum(each[member] for each in split) for member in parts}


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
