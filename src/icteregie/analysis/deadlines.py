"""What must happen before which date: the calendar of a partnership, as one list of entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from icteregie.analysis.arrivals import last_day_to_file
from icteregie.analysis.decision_calendar import MomentName, moments
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

Kind: TypeAlias = MomentName | Literal["meeting", "obligation", "external", "step", "time-box", "last-day"]

NEEDS = (
    "agenda",
    "costs",
    "depends_on",
    "experiment",
    "external",
    "obligation",
    "period",
    "status",
    "steering",
    "steps",
)
"""The keys of an initiative without which its dates can't be listed."""
FRAME = frozenset({"agendas", "bodies", "meetings", "thresholds"})
"""The keys of ``regie.yaml`` without which there is no calendar."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One date: what kind it is, for which agenda, body or initiative, and in the filer's words what."""

    day: date
    kind: Kind
    agenda: int | None = None
    body: str = ""
    initiative: str = ""
    what: str = ""


def entries(portfolio: Portfolio, agenda: int | None = None) -> tuple[Entry, ...]:
    """List all dates by day: of agendas, of meetings, and of initiatives that may still be done.

    With ``agenda``, only the moments of that agenda and the dates of what stands on it.
    """
    found = [*_of_agendas(portfolio, agenda)]
    if agenda is None:
        found += _of_meetings(portfolio)
    for initiative in portfolio.initiatives.values():
        if initiative.is_live and agenda in (None, initiative.agenda):
            found += _of_initiative(portfolio, initiative)
    return tuple(sorted(found, key=lambda e: (e.day, e.agenda or 0, e.kind, e.body, e.initiative, e.what)))


def _of_agendas(portfolio: Portfolio, only: int | None) -> Iterator[Entry]:
    for year, dates in portfolio.partnership.agendas.items():
        if only in (None, year):
            for name, day in moments(dates):
                yield Entry(day, name, agenda=year)


def _of_meetings(portfolio: Portfolio) -> Iterator[Entry]:
    bodies = portfolio.partnership.bodies
    for meeting in portfolio.partnership.meetings:
        yield Entry(
            meeting.date,
            "meeting",
            body=bodies[meeting.body].name if meeting.body in bodies else meeting.body,
        )


def _of_initiative(portfolio: Portfolio, initiative: Initiative) -> Iterator[Entry]:
    name, agenda = initiative.id, initiative.agenda
    obligation = initiative.obligation
    if obligation and obligation.deadline:
        yield Entry(obligation.deadline, "obligation", agenda, initiative=name, what=obligation.basis or "")
        last = last_day_to_file(initiative, portfolio.partnership.thresholds)
        if last is not None and not initiative.is_planned:
            yield Entry(last, "last-day", agenda, initiative=name)
    for party in initiative.external:
        yield Entry(party.by, "external", agenda, initiative=name, what=party.what)
    for step in initiative.steps:
        yield Entry(step.end.last, "step", agenda, initiative=name, what=_step(step.name, step.decide))
    if initiative.experiment:
        box = initiative.experiment.time_box.last
        yield Entry(box, "time-box", agenda, initiative=name, what=initiative.experiment.learning_goal)


def _step(name: str, decide: str | None) -> str:
    return f"{name} ({decide})" if decide else name


def within(listed: tuple[Entry, ...], first: date, days: int | None) -> tuple[Entry, ...]:
    """Keep the entries from a day on, and at most so many days further."""
    last = first + timedelta(days=days) if days is not None else date.max
    return tuple(entry for entry in listed if first <= entry.day <= last)
