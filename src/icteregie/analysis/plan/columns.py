"""The ways to do one initiative: every start that its window allows, and every set of members."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice

from icteregie.analysis.budget import quarter_of as place_of
from icteregie.analysis.plan.candidates import worth
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.problem import Column, Limit
from icteregie.analysis.plan.quarters import (
    DAY,
    Quarter,
    by_quarter,
    moved,
    moved_by_year,
    quarter_of,
    quarters_of,
    year_of,
)
from icteregie.analysis.plan.shares import shares
from icteregie.diagnostics.ceilings import MOST_SETS_OF_MEMBERS
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Asked:
    """When an initiative asks to run: its days, and the quarters in which they lie.

    Of a milestone the first day is the day after the last, and both quarters are that of its last day.
    """

    first: date
    last: date
    is_milestone: bool = False

    def after(self, quarters: int) -> "Asked":
        """Give its days when it runs a number of quarters later."""
        last = moved(self.last, quarters)
        return Asked(
            last + DAY if self.is_milestone else moved(self.first, quarters), last, self.is_milestone
        )

    @property
    def start(self) -> Quarter:
        """The quarter in which it starts."""
        return quarter_of(self.last if self.is_milestone else self.first)

    @property
    def end(self) -> Quarter:
        """The quarter in which it ends."""
        return quarter_of(self.last)


def asked(initiative: Initiative, year: int) -> Asked:
    """Say when an initiative asks to run; without a period, all of the year of the agenda."""
    period = initiative.period
    if period is None:
        return Asked(date(year, 1, 1), date(year, 12, 31))
    return Asked(period.first, period.last, period.is_milestone)


def moves(initiative: Initiative, year: int, horizon: range) -> Iterator[int]:
    """List how many quarters it may move: none without a window, or every start in window and horizon."""
    window, days = initiative.window, asked(initiative, year)
    if window is None or initiative.period is None:
        yield 0
        return
    for quarter in (quarter for later in horizon for quarter in quarters_of(later)):
        then = days.after(quarter - days.start)
        begins = then.last if then.is_milestone else then.first
        if window.earliest.first <= begins and then.last <= window.latest.last:
            yield quarter - days.start


def sets_of_members(
    portfolio: Portfolio, initiative: Initiative, only: Collection[str] = ()
) -> Iterator[tuple[str, ...]]:
    """List the sets of members that may take part, all of them first, and the submitter in each.

    ``only`` is the set that was laid down. Without ``minimum_participants`` all take part.
    """
    everyone = portfolio.participants(initiative)
    if only:
        taking_part = tuple(member for member in everyone if member in only)
        if taking_part:
            yield taking_part
        return
    least = initiative.minimum_participants
    smallest = len(everyone) if least is None else min(max(least, 1), len(everyone))
    for size in range(len(everyone), smallest - 1, -1):
        for members in combinations(everyone, size):
            if initiative.submitter not in everyone or initiative.submitter in members:
                yield members


def has_more_sets(portfolio: Portfolio, initiative: Initiative, constraints: Constraints) -> bool:
    """Whether so many sets of members may take part that only the largest are tried."""
    sets = sets_of_members(portfolio, initiative, constraints.pin(initiative.id).members)
    return bool(constraints.ceilings) and next(islice(sets, MOST_SETS_OF_MEMBERS, None), None) is not None


def columns(
    portfolio: Portfolio, initiative: Initiative, year: int, horizon: range, constraints: Constraints
) -> tuple[Column, ...]:
    """List the ways to do an initiative, the earliest start first, all its members before fewer.

    Fewer members are worth no more and cost as much together, so that only ceilings and pins can ask
    for them; without any, each start has one column.
    """
    pin, days = constraints.pin(initiative.id), asked(initiative, year)
    most = MOST_SETS_OF_MEMBERS if constraints.ceilings else 1
    sets = list(islice(sets_of_members(portfolio, initiative, pin.members), most))
    starts = [
        (move, days.after(move))
        for move in moves(initiative, year, horizon)
        if pin.not_before is None or days.start + move >= pin.not_before
    ]
    made = _Uses(portfolio, initiative, days, constraints)
    return tuple(
        Column(
            id=initiative.id,
            start=then.start,
            moved=move,
            members=members,
            first=then.first,
            last=then.last,
            worth=worth(portfolio, initiative, members, year_of(then.start) - year),
            uses=made.moved(move, then, members),
        )
        for move, then in starts
        for members in sets
    )


class _Uses:
    """What an initiative takes of everything, wherever it is moved to."""

    def __init__(
        self, portfolio: Portfolio, initiative: Initiative, days: Asked, constraints: Constraints
    ) -> None:
        costs = initiative.costs
        self.portfolio, self.initiative, self.days, self.constraints = (
            portfolio,
            initiative,
            days,
            constraints,
        )
        self.one_off = by_quarter(costs.one_off if costs else {}, days.start, days.end)
        self.recurring = dict(costs.recurring) if costs else {}
        self.hours = _hours(initiative)

    def moved(self, move: int, then: Asked, members: tuple[str, ...]) -> Mapping[Limit, int]:
        """Give what it takes when it is moved; recurring cost moves as many years as the end does."""
        uses: dict[Limit, int] = {}
        for year, amount in moved_by_year(self.one_off, move).items():
            uses[Limit("one-off", year)] = amount
        later = then.last.year - self.days.last.year
        for year, amount in self.recurring.items():
            uses[Limit("recurring", year + later)] = amount
        for (team, quarter), amount in self.hours.items():
            uses[Limit("hours", quarter + move, team)] = amount
        for year, ceilings in self.constraints.ceilings.items():
            paid = shares(self.portfolio, self.initiative, members, uses, year)
            for member, amount in paid.items():
                if member in ceilings:
                    uses[Limit("share", year, member)] = amount
        return {limit: amount for limit, amount in uses.items() if amount}


def _hours(initiative: Initiative) -> Mapping[tuple[str, Quarter], int]:
    hours: dict[tuple[str, Quarter], int] = defaultdict(int)
    for team, effort in initiative.effort.items():
        for moment, amount in effort.items():
            year, number = place_of(moment)
            hours[team, year * 4 + number - 1] += amount
    return hours
