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


def is_charged(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether members pay for what was decided about it: it runs, was done, or spent before it was ended.

    What was rejected or parked before any euro was spent costs nobody anything.
    """
    if not is_given_up(initiative):
        return is_paid(initiative)
    reports = _reports(initiative, portfolio.day)
    return bool(reports) if is_stopped(initiative) else any(report.spent for report in reports)


def was_charged(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it is over and members paid for it: it was done, or spent before it was ended."""
    return is_over(initiative) and is_charged(portfolio, initiative)


def is_spent_unknown(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it was done or stopped and no report says what was spent, so that nobody knows its cost."""
    is_ended = is_over(initiative) and (is_paid(initiative) or is_stopped(initiative))
    return is_ended and foreseen(portfolio, initiative).flag("spent-unknown") is not None


def _reports(initiative: Initiative, day: date | None) -> list[Progress]:
    """List the reports that say what was spent, up to and including a day, by date."""
    reports = getattr(initiative, "progress", ())
    known = (r for r in reports if r.spent is not None and (day is None or r.date <= day))
    return sorted(known, key=lambda report: report.date)


def _by_year(portfolio: Portfolio, initiative: Initiative) -> tuple[Mapping[int, int], Mapping[int, int]]:
    is_refused = is_given_up(initiative) and not is_stopped(initiative)
    if is_refused and not is_charged(portfolio, initiative):
        return _planned(initiative)
    if is_over(initiative) or is_decided(initiative):
        return _foreseen(portfolio, initiative)
    return _planned(initiative)


def _planned(initiative: Initiative) -> tuple[Mapping[int, int], Mapping[int, int]]:
    costs = initiative.costs
    return (costs.one_off, costs.recurring) if costs else ({}, {})


def _foreseen(portfolio: Portfolio, initiative: Initiative) -> tuple[Mapping[int, int], Mapping[int, int]]:
    expected = foreseen(portfolio, initiative)
    return expected.one_off or {}, expected.recurring or {}
