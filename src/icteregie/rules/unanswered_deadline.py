"""A deadline comes near, and what should meet it stands on no agenda yet."""

from collections.abc import Iterator
from datetime import timedelta

from icteregie.arrivals import least_lead_time
from icteregie.diagnostics import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report deadlines of unplanned initiatives for which the time to decide is running out.

    The last day to bring it in is the deadline, less the days that the work itself takes,
    less the lead time that its size needs; that day itself is in time. It is reported when
    less than a year is left until then, because agendas are made once a year.
    """
    thresholds = case.portfolio.partnership.thresholds
    for initiative in case.portfolio.initiatives.values():
        deadline = initiative.obligation.deadline if initiative.obligation else None
        if deadline is None or initiative.is_planned or _is_settled(initiative):
            continue
        work = _days_of_work(initiative)
        last_day = deadline - work - timedelta(days=least_lead_time(initiative, thresholds))
        if case.today > last_day - timedelta(days=thresholds.deadline_notice):
            yield Finding(
                case.portfolio.at(initiative.id, "obligation", "deadline"),
                {
                    "id": initiative.id,
                    "deadline": deadline,
                    "last_day": last_day,
                    "status": initiative.status,
                    "count": (case.today - last_day).days,
                },
                "passed" if case.today > last_day else "",
            )


def _is_settled(initiative: Initiative) -> bool:
    return initiative.status in ("done", "stopped", "rejected")


def _days_of_work(initiative: Initiative) -> timedelta:
    if initiative.period is None:
        return timedelta(0)
    return initiative.period.end.last - initiative.period.start.first


RULE = Rule(
    "unanswered-deadline",
    "late",
    "warning",
    check,
    needs=("obligation", "status", "agenda", "period", "steering", "costs", "depends_on"),
    frame=("thresholds",),
)
