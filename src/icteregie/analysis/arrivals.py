"""When an initiative arrived, and whether that was in time.

The day of a deadline is in time. What counts for a deadline is when a place was asked for, received
and complete (``asked``). Arrived is the day on which the file reached the main branch; where git
doesn't know that, the typed date (``submitted``) counts instead.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.asked import request_of
from icteregie.analysis.standing.statuses import has_agenda, route
from icteregie.portfolio.arrivals import Arrival, Request
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.period import days_before
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.thresholds import Thresholds
from icteregie.vcs.types import GRACE_DAYS, FileDates, History

Punctuality: TypeAlias = Literal["in-time", "after-intake", "after-dossier"]
Size: TypeAlias = Literal["experiment", "small", "large"]


def uses_history(portfolio: Portfolio, today: date) -> bool:
    """Whether git's history is used: from the day ``history.since`` on. Before it, git is not run."""
    since = portfolio.partnership.history.since
    return since is None or today >= since


def from_history(portfolio: Portfolio, history: History, today: date) -> dict[str, Arrival]:
    """Determine the arrival of every initiative whose ``submitted`` could be read, by id."""
    arrivals: dict[str, Arrival] = {}
    is_elsewhere = any(doubt.name == "main-elsewhere" for doubt in history.doubts)
    for initiative in portfolio.without_damage(("submitted",)).initiatives.values():
        dates = history.files.get(portfolio.files[initiative.id])
        if dates is not None and is_elsewhere:
            # Where main isn't here, nothing says that it has the file at all.
            dates = replace(dates, latest=today)
        arrival = _arrival(initiative, dates, today, portfolio.partnership.history.since)
        arrivals[initiative.id] = replace(arrival, is_elsewhere=is_elsewhere) if is_elsewhere else arrival
    return arrivals


def all_carried_over(portfolio: Portfolio) -> dict[str, Arrival]:
    """Return the arrivals while git's history is not used yet: the typed dates."""
    sound = portfolio.without_damage(("submitted",)).initiatives.values()
    return {i.id: Arrival(None, i.submitted, "carried-over") for i in sound}


def _arrival(initiative: Initiative, dates: FileDates | None, today: date, since: date | None) -> Arrival:
    if dates is None or dates.status == "unknown":
        span = (dates.earliest, dates.latest) if dates and dates.earliest and dates.latest else None
        return Arrival(None, initiative.submitted, "submitted", span)
    if dates.arrived and (dates.removed is None or (today - dates.removed).days <= GRACE_DAYS):
        if since and dates.arrived < since:
            return Arrival(None, initiative.submitted, "carried-over")
        return Arrival(dates.opened, dates.arrived, "git")
    return Arrival(dates.opened, today, "today")


def typed_date_matters(portfolio: Portfolio, name: str, today: date) -> bool:
    """Whether it matters that a typed date counts: an arrival today would be later on its agenda.

    Where ``agendas`` can't be read, nothing is compared with its dates.
    """
    if "agendas" in portfolio.partnership_damage:
        return False
    initiative = portfolio.without_damage(("submitted", "status", "agenda")).initiatives.get(name)
    agenda = portfolio.agenda(initiative.agenda or 0) if initiative and has_agenda(initiative) else None
    return (
        initiative is not None
        and agenda is not None
        and punctuality_on(initiative.submitted, agenda) != punctuality_on(today, agenda)
    )


def arrival_date(portfolio: Portfolio, initiative: Initiative) -> date:
    """Return the day that counts as its arrival."""
    arrival = portfolio.arrivals.get(initiative.id)
    return arrival.arrived if arrival else initiative.submitted


def punctuality(portfolio: Portfolio, initiative: Initiative, agenda: AgendaYear) -> Punctuality:
    """Compare received with the closing of the intake, and ready with that of the dossiers."""
    return punctuality_of(request_of(portfolio, initiative), agenda)


def punctuality_of(request: Request, agenda: AgendaYear) -> Punctuality:
    """Compare the days of a request with the closing dates, both inclusive."""
    if request.ready > agenda.dossier_closes:
        return "after-dossier"
    return "after-intake" if request.received > agenda.intake_closes else "in-time"


def punctuality_on(day: date, agenda: AgendaYear) -> Punctuality:
    """Compare one day with both closing dates, inclusive."""
    if day > agenda.dossier_closes:
        return "after-dossier"
    if day > agenda.intake_closes:
        return "after-intake"
    return "in-time"


def size(initiative: Initiative, thresholds: Thresholds) -> Size:
    """Classify by steering, one-off cost, recurring cost of any year (whole euros) and dependencies."""
    if initiative.steering == "experimental":
        return "experiment"
    costs = initiative.costs
    one_off = costs.one_off_total if costs else 0
    recurring = costs.recurring_most if costs else 0
    is_large = (
        one_off >= thresholds.large_one_off
        or recurring >= thresholds.large_recurring
        or len(initiative.depends_on) >= thresholds.large_dependencies
    )
    return "large" if is_large else "small"


def required_lead_time(initiative: Initiative, thresholds: Thresholds) -> int:
    """Return the days required between ready and decision, by size."""
    days = {
        "experiment": thresholds.lead_time_experiment,
        "small": thresholds.lead_time_small,
        "large": thresholds.lead_time_large,
    }
    return days[size(initiative, thresholds)]


@dataclass(frozen=True, slots=True)
class LeadTime:
    """Days from ready, the later of received and complete, to the deciding meeting; and the days required."""

    days: int
    required: int
    decision: date


def lead_time(portfolio: Portfolio, initiative: Initiative, agenda: AgendaYear) -> LeadTime:
    """Count the days to the decision; a late initiative with route ``now`` goes to the late meeting."""
    return lead_time_of(portfolio, initiative, agenda, request_of(portfolio, initiative))


def lead_time_of(
    portfolio: Portfolio, initiative: Initiative, agenda: AgendaYear, request: Request
) -> LeadTime:
    """Count the days to the decision of a request, by the size that the initiative has."""
    decision = agenda.decision
    is_late = punctuality_of(request, agenda) == "after-dossier"
    if route(initiative) == "now" and agenda.late_decision and is_late:
        decision = agenda.late_decision
    needed = required_lead_time(initiative, portfolio.partnership.thresholds)
    return LeadTime((decision - request.ready).days, needed, decision)


def last_submission_date(initiative: Initiative, deadline: date, thresholds: Thresholds) -> date:
    """Calculate the last day to submit an initiative so that it can meet one of its deadlines.

    That is the deadline, less the duration of the work, less the lead time required for its size.
    """
    period = initiative.period
    work = max((period.last - period.first).days, 0) if period else 0
    return days_before(deadline, work + required_lead_time(initiative, thresholds))
