"""A plan carried out in a portfolio: period, costs, hours and participants of what it places elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.checker import Entry
from icteregie.analysis.plan.columns import Asked, asked
from icteregie.analysis.plan.quarters import by_quarter, moved, moved_by_year, name_of, quarter_of
from icteregie.portfolio.estimate import Costs, Effort, PerYear
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment, Period
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.record import altered


def planned(portfolio: Portfolio, year: int, plan: Iterable[Entry]) -> Portfolio:
    """Give the portfolio with a plan for the agenda of a year carried out.

    What is placed runs when the plan says, with its costs, hours and participants; what asks for this
    agenda and isn't placed asks for none. All else stays as it is.
    """
    by_id = {entry.id: entry for entry in plan}
    changed: dict[str, Initiative] = {}
    for initiative in candidates(portfolio, year):
        entry = by_id.get(initiative.id)
        changed[initiative.id] = (
            altered(initiative, agenda=None) if entry is None else placed(portfolio, initiative, entry, year)
        )
    return portfolio.with_initiatives({**portfolio.initiatives, **changed})


def placed(portfolio: Portfolio, initiative: Initiative, entry: Entry, year: int) -> Initiative:
    """Give an initiative as a plan for the agenda of a year places it; itself where that changes nothing.

    Who the plan names and doesn't take part stays out; where it names nobody who does, all take part.
    """
    days, everyone = asked(initiative, year), portfolio.participants(initiative)
    move = entry.start - days.start if initiative.period is not None else 0
    values: dict[str, object] = {}
    members = tuple(member for member in everyone if member in entry.members)
    if members and members != everyone:
        values["participants"] = members
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
