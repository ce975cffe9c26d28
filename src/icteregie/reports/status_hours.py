"""The hours that the rows of ``regie status`` take of each team."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from icteregie.analysis.budget import team_hours
from icteregie.portfolio.portfolio import Portfolio

Quarters: TypeAlias = tuple[int, int, int, int]
"""Hours in the four quarters of a year."""
NO_HOURS: Quarters = (0, 0, 0, 0)


def hours_by_team(
    portfolio: Portfolio, ids: Collection[str], year: int
) -> Mapping[str, Mapping[str, Quarters]]:
    """Give the hours of each team in the four quarters of a year, by initiative, of these only."""
    by_team: dict[str, dict[str, Quarters]] = {}
    for (team, of_year, quarter), parts in team_hours(portfolio).items():
        for name, amount in parts.items():
            if of_year == year and amount and name in ids:
                known = by_team.setdefault(team, {}).get(name, NO_HOURS)
                by_team[team][name] = _plus(known, quarter, amount)
    return by_team


def _plus(hours: Quarters, quarter: int, amount: int) -> Quarters:
    first, second, third, fourth = (each + amount * (place == quarter) for place, each in enumerate(hours, 1))
    return first, second, third, fourth


def added(each: Iterable[Quarters]) -> Quarters:
    """Add hours quarter by quarter."""
    first, second, third, fourth = (sum(quarter) for quarter in zip(*each, strict=True))
    return first, second, third, fourth
