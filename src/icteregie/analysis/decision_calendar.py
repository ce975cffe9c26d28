"""The decision calendar: the moments of each agenda, the meetings, and the dates of initiatives."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.arrivals import last_submission_date
from icteregie.analysis.obligations import binding_deadline, deadlines
from icteregie.analysis.standing.standing import is_on_own_agenda
from icteregie.analysis.standing.statuses import is_over, names_agenda
from icteregie.analysis.unanswered.dates import landscape_dates
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear, Meeting, Partnership
from icteregie.portfolio.portfolio import Portfolio

MomentName: TypeAlias = Literal[
    "first_estimate", "intake_closes", "dossier_closes", "advice", "decision", "late_advice", "late_decision"
]
MOMENT_ORDER: tuple[MomentName, ...] = (
    "first_estimate",
    "intake_closes",
    "dossier_closes",
    "advice",
    "decision",
    "late_advice",
    "late_decision",
)
BodyRole: TypeAlias = Literal["advises", "decides"]
Kind: TypeAlias = (
    MomentName
    | Literal[
        "meeting", "obligation", "external", "step", "time-box", "last-day", "notice-day", "support-end"
    ]
)

MEETING_DAYS: tuple[Kind, ...] = ("meeting", "advice", "decision", "late_advice", "late_decision")
"""The days on which somebody meets; all others are deadlines."""
CLOSING_DAYS: tuple[Kind, ...] = ("first_estimate", "intake_closes", "dossier_closes", "last-day")
"""The deadlines that are for bringing something in."""

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
"""The keys of an initiative that its dates depend on."""
PARTNERSHIP_NEEDS = frozenset({"agendas", "bodies", "meetings", "thresholds"})
"""The keys of ``regie.yaml`` that the calendar depends on."""


def moments(agenda: AgendaYear) -> list[tuple[MomentName, date]]:
    """List the dates of an agenda that are set, in their proper order."""
    return [(name, day) for name in MOMENT_ORDER if (day := getattr(agenda, name)) is not None]


_ROLES: dict[MomentName, BodyRole] = {
    "advice": "advises",
    "decision": "decides",
    "late_advice": "advises",
    "late_decision": "decides",
}


def role_of_moment(moment: MomentName) -> BodyRole | None:
    """Give the role of the body that a moment of an agenda needs; None when it needs no meeting."""
    return _ROLES.get(moment)


def meetings_of(partnership: Partnership, role: BodyRole) -> dict[date, int]:
    """Give the days on which a body with this role meets, each with the index of its first meeting."""
    bodies = {name for name, body in partnership.bodies.items() if body.role == role}
    days: dict[date, int] = {}
    for index, meeting in enumerate(partnership.meetings):
        if meeting.body in bodies:
            days.setdefault(meeting.date, index)
    return days


@dataclass(frozen=True, slots=True)
class MeetingPair:
    """A deciding meeting with its ``index`` in the file, and the last advising meeting before it."""

    index: int
    decides: Meeting
    advises: Meeting

    @property
    def days(self) -> int:
        """Days from advice to decision."""
        return (self.decides.date - self.advises.date).days


def meeting_pairs(partnership: Partnership) -> list[MeetingPair]:
    """Match every deciding meeting with the last advising meeting on or before its day."""
    roles = {name: body.role for name, body in partnership.bodies.items()}
    meetings = sorted(enumerate(partnership.meetings), key=lambda item: (item[1].date, item[0]))
    matched: list[MeetingPair] = []
    advice: Meeting | None = None
    decided: set[date] = set()
    for index, meeting in meetings:
        role = roles.get(meeting.body)
        if role == "advises":
            advice = meeting
        elif role == "decides" and advice is not None and meeting.date not in decided:
            decided.add(meeting.date)
            matched.append(MeetingPair(index, meeting, advice))
            advice = None
    return matched


@dataclass(frozen=True, slots=True)
class Entry:
    """One date: its kind, its agenda, body or initiative, and ``what`` in the submitter's own words.

    ``key`` is the id of a meeting that has one. An entry of an application or a component has that as its
    ``subject``, whose ``title`` is its product or name; ``key`` then says what ends, for ``members``.
    """

    day: date
    kind: Kind
    agenda: int | None = None
    body: str = ""
    initiative: str = ""
    what: str = ""
    key: str = ""
    subject: str = ""
    title: str = ""
    members: tuple[str, ...] = ()


FactKey: TypeAlias = tuple[str, str, str]
"""What stays of a date when its day moves: its kind, its owner, and its own words."""


@dataclass(frozen=True, slots=True)
class FactMove:
    """The day that a fact has now, how often that was moved, and when last (or when it was first stated)."""

    day: str
    sequence: int
    on: date


def fact_key(entry: Entry) -> FactKey:
    """Name the fact behind a date: a meeting by its id, or else by its body and day."""
    if entry.kind == "meeting":
        return entry.kind, entry.key or f"{entry.body}-{entry.day.isoformat()}", ""
    if entry.subject:
        return entry.kind, entry.subject, entry.key
    return entry.kind, entry.initiative or str(entry.agenda), entry.what


def stated_days(initiative: Initiative) -> dict[FactKey, str]:
    """Give the days that a file states by itself; the last day to submit it follows from others."""
    listed = _own_entries(initiative, initiative.agenda)
    return {fact_key(entry): entry.day.isoformat() for entry in listed}


def entries(portfolio: Portfolio, today: date, agenda: int | None = None) -> tuple[Entry, ...]:
    """List all dates by day: of agendas, of meetings, of live initiatives and of what members run.

    With ``agenda``, only the moments of that agenda and the dates of its initiatives.
    """
    unsorted = [*_agenda_entries(portfolio, agenda)]
    if agenda is None:
        unsorted += _meeting_entries(portfolio)
        unsorted += _landscape_entries(portfolio, today)
    for initiative in portfolio.initiatives.values():
        if not is_over(initiative) and (agenda is None or names_agenda(initiative, agenda)):
            unsorted += _initiative_entries(portfolio, initiative)
    return tuple(sorted(unsorted, key=_place))


def _place(entry: Entry) -> tuple[object, ...]:
    own = (entry.body, entry.initiative, entry.subject, entry.key, entry.what)
    return (entry.day, entry.agenda or 0, entry.kind, *own)


def _agenda_entries(portfolio: Portfolio, only: int | None) -> Iterator[Entry]:
    for year, dates in portfolio.partnership.agendas.items():
        if only in (None, year):
            for name, day in moments(dates):
                yield Entry(day, name, agenda=year)


def _meeting_entries(portfolio: Portfolio) -> Iterator[Entry]:
    for meeting in portfolio.partnership.meetings:
        yield Entry(
            meeting.date,
            "meeting",
            body=meeting.body,
            key=meeting.id or "",
        )


def _landscape_entries(portfolio: Portfolio, today: date) -> Iterator[Entry]:
    for each in landscape_dates(portfolio, today):
        yield Entry(
            each.day,
            each.kind,
            key=each.about,
            subject=each.subject,
            title=each.title,
            members=each.members,
        )


def _initiative_entries(portfolio: Portfolio, initiative: Initiative) -> Iterator[Entry]:
    yield from _own_entries(initiative, initiative.agenda)
    binding = binding_deadline(initiative)
    if binding is not None and not is_on_own_agenda(portfolio, initiative):
        last = last_submission_date(initiative, binding, portfolio.partnership.thresholds)
        yield Entry(last, "last-day", initiative.agenda, initiative=initiative.id)


def _own_entries(initiative: Initiative, agenda: int | None) -> Iterator[Entry]:
    name = initiative.id
    for deadline in deadlines(initiative):
        basis = deadline.obligation.basis or ""
        yield Entry(deadline.day, "obligation", agenda, initiative=name, what=basis)
    for party in initiative.external:
        yield Entry(party.by, "external", agenda, initiative=name, what=party.what)
    for step in initiative.steps:
        yield Entry(step.end.last, "step", agenda, initiative=name, what=_step_text(step.name, step.decide))
    if initiative.experiment:
        box = initiative.experiment.time_box.last
        yield Entry(box, "time-box", agenda, initiative=name, what=initiative.experiment.learning_goal)


def _step_text(name: str, decide: str | None) -> str:
    return f"{name} ({decide})" if decide else name


def entries_between(listed: tuple[Entry, ...], first: date, days: int | None) -> tuple[Entry, ...]:
    """Keep the entries from ``first`` on, up to and including ``days`` days later; None is without end."""
    return tuple(
        entry for entry in listed if first <= entry.day and (days is None or (entry.day - first).days <= days)
    )
