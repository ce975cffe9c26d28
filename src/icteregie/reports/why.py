"""Why an initiative stands where it stands: findings, what it waits for, its dates, its earliest slot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.arrivals import (
    LeadTime,
    Punctuality,
    Size,
    arrival_date,
    lead_time,
    punctuality,
    size,
)
from icteregie.analysis.decision_calendar import MomentName, moments
from icteregie.analysis.dependencies.edges import Step, predecessors, successors
from icteregie.analysis.dependencies.schedule import Slot, driving_chain, schedule
from icteregie.diagnostics.types import Diagnostic
from icteregie.portfolio.arrival import Source
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

NEEDS = (
    "agenda",
    "costs",
    "depends_on",
    "late",
    "period",
    "status",
    "steering",
    "submitted",
    "title",
)
"""The keys of an initiative without which its place among the others can't be explained."""
FRAME = frozenset({"*", "agendas", "history", "thresholds"})
_NAMING = ("id", "on", "other", "ids", "path", "circle", "outside")


@dataclass(frozen=True, slots=True)
class Timing:
    """When it arrived, against the dates of its agenda; ``dates`` in the order of the year.

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


@dataclass(frozen=True, slots=True)
class Why:
    """Everything that explains one initiative. ``one`` is None when its file can't be read.

    ``path`` runs from the first that holds it up to the initiative itself; ``late`` is how many
    days later than asked it can start. ``slot`` is None without a period, for what is over, and
    when some wait for each other in a circle. ``runs_since`` is the day on which something that
    runs began. ``left_out`` are the others that can't be read, by id.
    """

    id: str
    file: str
    one: Initiative | None
    findings: tuple[Diagnostic, ...]
    before: tuple[Step, ...] = ()
    after: tuple[Step, ...] = ()
    timing: Timing | None = None
    slot: Slot | None = None
    late: int = 0
    path: tuple[str, ...] = ()
    runs_since: date | None = None
    left_out: tuple[str, ...] = ()


def why(portfolio: Portfolio, findings: Iterable[Diagnostic], name: str, today: date) -> Why:
    """Explain one initiative, as far as files can be read; ``portfolio`` may be damaged."""
    told = about(portfolio, findings, name)
    file = portfolio.files[name]
    whole = portfolio.without_damage(NEEDS)
    one = whole.initiatives.get(name)
    if one is None:
        return Why(name, file, None, told)
    slots = schedule(whole)
    slot = slots.get(name)
    return Why(
        name,
        file,
        one,
        told,
        predecessors(whole, name),
        successors(whole, name),
        _timing(whole, one, today),
        slot,
        (slot.start - one.period.start.first).days if slot and one.period else 0,
        driving_chain(name, slots) if slot else (),
        _runs_since(one, today),
        tuple(other for other in whole.files if other not in whole.initiatives),
    )


def about(portfolio: Portfolio, findings: Iterable[Diagnostic], name: str) -> tuple[Diagnostic, ...]:
    """Pick the findings at its file, with a related place in it, or that name it."""
    file = portfolio.files[name]

    def concerns(finding: Diagnostic) -> bool:
        places = (finding.place, *finding.related)
        return any(place.file == file for place in places) or _names(finding, name)

    return tuple(finding for finding in findings if finding.severity != "note" and concerns(finding))


def _names(finding: Diagnostic, name: str) -> bool:
    told = (finding.values.get(key) for key in _NAMING)
    return any(name in value if isinstance(value, tuple) else value == name for value in told)


def _runs_since(one: Initiative, today: date) -> date | None:
    if one.status != "running" or one.period is None or one.period.start.first > today:
        return None
    return one.period.start.first


def _timing(portfolio: Portfolio, one: Initiative, today: date) -> Timing | None:
    if portfolio.partnership_damage & FRAME:
        return None
    agenda = portfolio.agenda(one.agenda or 0)
    if agenda is None or one.agenda is None:
        return None
    thresholds = portfolio.partnership.thresholds
    lead = lead_time(portfolio, one, agenda)
    known = portfolio.arrivals.get(one.id)
    dates: Sequence[tuple[MomentName, date]] = moments(agenda)
    return Timing(
        arrival_date(portfolio, one),
        one.agenda,
        punctuality(portfolio, one, agenda),
        size(one, thresholds),
        lead,
        tuple(dates),
        lead.decision < today,
        known.opened if known else None,
        known.source if known else "submitted",
    )
