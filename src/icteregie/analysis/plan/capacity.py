"""How much room there is for what is chosen: budgets and teams, less what is fixed already."""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from icteregie.analysis.budget import QUARTERS, available_in_plan, quarter_of
from icteregie.analysis.cost_sharing import NoShareError, weights
from icteregie.analysis.plan.candidates import fixed
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.problem import Limit
from icteregie.analysis.plan.quarters import Quarter
from icteregie.analysis.standing.amounts import CostKind, amount_in
from icteregie.analysis.standing.statuses import names_agenda
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio


def horizon(portfolio: Portfolio, year: int) -> range:
    """Give the years that are planned: the agenda's own, and those after it as long as they have a budget."""
    last = year
    while (agenda := portfolio.agenda(last + 1)) is not None and (
        agenda.budget.one_off is not None or agenda.budget.recurring is not None
    ):
        last += 1
    return range(year, last + 1)


def capacity(portfolio: Portfolio, year: int, constraints: Constraints) -> Mapping[Limit, int]:
    """List what there is of everything that limits, never below 0; what isn't given doesn't limit."""
    known = fixed(portfolio)
    hours = _fixed_hours(known)
    left: dict[Limit, int] = {}
    for later in horizon(portfolio, year):
        agenda = portfolio.agenda(later)
        if agenda is None:
            continue
        for kind in ("one_off", "recurring"):
            amount = _money(portfolio, later, year, known, kind)
            if amount is not None:
                more = int((_planned(agenda, kind) or 0) * constraints.budget / 100)
                left[Limit("one-off" if kind == "one_off" else "recurring", later)] = amount + more
        for team, capacity in agenda.capacity.items():
            for number in QUARTERS:
                quarter = later * 4 + number - 1
                more = constraints.teams.get(team, 0)
                left[Limit("hours", quarter, team)] = capacity + more - hours.get((team, quarter), 0)
        for member, ceiling in constraints.ceilings.get(later, {}).items():
            left[Limit("share", later, member)] = ceiling
    part = _present(portfolio)
    return {
        limit: max(int(amount * (1 if limit.what == "share" else part)), 0) for limit, amount in left.items()
    }


def _planned(agenda: AgendaYear, kind: CostKind) -> int | None:
    return agenda.budget.one_off_to_plan if kind == "one_off" else agenda.budget.recurring


def _present(portfolio: Portfolio) -> Fraction:
    """Give the part of the room that is left when members are absent: their weight leaves with them."""
    partnership = portfolio.partnership
    if not portfolio.absent:
        return Fraction(1)
    try:
        key = partnership.cost_keys[partnership.default_cost_key]
        parts = weights(key, partnership, tuple(partnership.members))
    except (KeyError, NoShareError):
        return Fraction(1)
    return 1 - sum((parts.get(member, Fraction(0)) for member in portfolio.absent), Fraction(0))


def _money(
    portfolio: Portfolio, later: int, year: int, known: tuple[Initiative, ...], kind: CostKind
) -> int | None:
    """Take off what is available to the list of a year what is decided of that list.

    Of a later year also what the agendas from the planned one on already take of its money.
    """
    available = available_in_plan(portfolio, later, kind, year)
    if available is None:
        return None
    place = 0 if kind == "one_off" else 1
    return available.left - sum(
        amount_in(portfolio, i, later)[place] for i in known if names_agenda(i, later)
    )


def _fixed_hours(known: tuple[Initiative, ...]) -> Mapping[tuple[str, Quarter], int]:
    hours: dict[tuple[str, Quarter], int] = defaultdict(int)
    for initiative in known:
        for team, effort in initiative.effort.items():
            for moment, amount in effort.items():
                year, number = quarter_of(moment)
                hours[team, year * 4 + number - 1] += amount
    return hours
