"""Whether what somebody waits for has a place before it: an idea can't be ready, whatever period it names."""

from typing import Literal, TypeAlias

from icteregie.analysis.standing.standing import own_standing
from icteregie.analysis.standing.statuses import NotDone, is_later, is_over, not_done
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

Unplanned: TypeAlias = NotDone | Literal["later", "other-route"]
"""The status of what nobody is going to do; on a ``later`` agenda; or asking for another route."""


def unplanned(portfolio: Portfolio, dependent: Initiative, on: Initiative) -> Unplanned | None:
    """Say why nobody has planned what an initiative waits for; None where it was done, or has its place."""
    if ended := not_done(on):
        return ended
    if is_later(on, dependent) and not is_over(on):
        return "later"
    return "other-route" if own_standing(portfolio, on) == "other-route" else None
