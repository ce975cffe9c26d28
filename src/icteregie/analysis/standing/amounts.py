"""What members are asked for an initiative, or pay for it, in a year.

What asks or runs costs what its file plans, or what is foreseen of it. What is over no longer costs what
was planned: it costs what was spent, and what by its last report is still due.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.foreseen import foreseen
from icteregie.analysis.standing.statuses import is_decided, is_given_up, is_over, is_paid, is_stopped
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.progress import Progress

CostKind: TypeAlias = Literal["one_off", "recurring"]


def amount_in(portfolio: Portfolio, initiative: Initiative, year: int) -> tuple[int, int]:
    """Give the one-off and the recurring cost of a year that members are asked for or pay, in whole euros.

    What asks costs what its file plans; what was decided on, what is foreseen; what is over, what was
    spent and is still due. What was done without a report of what was spent costs what is foreseen; what
    was rejected or parked before anything was spent would cost its plan, and nobody is asked for it.
    """
    one_off, recurring = _by_year(portfolio, initiative)
    return one_off.get(year, 0), recurring.get(year, 0)


def amount_years(portfolio: Portfolio, initiative: Initiative) -> tuple[int, ...]:
    """List the years in which members are asked for something or pay something, in order."""
    one_off, recurring = _by_year(portfolio, initiative)
    return tuple(sorted({*one_off, *recurring}))


def is_charged(initiative: Initiative) -> bool:
    """Whether members pay for what was decided about it: it runs, was done, or spent before it was ended."""
    return is_paid(initiative) or (is_given_up(initiative) and bool(_reports(initiative, None)))


def spent_by_year(initiative: Initiative, day: date | None = None) -> Mapping[int, int] | None:
    """Split what was spent by year, in whole euros, as of a day; None when no report says.

    Reports add up: spent in a year is what the newest up to 31 December says, less what the newest up
    to the 31 December before says. Without an earlier report all of it falls in the year of the first.
    """
    newest = {report.date.year: report.spent or 0 for report in _reports(initiative, day)}
    if not newest:
        return None
    before = 0
    by_year = {}
    for year, spent in newest.items():
        by_year[year] = spent - before
        before = spent
    return by_year


def is_split_by_year(initiative: Initiative, day: date | None = None) -> bool:
    """Whether it is known in which year it was spent: not when the first report came only in a later year."""
    reports, period = _reports(initiative, day), initiative.period
    return not reports or period is None or reports[0].date.year <= period.moments[0].first.year


def _reports(initiative: Initiative, day: date | None) -> list[Progress]:
    """List the reports that say what was spent, up to and including a day, by date."""
    reports = getattr(initiative, "progress", ())
    known = (r for r in reports if r.spent is not None and (day is None or r.date <= day))
    return sorted(known, key=lambda report: report.date)


def _by_year(portfolio: Portfolio, initiative: Initiative) -> tuple[Mapping[int, int], Mapping[int, int]]:
    if is_over(initiative):
        return _of_what_is_over(portfolio, initiative)
    if is_decided(initiative):
        return _foreseen(portfolio, initiative)
    return _planned(initiative)


def _planned(initiative: Initiative) -> tuple[Mapping[int, int], Mapping[int, int]]:
    costs = initiative.costs
    return (costs.one_off, costs.recurring) if costs else ({}, {})


def _foreseen(portfolio: Portfolio, initiative: Initiative) -> tuple[Mapping[int, int], Mapping[int, int]]:
    expected = foreseen(portfolio, initiative)
    return expected.one_off or {}, expected.recurring or {}


def _of_what_is_over(
    portfolio: Portfolio, initiative: Initiative
) -> tuple[Mapping[int, int], Mapping[int, int]]:
    spent, is_ended = spent_by_year(initiative, portfolio.day), is_given_up(initiative)
    if spent is None and is_ended:
        return ({}, {}) if is_stopped(initiative) else _planned(initiative)
    recurring = {} if is_ended else _foreseen(portfolio, initiative)[1]
    if spent is None:
        return _foreseen(portfolio, initiative)[0], recurring
    last = _reports(initiative, portfolio.day)[-1]
    due = max(0, (last.one_off or 0) - (last.spent or 0))
    year = last.end.last.year if last.end else last.date.year
    return ({**spent, year: spent.get(year, 0) + due} if due else spent), recurring
