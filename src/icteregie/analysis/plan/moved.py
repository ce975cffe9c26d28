"""A plan carried out in a portfolio: period, costs, hours and participants of what it places elsewhere."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.columns import Asked, asked
from icteregie.analysis.plan.quarters import Quarter, by_quarter, moved, moved_by_year, name_of, quarter_of
from icteregie.portfolio.estimate import Costs, Effort, PerYear
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment, Period
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.record import altered


@dataclass(frozen=True, slots=True)
class Place:
    """Where a plan puts an initiative: the quarter in which it starts, and who take part."""

    id: str
    start: Quarter
    members: tuple[str, ...]


def planned(portfolio: Portfolio, year: int, places: Iterable[Place]) -> Portfolio:
    """Give the portfolio with a plan for the agenda of a year carried out.

    What is placed runs when the plan says, with its costs, hours and participants; what asks for this
    agenda and isn't placed asks for none. All else stays as it is.
    """
    by_id = {place.id: place for place in places}
    changed: dict[str, Initiative] = {}
    for initiative in candidates(portfolio, year):
        place = by_id.get(initiative.id)
        changed[initiative.id] = (
            altered(initiative, agenda=None) if place is None else placed(portfolio, initiative, place, year)
        )
    return portfolio.with_initiatives({**portfolio.initiatives, **changed})


def placed(portfolio: Portfolio, initiative: Initiative, place: Place, year: int) -> Initiative:
    """Give an initiative as a plan for the agenda of a year places it; itself where that changes nothing."""
    days = asked(initiative, year)
    move = place.start - days.start if initiative.period is not None else 0
    values: dict[str, object] = {}
    if set(place.members) != set(portfolio.participants(initiative)):
        values["participants"] = place.members
    if move:
        values["period"] = _period(initiative.period, move)
        values["effort"] = _effort(initiative.effort, move)
        values["costs"] = _costs(initiative.costs, days, move)
    return altered(initiative, **values) if values else initiative


def moved_moment(moment: Moment, quarters: int) -> Moment:
    """Move a quarter, month or day; it stays what it is."""
    first, last = moved(moment.first, quarters), moved(moment.last, quarters)
    if moment.first == moment.last:
        return Moment(last.isoformat(), last, last)
    is_month = moment.first.month == moment.last.month
    return Moment(f"{first:%Y-%m}" if is_month else name_of(quarter_of(first)), first, last)


def _period(period: Period | None, move: int) -> Period | None:
    if period is None:
        return None
    start = None if period.start is None else moved_moment(period.start, move)
    return altered(period, start=start, end=moved_moment(period.end, move))


def _costs(costs: Costs | None, days: Asked, move: int) -> Costs | None:
    """Move one-off cost by quarters, and recurring cost by as many years as the end of the period."""
    if costs is None:
        return None
    later = days.after(move).last.year - days.last.year
    return altered(
        costs,
        one_off=_moved_amounts(costs.one_off, days, move),
        investment=_moved_amounts(costs.investment, days, move),
        recurring={year + later: amount for year, amount in costs.recurring.items()},
        until=None if costs.until is None else altered(costs.until, year=costs.until.year + later),
    )


def _moved_amounts(by_year: PerYear, days: Asked, move: int) -> PerYear:
    """Move the amount of each year; a year that only gets nothing isn't named, unless nothing was given."""
    years: dict[int, int] = defaultdict(int)
    for year, amount in by_year.items():
        for then, part in moved_by_year(by_quarter({year: amount}, days.start, days.end), move).items():
            if part or not amount:
                years[then] += part
    return dict(sorted(years.items()))


def _effort(effort: Effort, move: int) -> Effort:
    """Move hours; those of two days that come on one are added up."""
    return {team: _moved_hours(hours, move) for team, hours in effort.items()}


def _moved_hours(hours: Mapping[Moment, int], move: int) -> dict[Moment, int]:
    then: dict[Moment, int] = defaultdict(int)
    for moment, amount in hours.items():
        then[moved_moment(moment, move)] += amount
    return dict(then)


def is_in_place(portfolio: Portfolio, year: int, places: Collection[Place]) -> bool:
    """Whether everything that a plan places lies where it puts it already."""
    there = {initiative.id: initiative for initiative in candidates(portfolio, year)}
    return all(
        (initiative := there.get(place.id)) is not None
        and placed(portfolio, initiative, place, year) is initiative
        for place in places
    )
