"""What an initiative adds at whom and from when, and from when what it retires is no longer paid for."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from icteregie.analysis.cost_sharing import NoShareError, cost_key_of, split_amount, weights
from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.landscape.contracts import coming_end
from icteregie.portfolio.initiative import Addition, Initiative
from icteregie.portfolio.landscape import Contract
from icteregie.portfolio.portfolio import Portfolio

NEEDS = (
    *("adds", "agenda", "benefits", "cost_key", "costs", "late", "participants", "retires", "status"),
    *("submitted", *FORESEEN_END),
)
"""The keys of an initiative without which it can't be said what it adds and retires, and until when."""


def added_members(portfolio: Portfolio, initiative: Initiative, addition: Addition) -> tuple[str, ...]:
    """List the participants at whom an initiative adds an application, in their order."""
    named = set(addition.members)
    return tuple(m for m in portfolio.participants(initiative) if not named or m in named)


def added_on(portfolio: Portfolio, initiative: Initiative, addition: Addition) -> date | None:
    """Give the first day on which it is there, as written, or else the foreseen end; None when unknown."""
    return addition.start.first if addition.start else foreseen_span(portfolio, initiative).end


def paid_until(contract: Contract | None, end: date) -> date:
    """Give the last day that is paid for of what ends on a day: that day, or a later end of its contract.

    A contract that renews is given notice of for its first end that isn't before that day.
    """
    return coming_end(contract, end) or end


def shared_over(
    portfolio: Portfolio, initiative: Initiative, amount: int, members: tuple[str, ...]
) -> Mapping[str, int]:
    """Share whole euros over members by the key of an initiative; equally where that key gives no shares."""
    partnership = portfolio.partnership
    key = partnership.cost_keys.get(cost_key_of(initiative, partnership))
    try:
        parts = weights(key, partnership, members) if key else {}
    except NoShareError:
        parts = {}
    return split_amount(amount, parts or {member: Fraction(1, len(members)) for member in members})
