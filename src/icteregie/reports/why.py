"""Why an initiative is where it is: findings, what it waits for, its dates, its earliest slot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis.ambitions.served import Served, served
from icteregie.analysis.arrivals import (
    LeadTime,
    Punctuality,
    Size,
    arrival_date,
    lead_time,
    punctuality,
    size,
)
from icteregie.analysis.asked import request_of
from icteregie.analysis.decision_calendar import MomentName, moments
from icteregie.analysis.dependencies.edges import Step, predecessors, successors
from icteregie.analysis.dependencies.schedule import Slot, driving_chain, schedule
from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.lateness import is_punctuality_lost
from icteregie.analysis.standing.statuses import is_running
from icteregie.diagnostics.types import Diagnostic
from icteregie.portfolio.arrivals import Request, Source, Span
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis
from icteregie.reports.rests_on import RestsOn

NEEDS = (
    *FORESEEN_END,
    "agenda",
    "costs",
    "depends_on",
    "late",
    "status",
    "steering",
    "submitted",
    "title",
)
"""The keys of an initiative without which its place among the others can't be explained."""
_PARTNERSHIP_NEEDS = frozenset({"*", "agendas", "history", "thresholds"})
_NAMING_VALUES = ("id", "on", "other", "ids", "path", "circle", "outside")
"""The values of a finding that hold ids."""


@dataclass(frozen=True, slots=True)
class Timing:
    """When it arrived, and asked for its place, against the dates of its agenda.

    ``dates`` are in the order of the year. ``is_judged`` is False when lost history has to tell whether
    it was in time.

    ``is_decided`` says that the day of the decision is past. ``opened`` is None when unknown.
    """

    arrived: date
    year: int
    punctuality: Punctuality
    size: Size
    lead_time: LeadTime
    dates: tuple[tuple[MomentName, date], ...]
    is_decided: bool = False
    opened: date | None = None
    source: Source = "submitted"
    request: Request | None = None
    is_judged: bool = True
    arrived_span: Span | None = None


@dataclass(frozen=True, slots=True)
class WhyReport:
    """Everything that explains one initiative, which is None when its file can't be read.

    ``path`` runs from the first that holds it up to the initiative itself; ``days_late`` is how
    many days later than foreseen it can start. ``slot`` is None without a period, for what is over,
    and when some wait for each other in a circle. ``runs_since`` is the day on which something
    that runs began. ``rests_on`` is what was advised and decided about it. The basis has as unreadable
    the others that can't be read, by id.
    """

    basis: Basis
    id: str
    file: str
    initiative: Initiative | None
    findings: tuple[Diagnostic, ...]
    rests_on: tuple[RestsOn, ...] = ()
    waits_for: tuple[Step, ...] = ()
    waited_for_by: tuple[Step, ...] = ()
    timing: Timing | None = None
    slot: Slot | None = None
    days_late: int = 0
    path: tuple[str, ...] = ()
    runs_since: date | None = None
    ambitions: tuple[Served, ...] = ()


def why_report(
    basis: Basis, findings: Iterable[Diagnostic], name: str, known: tuple[RestsOn, ...] = ()
) -> WhyReport:
    """Explain one initiative; works on a portfolio with unreadable files.

    ``known`` is what was advised and decided about it.
    """
    portfolio = basis.portfolio
    report = WhyReport(basis, name, portfolio.files[name], None, about(portfolio, findings, name), known)
    readable = portfolio.without_damage(NEEDS)
    initiative = readable.initiatives.get(name)
    if initiative is None:
        return report
    slots = schedule(readable)
    slot, start = slots.get(name), foreseen_span(readable, initiative).start
    return replace(
        report,
        basis=replace(basis, unreadable=tuple(n for n in readable.files if n not in readable.initiatives)),
        initiative=initiative,
        waits_for=predecessors(readable, name),
        waited_for_by=successors(readable, name),
        timing=_timing(readable, initiative, basis.day),
        slot=slot,
        days_late=(slot.start - start).days if slot and start else 0,
        path=driving_chain(name, slots) if slot else (),
        runs_since=_runs_since(initiative, basis.day),
        ambitions=served(readable, initiative),
    )


def about(portfolio: Portfolio, findings: Iterable[Diagnostic], name: str) -> tuple[Diagnostic, ...]:
    """Pick the findings at its file, with a related place in it, or that name it."""
    file = portfolio.files[name]

    def concerns(finding: Diagnostic) -> bool:
        places = (finding.place, *finding.related)
        return any(place.file == file for place in places) or _names(finding, name)

    return tuple(finding for finding in findings if finding.severity != "note" and concerns(finding))


def _names(finding: Diagnostic, name: str) -> bool:
    values = (finding.values.get(key) for key in _NAMING_VALUES)
    return any(name in value if isinstance(value, tuple) else value == name for value in values)


def _runs_since(initiative: Initiative, today: date) -> date | None:
    period = initiative.period
    if not is_running(initiative) or period is None or period.is_milestone or period.first > today:
        return None
    return period.first


def _timing(portfolio: Portfolio, initiative: Initiative, today: date) -> Timing | None:
    if portfolio.partnership_damage & _PARTNERSHIP_NEEDS:
        return None
    agenda = portfolio.agenda(initiative.agenda or 0)
    if agenda is None:
        return None
    lead = lead_time(portfolio, initiative, agenda)
    arrival = portfolio.arrivals.get(initiative.id)
    dates: Sequence[tuple[MomentName, date]] = moments(agenda)
    return Timing(
        arrival_date(portfolio, initiative),
        initiative.agenda or 0,
        punctuality(portfolio, initiative, agenda),
        size(initiative, portfolio.partnership.thresholds),
        lead,
        tuple(dates),
        lead.decision < today,
        arrival.opened if arrival else None,
        arrival.source if arrival else "submitted",
        request_of(portfolio, initiative),
        not is_punctuality_lost(portfolio, initiative, agenda),
        arrival.span if arrival else None,
    )
