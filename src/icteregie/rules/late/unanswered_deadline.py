"""A deadline comes near, and what should meet it stands on no agenda yet."""

from collections.abc import Iterator
from datetime import timedelta

from icteregie.analysis.arrivals import last_submission_date
from icteregie.analysis.obligations import deadlines
from icteregie.analysis.standing.standing import is_on_own_agenda, own_standing
from icteregie.analysis.standing.statuses import is_decided, is_over, is_parked
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report deadlines of unplanned initiatives for which the time to decide is running out.

    The last day to submit it is the deadline, less the days that the work itself takes,
    less the lead time that its size needs; that day itself is in time. It is reported when
    less than a year is left until then, because agendas are made once a year.
    """
    thresholds = case.portfolio.partnership.thresholds
    for initiative in case.portfolio.initiatives.values():
        if _is_answered(case.portfolio, initiative):
            continue
        is_elsewhere = own_standing(case.portfolio, initiative) == "other-route"
        for deadline in deadlines(initiative):
            last_day = last_submission_date(initiative, deadline.day, thresholds)
            if case.today > last_day - timedelta(days=thresholds.deadline_notice):
                yield Finding(
                    case.portfolio.at(initiative.id, *deadline.keys),
                    {
                        "id": initiative.id,
                        "deadline": deadline.day,
                        "last_day": last_day,
                        "status": initiative.status,
                        "count": (case.today - last_day).days,
                    },
                    _wording(is_passed=case.today > last_day, is_elsewhere=is_elsewhere),
                )


def _is_answered(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it is on an agenda or being done, or was finished or given up for good."""
    is_settled = is_over(initiative) and not is_parked(initiative)
    return is_settled or is_decided(initiative) or is_on_own_agenda(portfolio, initiative)


def _wording(*, is_passed: bool, is_elsewhere: bool) -> str:
    if is_elsewhere:
        return "other-route-passed" if is_passed else "other-route"
    return "passed" if is_passed else ""


RULE = Rule(
    "unanswered-deadline",
    "late",
    "warning",
    check,
    needs={
        "initiative": ("obligation", "status", "agenda", "period", "steering", "costs", "depends_on"),
        "partnership": ("thresholds",),
    },
)
