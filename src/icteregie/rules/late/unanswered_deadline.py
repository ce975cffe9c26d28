"""A deadline comes near, and what should meet it stands on no agenda yet."""

from collections.abc import Iterator
from datetime import timedelta

from icteregie.analysis.arrivals import last_submission_date
from icteregie.analysis.obligations import deadlines
from icteregie.diagnostics.types import Finding
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
        if initiative.is_planned or _is_settled(initiative):
            continue
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
                    "passed" if case.today > last_day else "",
                )


def _is_settled(initiative: Initiative) -> bool:
    return initiative.status in ("done", "stopped", "rejected")


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
