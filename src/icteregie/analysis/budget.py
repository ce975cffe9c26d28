"""What one agenda year has to spend and to do it with: money asked, hours asked of teams."""

from collections import defaultdict
from collections.abc import Mapping

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio

QUARTERS = (1, 2, 3, 4)


def cost_in(initiative: Initiative, year: int) -> tuple[int, int]:
    """Give the one-off and the recurring cost of an initiative in one year, in whole euros."""
    if initiative.costs is None:
        return 0, 0
    return initiative.costs.one_off.get(year, 0), initiative.costs.recurring.get(year, 0)


def asked(portfolio: Portfolio, year: int) -> tuple[int, int]:
    """Add the one-off and the recurring cost, in this year, of all on its agenda."""
    costs = [cost_in(i, year) for i in portfolio.on_agenda(year)]
    return sum(one_off for one_off, _ in costs), sum(recurring for _, recurring in costs)


def quarter_of(moment: Moment) -> tuple[int, int]:
    """Give the year and the quarter in which a moment starts."""
    return moment.first.year, (moment.first.month + 2) // 3


def hours(portfolio: Portfolio) -> Mapping[tuple[str, int, int], dict[str, int]]:
    """Add the hours asked of each team in each quarter, by initiative, largest first.

    Counts everything that asks for a place on an agenda or runs. Effort given for a
    month or a day counts in its quarter. Keys are (team, year, quarter).
    """
    load: dict[tuple[str, int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for initiative in portfolio.initiatives.values():
        if not initiative.is_planned:
            continue
        for team, effort in initiative.effort.items():
            for moment, amount in effort.items():
                load[(team, *quarter_of(moment))][initiative.id] += amount
    return {
        key: dict(sorted(found.items(), key=lambda f: (-f[1], f[0]))) for key, found in sorted(load.items())
    }
