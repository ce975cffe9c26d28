"""Who can be chosen for an agenda, who is fixed, and what each candidate is worth."""

from icteregie.analysis.standing.standing import TO_DECIDE, with_standing
from icteregie.analysis.standing.statuses import is_decided
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

PERCENT = (100, 80, 60, 40, 20)
"""What a value counts for by the year of the start: the agenda's, the next, and so on."""
HALVES = {"should": 3, "could": 1}
"""How many halves a value counts for by its priority; two without one of these."""


def candidates(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List who still ask for a place on the agenda of a year, by id."""
    return with_standing(portfolio, year, TO_DECIDE)


def fixed(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List who have their place already, whatever their agenda, by id: they stay where they are."""
    return tuple(i for i in portfolio.initiatives.values() if is_decided(i))


def value(initiative: Initiative, members: tuple[str, ...], years_later: int) -> int:
    """Reckon the value of an initiative for those who take part, when it starts so many years later.

    Urgency (1 without one) times the sum of their marks (0 without one), times a percentage by year; a
    should counts one and a half times, a could half.
    """
    score = initiative.score
    if score is None:
        return 0
    marks = sum(score.value_for(member) or 0 for member in members)
    percent = PERCENT[min(max(years_later, 0), len(PERCENT) - 1)]
    halves = HALVES.get(initiative.priority or "", 2)
    return (score.urgency or 1) * marks * percent * halves // 2


def has_marks(initiative: Initiative) -> bool:
    """Whether anyone said what it is worth."""
    return initiative.score is not None and bool(initiative.score.value)


def is_cost_unknown(initiative: Initiative) -> bool:
    """Whether nobody gave any amount of it."""
    return initiative.costs is None or not (initiative.costs.one_off or initiative.costs.recurring)
