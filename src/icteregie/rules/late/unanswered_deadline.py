"""A deadline comes near, and what should meet it stands on no agenda yet."""

from collections.abc import Iterator

from icteregie.analysis.unanswered import unanswered_deadlines
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report deadlines of unplanned initiatives for which the time to decide is running out.

    The last day to submit it is the deadline, less the days that the work itself takes,
    less the lead time that its size needs; that day itself is in time. It is reported when
    less than a year is left until then, because agendas are made once a year.
    """
    for each in unanswered_deadlines(case.portfolio, case.today):
        initiative = each.initiative
        yield Finding(
            case.portfolio.at(initiative.id, *each.deadline.keys),
            {
                "id": initiative.id,
                "deadline": each.deadline.day,
                "last_day": each.last_day,
                "status": initiative.status,
                "count": (case.today - each.last_day).days,
            },
            _wording(is_passed=case.today > each.last_day, is_elsewhere=each.is_elsewhere),
        )


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
