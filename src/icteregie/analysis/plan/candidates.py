"""Who can be chosen for an agenda, who is fixed, and what each candidate is worth."""

from collections.abc import Mapping
from decimal import Decimal

from icteregie.analysis.standing.standing import TO_DECIDE, with_standing
from icteregie.analysis.standing.statuses import is_decided
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

PERCENT = (100, 80, 60, 40, 20)
"""What a value counts for by the year of the start: the agenda's, the next, and so on."""


def candidates(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List who still ask for a place on the agenda of a year, by id."""
    return with_standing(portfolio, year, TO_DECIDE)


def fixed(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List who have their place already, whatever their agenda, by id: they stay where they are."""
    return tuple(i for i in portfolio.initiatives.values() if is_decided(i))


def worth(
    portfolio: Portfolio, initiative: Initiative, members: tuple[str, ...], years_later: int
) -> Mapping[str, int]:
    """Reckon what an initiative is worth to each who takes part, when it starts so many years later.

    Urgency (1 without one) times the mark (0 without one), times a percentage by year, times the weight of
    its priority, rounded down. The value of an initiative is the sum of these.
    """
    score = initiative.score
    if score is None:
        return {}
    percent = PERCENT[min(max(years_later, 0), len(PERCENT) - 1)]
    times = (score.urgency or 1) * percent * priority_weight(portfolio, initiative)
    return {member: int(times * (score.value_for(member) or 0)) for member in members}


def value(portfolio: Portfolio, initiative: Initiative, members: tuple[str, ...], years_later: int) -> int:
    """Reckon the value of an initiative for those who take part, when it starts so many years later."""
    return sum(worth(portfolio, initiative, members, years_later).values())


def priority_weight(portfolio: Portfolio, initiative: Initiative) -> Decimal:
    """Give how many times a value counts by its priority; 1 of what is no should and no could."""
    by = portfolio.partnership.thresholds.priority_weights
    return {"should": by.should, "could": by.could}.get(initiative.priority or "", Decimal(1))


def has_marks(initiative: Initiative) -> bool:
    """Whether anyone said what it is worth."""
    return initiative.score is not None and bool(initiative.score.value)


def is_cost_unknown(initiative: Initiative) -> bool:
    """Whether nobody gave any amount of it."""
    return initiative.costs is None or not (initiative.costs.one_off or initiative.costs.recurring)
