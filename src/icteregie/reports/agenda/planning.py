"""Coherence of the list: its critical chain, the hours asked of teams, and what comes after."""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.budget import QUARTERS, team_hours
from icteregie.analysis.decision_calendar import MomentName, moments
from icteregie.analysis.dependencies.chains import Link, critical_chain
from icteregie.analysis.obligations import deadlines
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """The hours asked of one team in each quarter of the year, and what it has a quarter."""

    name: str
    asked: tuple[int, ...]
    capacity: int | None

    def is_over(self, quarter: int) -> bool:
        """Whether more is asked in a quarter, counted from 0, than there is."""
        return self.capacity is not None and self.asked[quarter] > self.capacity


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date on which an outside party, a law or a contract counts."""

    initiative: Initiative
    day: date
    what: str
    kind: str


def loads(portfolio: Portfolio, year: int) -> tuple[TeamLoad, ...]:
    """Add the hours of each team that has capacity in this year or is asked for hours in it."""
    agenda = portfolio.agenda(year)
    capacity = agenda.capacity if agenda else {}
    asked = team_hours(portfolio)
    team_loads = []
    for team, name in portfolio.partnership.teams.items():
        sums = tuple(sum(asked.get((team, year, quarter), {}).values()) for quarter in QUARTERS)
        if team in capacity or any(sums):
            team_loads.append(TeamLoad(name, sums, capacity.get(team)))
    return tuple(team_loads)


def chain_of(portfolio: Portfolio, members: tuple[Initiative, ...]) -> tuple[Link, ...]:
    """Give the critical chain among these initiatives and what they wait for."""
    return critical_chain(portfolio, tuple(i.id for i in members))


def milestones(initiatives: tuple[Initiative, ...]) -> tuple[Milestone, ...]:
    """List deadlines of a law or contract, and deliveries by outside parties, by day and then by id.

    A day that the submitter chose is in the submitter's own hands.
    """
    dated = [
        Milestone(i, deadline.day, deadline.obligation.basis or "", deadline.obligation.kind)
        for i in initiatives
        for deadline in deadlines(i)
        if deadline.obligation.kind != "choice"
    ]
    dated += [Milestone(i, e.by, e.what, "external") for i in initiatives for e in i.external]
    return tuple(sorted(dated, key=lambda m: (m.day, m.initiative.id, m.what)))


def coming(portfolio: Portfolio, year: int, after: date) -> tuple[tuple[MomentName, date], ...]:
    """List the moments of this agenda after a day."""
    agenda = portfolio.agenda(year)
    return tuple((name, day) for name, day in (moments(agenda) if agenda else []) if day > after)
