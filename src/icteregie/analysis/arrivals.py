"""When an initiative came in, and whether that was in time.

The day of a deadline is in time. What counts is the day on which the file reached the main
branch; where git doesn't know that, the date that was typed (``submitted``) stands in.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from icteregie.diagnostics.types import Value
from icteregie.portfolio.arrival import Arrival
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.thresholds import Thresholds
from icteregie.vcs.types import GRACE_DAYS, FileDates, History

Punctuality: TypeAlias = Literal["in-time", "after-intake", "after-dossier"]
Size: TypeAlias = Literal["experiment", "small", "large"]


def counts(portfolio: Portfolio, today: date) -> bool:
    """Say whether git's history counts yet; before the day on which it starts to, git is not asked."""
    since = portfolio.partnership.history.since
    return since is None or today >= since


def from_history(portfolio: Portfolio, history: History, today: date) -> dict[str, Arrival]:
    """Give the arrival of every initiative whose file could be read as far as that takes."""
    found: dict[str, Arrival] = {}
    for initiative in portfolio.without_damage(("submitted",)).initiatives.values():
        seen = history.files.get(portfolio.files[initiative.id])
        found[initiative.id] = _arrival(initiative, seen, today, portfolio.partnership.history.since)
    return found


def all_carried_over(portfolio: Portfolio) -> dict[str, Arrival]:
    """Give the arrivals as they are while git's history doesn't count yet."""
    sound = portfolio.without_damage(("submitted",)).initiatives.values()
    return {i.id: Arrival(None, i.submitted, "carried-over") for i in sound}


def _arrival(initiative: Initiative, seen: FileDates | None, today: date, since: date | None) -> Arrival:
    if seen is None or seen.status == "unknown":
        return Arrival(None, initiative.submitted, "submitted")
    if seen.arrived and (seen.removed is None or (today - seen.removed).days <= GRACE_DAYS):
        if since and seen.arrived < since:
            return Arrival(None, initiative.submitted, "carried-over")
        return Arrival(seen.opened, seen.arrived, "git")
    return Arrival(seen.opened, today, "today")


def matters(portfolio: Portfolio, name: str, today: date) -> bool:
    """Say whether it makes a difference that a typed day stands in: it would be later if it came today."""
    one = portfolio.without_damage(("submitted", "status", "agenda")).initiatives.get(name)
    agenda = portfolio.agenda(one.agenda or 0) if one and one.is_planned else None
    return one is not None and agenda is not None and _when(one.submitted, agenda) != _when(today, agenda)


def arrived(portfolio: Portfolio, initiative: Initiative) -> date:
    """Give the day that counts as its arrival."""
    known = portfolio.arrivals.get(initiative.id)
    return known.arrived if known else initiative.submitted


def how_known(portfolio: Portfolio, initiative: Initiative) -> dict[str, Value]:
    """Give what a finding says about the day that counts: nothing where that is the day that was typed.

    ``arrival`` names the words for it, which may tell ``opened`` or ``submitted``.
    """
    known = portfolio.arrivals.get(initiative.id)
    if known is None or known.source in ("submitted", "carried-over"):
        return {}
    told: dict[str, Value] = {"arrival": known.source, "submitted": initiative.submitted}
    if known.opened and known.opened != known.arrived:
        return {**told, "arrival": f"{known.source}-opened", "opened": known.opened}
    return told if known.source == "today" or initiative.submitted != known.arrived else {}


def punctuality(portfolio: Portfolio, initiative: Initiative, agenda: AgendaYear) -> Punctuality:
    """Compare its arrival with the closing of the intake and of the dossier."""
    return _when(arrived(portfolio, initiative), agenda)


def _when(day: date, agenda: AgendaYear) -> Punctuality:
    if day > agenda.dossier_closes:
        return "after-dossier"
    if day > agenda.intake_closes:
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


def lead_time(portfolio: Portfolio, initiative: Initiative, agenda: AgendaYear) -> LeadTime:
    """Count the days to the decision; who comes late with a route goes to the late meeting."""
    decision = agenda.decision
    late = initiative.late
    if (
        late
        and late.route == "now"
        and agenda.late_decision
        and punctuality(portfolio, initiative, agenda) == "after-dossier"
    ):
        decision = agenda.late_decision
    needed = least_lead_time(initiative, portfolio.partnership.thresholds)
    return LeadTime((decision - arrived(portfolio, initiative)).days, needed, decision)


def late_on_agenda(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """Who ask for a place on this year's agenda and came after the intake closed, by arrival."""
    agenda = portfolio.agenda(year)
    if agenda is None:
        return ()
    late = [i for i in portfolio.on_agenda(year) if punctuality(portfolio, i, agenda) != "in-time"]
    return tuple(sorted(late, key=lambda i: (arrived(portfolio, i), i.id)))


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
