"""What each member pays of an initiative in a year, from the keys: a check of how a plan was made."""

from collections.abc import Mapping

from icteregie.analysis.cost_sharing import NoShareError, cost_key_of, split_amount, weights
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
