"""What the initiatives of an agenda year request: money, and hours of teams."""

from collections import defaultdict
from collections.abc import Mapping

from icteregie.analysis.standing.amounts import amount_in
from icteregie.analysis.standing.standing import had_place, is_on_own_agenda, on_agenda
from icteregie.analysis.standing.statuses import is_decided
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio

QUARTERS = (1, 2, 3, 4)


def requested_cost(portfolio: Portfolio, year: int) -> tuple[int, int]:
    """Add the one-off and the recurring cost, in this year, of all on its agenda, in whole euros."""
    costs = [amount_in(portfolio, i, year) for i in on_agenda(portfolio, year)]
    return sum(one_off for one_off, _ in costs), sum(recurring for _, recurring in costs)


def cost_of_agenda(portfolio: Portfolio, year: int) -> tuple[int, int]:
    """Add the one-off and the recurring cost, in this year, of all that is or was on its agenda.

    What is over counts with what was spent. In whole euros.
    """
    over = [amount_in(portfolio, i, year) for i in had_place(portfolio, year)]
    one_off, recurring = requested_cost(portfolio, year)
    return one_off + sum(cost for cost, _ in over), recurring + sum(cost for _, cost in over)


def quarter_of(moment: Moment) -> tuple[int, int]:
    """Return the year and the quarter (1 to 4) in which a moment starts."""
    return moment.first.year, (moment.first.month + 2) // 3


def team_hours(portfolio: Portfolio) -> Mapping[tuple[str, int, int], dict[str, int]]:
    """Add the hours requested of each team in each quarter, by initiative, largest first.

    All count that are on an agenda or run, whatever the budget covers. Effort for a month or a day
    counts in its quarter. Keys are (team, year, quarter).
    """
    load: dict[tuple[str, int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for initiative in portfolio.initiatives.values():
        if not (is_decided(initiative) or is_on_own_agenda(portfolio, initiative)):
            continue
        for team, effort in initiative.effort.items():
            for moment, amount in effort.items():
                load[(team, *quarter_of(moment))][initiative.id] += amount
    return {
        key: dict(sorted(hours_by_initiative.items(), key=lambda f: (-f[1], f[0])))
        for key, hours_by_initiative in sorted(load.items())
    }
