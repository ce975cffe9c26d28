"""When an initiative came in, and whether that was in time.

The day of a deadline is in time. For now the date that was typed (``submitted``) stands
in for the day the file arrived; what git knows will take its place.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.thresholds import Thresholds

Punctuality: TypeAlias = Literal["in-time", "after-intake", "after-dossier"]
Size: TypeAlias = Literal["experiment", "small", "large"]


def arrived(initiative: Initiative) -> date:
    """Give the day that counts as its arrival."""
    return initiative.submitted


def punctuality(initiative: Initiative, agenda: AgendaYear) -> Punctuality:
    """Compare its arrival with the closing of the intake and of the dossier."""
    if arrived(initiative) > agenda.dossier_closes:
        return "after-dossier"
    if arrived(initiative) > agenda.intake_closes:
        return "after-intake"
    return "in-time"


def size(initiative: Initiative, thresholds: Thresholds) -> Size:
    """Large is large in one-off cost, in recurring cost of any year, or in dependencies."""
    if initiative.steering == "experimental":
        return "experiment"
    costs = initiative.costs
    one_off = sum(costs.one_off.values()) if costs else 0
    recurring = max(costs.recurring.values(), default=0) if costs else 0
    is_large = (
        one_off >= thresholds.large_one_off
        or recurring >= thresholds.large_recurring
        or len(initiative.depends_on) >= thresholds.large_dependencies
    )
    return "large" if is_large else "small"


def least_lead_time(initiative: Initiative, thresholds: Thresholds) -> int:
    """Give the days that are needed between arrival and decision, by size."""
    needed = {
        "experiment": thresholds.lead_time_experiment,
        "small": thresholds.lead_time_small,
        "large": thresholds.lead_time_large,
    }
    return needed[size(initiative, thresholds)]


@dataclass(frozen=True, slots=True)
class LeadTime:
    """Days from arrival to the meeting that decides, against the least that are needed."""

    days: int
    needed: int
    decision: date


def lead_time(initiative: Initiative, agenda: AgendaYear, thresholds: Thresholds) -> LeadTime:
    """Count the days to the decision; who comes late with a route goes to the late meeting."""
    decision = agenda.decision
    late = initiative.late
    if (
        late
        and late.route == "now"
        and agenda.late_decision
        and punctuality(initiative, agenda) == "after-dossier"
    ):
        decision = agenda.late_decision
    return LeadTime((decision - arrived(initiative)).days, least_lead_time(initiative, thresholds), decision)


def late_on_agenda(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """Who ask for a place on this year's agenda and came after the intake closed, by arrival."""
    agenda = portfolio.agenda(year)
    if agenda is None:
        return ()
    late = [i for i in portfolio.on_agenda(year) if punctuality(i, agenda) != "in-time"]
    return tuple(sorted(late, key=lambda i: (arrived(i), i.id)))


def last_day_to_file(initiative: Initiative, thresholds: Thresholds) -> date | None:
    """Give the last day to bring in an initiative so that its deadline can be met calmly.

    That is its deadline, less the days that the work takes, less the lead time that its
    size needs. None without a deadline.
    """
    deadline = initiative.obligation.deadline if initiative.obligation else None
    if deadline is None:
        return None
    period = initiative.period
    work = period.end.last - period.start.first if period else timedelta(0)
    return deadline - work - timedelta(days=least_lead_time(initiative, thresholds))
