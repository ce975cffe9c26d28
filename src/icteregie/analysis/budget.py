"""What the initiatives of an agenda year request: money, and hours of teams."""

from collections import defaultdict
from collections.abc import Mapping

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio

QUARTERS = (1, 2, 3, 4)


def annual_cost(initiative: Initiative, year: int) -> tuple[int, int]:
    """Return the one-off and the recurring cost of an initiative in one year, in whole euros."""
    if initiative.costs is None:
        return 0, 0
    return initiative.costs.one_off.get(year, 0), initiative.costs.recurring.get(year, 0)


def requested_cost(portfolio: Portfolio, year: int) -> tuple[int, int]:
    """Add the one-off and the recurring cost, in this year, of all on its agenda, in whole euros."""
    costs = [annual_cost(i, year) for i in portfolio.on_agenda(year)]
    return sum(one_off for one_off, _ in costs), sum(recurring for _, recurring in costs)


def quarter_of(moment: Moment) -> tuple[int, int]:
    """Return the year and the quarter (1 to 4) in which a moment starts."""
    return moment.first.year, (moment.first.month + 2) // 3


def team_hours(portfolio: Portfolio) -> Mapping[tuple[str, int, int], dict[str, int]]:
    """Add the hours requested of each team in each quarter, by initiative, largest first.

    All planned initiatives count. Effort for a month or a day counts in its quarter. Keys are
    (team, year, quarter).
    """
    load: dict[tuple[str, int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for initiative in portfolio.initiatives.values():
        if not initiative.is_planned:
            continue
        for team, effort in initiative.effort.items():
            for moment, amount in effort.items():
                load[(team, *quarter_of(moment))][initiative.id] += amount
    return {
        key: dict(sorted(hours_by_initiative.items(), key=lambda f: (-f[1], f[0])))
        for key, hours_by_initiative in sorted(load.items())
    }
