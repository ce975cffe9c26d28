"""Deadlines that come near while what should meet them stands on no agenda yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from icteregie.analysis.arrivals import last_submission_date
from icteregie.analysis.obligations import Deadline, deadlines
from icteregie.analysis.standing.standing import is_on_own_agenda, own_standing
from icteregie.analysis.standing.statuses import is_decided, is_over, is_parked
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class UnansweredDeadline:
    """A deadline of what is on no agenda, and the last day to bring it in, which is in time itself.

    ``is_elsewhere`` says that it asks for another route than its agenda.
    """

    initiative: Initiative
    deadline: Deadline
    last_day: date
    is_elsewhere: bool


def unanswered_deadlines(portfolio: Portfolio, today: date) -> Iterator[UnansweredDeadline]:
    """List, by id, the deadlines of which the last day to bring it in is near or past.

    Near is within ``deadline_notice`` days: less than a year, because agendas are made once a year.
    """
    thresholds = portfolio.partnership.thresholds
    for initiative in portfolio.initiatives.values():
        if _is_answered(portfolio, initiative):
            continue
        is_elsewhere = own_standing(portfolio, initiative) == "other-route"
        for deadline in deadlines(initiative):
            last_day = last_submission_date(initiative, deadline.day, thresholds)
            if today > last_day - timedelta(days=thresholds.deadline_notice):
                yield UnansweredDeadline(initiative, deadline, last_day, is_elsewhere)


def _is_answered(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it is on an agenda or being done, or was finished or given up for good."""
    is_settled = is_over(initiative) and not is_parked(initiative)
    return is_settled or is_decided(initiative) or is_on_own_agenda(portfolio, initiative)
