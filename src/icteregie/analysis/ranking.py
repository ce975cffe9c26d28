"""The order of the agenda list that directors decide on.

First obligations, by the heaviest of several: statutory before contractual before choice. Then the
priority that the innovation board gave (MoSCoW). Then value times urgency, highest first, then received.
"""

from decimal import Decimal

from icteregie.analysis.asked import request_of
from icteregie.analysis.obligations import KINDS, ranking_kind
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

_PRIORITIES = ("must", "should", "could", "wont")


def average_value(initiative: Initiative, members: tuple[str, ...]) -> Decimal | None:
    """Calculate the average value that the members scored, to one decimal; None without scores."""
    score = initiative.score
    values = [m for name in members if score and (m := score.value_for(name)) is not None]
    if not values:
        return None
    return (Decimal(sum(values)) / len(values)).quantize(Decimal("0.1"))


def rank_key(portfolio: Portfolio, initiative: Initiative) -> tuple[object, ...]:
    """Return the sort key of an initiative among those on one agenda."""
    priority = _PRIORITIES.index(initiative.priority) if initiative.priority else len(_PRIORITIES)
    worth = average_value(initiative, tuple(portfolio.partnership.members)) or Decimal(0)
    urgency = (initiative.score.urgency if initiative.score else None) or 0
    return (
        KINDS.index(ranking_kind(initiative)),
        priority,
        -worth * urgency,
        request_of(portfolio, initiative).received,
        initiative.id,
    )


def ranked(portfolio: Portfolio, initiatives: tuple[Initiative, ...]) -> tuple[Initiative, ...]:
    """Sort initiatives in the order of the list."""
    return tuple(sorted(initiatives, key=lambda i: rank_key(portfolio, i)))
