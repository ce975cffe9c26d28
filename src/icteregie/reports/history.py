"""The history of one initiative on main: what became different when, and by which decision."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.arrivals import Punctuality, punctuality_on
from icteregie.analysis.changes import Change, changes_between
from icteregie.analysis.completeness import Completion
from icteregie.analysis.flatten import field_values
from icteregie.analysis.standing.statuses import begins_to_ask
from icteregie.portfolio.arrivals import Arrival, Request
from icteregie.portfolio.initiative import Initiative, Status
from icteregie.portfolio.partnership import Partnership
from icteregie.reports.basis import Basis
from icteregie.reports.rests_on import RestsOn, that_explain
from icteregie.workspace.versions import DecisionFile, FileHistory, InitiativeVersion

Kind: TypeAlias = Literal["began", "cut", "held", "changed", "same", "unreadable", "gone", "back", "lost"]
JUST_BEFORE = 31
"""Days within which a meeting is taken to be the one that a new status comes from."""
_ROLES: dict[Status, str] = {
    "advised": "advises",
    "adopted": "decides",
    "rejected": "decides",
    "stopped": "decides",
}
"""The role of the body that gives a status."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The meeting that something rests on: its day, its body, and the file that says so, "" without one."""

    on: date
    body: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """One version: what it changed since the last one that could be read.

    ``before`` and ``after`` are the initiative then and now, None where it can't be read or
    isn't there. ``moved_from`` is its former path where that was another. What is the ``same`` was
    only written differently; what is ``cut`` is where a shallow clone begins, and ``held`` is the first
    version that a clone holds which lacks those before it. ``is_after_lost`` says that it lacks the version
    before this one, so that the changes can have come with that. ``punctuality`` is set
    where a known file begins to ask for a place on an agenda that has dates. ``rests_on`` is the advice and
    the decisions that brought its changes; ``decision`` is set where none did.
    """

    version: InitiativeVersion
    kind: Kind
    before: Initiative | None
    after: Initiative | None
    changes: tuple[Change, ...] = ()
    moved_from: str = ""
    decision: Decision | None = None
    punctuality: Punctuality | None = None
    is_after_lost: bool = False
    rests_on: tuple[RestsOn, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryReport:
    """Everything to be shown of one initiative; ``title`` is "" when its file can't be read."""

    basis: Basis
    id: str
    file: str
    title: str
    arrival: Arrival | None
    request: Request | None
    completion: Completion
    revisions: tuple[Revision, ...]


def history_report(
    basis: Basis,
    name: str,
    completion: Completion,
    file_history: FileHistory,
    known: tuple[RestsOn, ...] = (),
) -> HistoryReport:
    """Describe what became of an initiative; its file may be damaged. ``known`` is what it rests on."""
    portfolio = basis.portfolio
    initiative = portfolio.initiatives.get(name)
    has_title = initiative is not None and "title" not in portfolio.lost_keys.get(name, frozenset())
    title = initiative.title if initiative and has_title else ""
    history = revisions(file_history, portfolio.partnership, known)
    request = portfolio.requests.get(name) if initiative is not None else None
    arrival = portfolio.arrivals.get(name)
    return HistoryReport(basis, name, portfolio.files[name], title, arrival, request, completion, history)


def revisions(
    file_history: FileHistory, partnership: Partnership, known: tuple[RestsOn, ...] = ()
) -> tuple[Revision, ...]:
    """Compare every version with the last one that could be read, oldest first."""
    # What is known to be decided about it in a file says more than that the file names it.
    read = {each.file for each in known}
    files = tuple(file for file in file_history.decision_files if file.path not in read)
    decisions = _Decisions.of(partnership, files)
    made: list[Revision] = []
    last: Initiative | None = None
    for version in file_history.versions:
        former = made[-1].version if made else None
        after = version.initiative
        changes = (
            changes_between(Initiative, field_values(last), field_values(after)) if last and after else ()
        )
        moved = former.path if former and former.path != version.path else ""
        is_after_lost = former is not None and former.presence == "lost"
        kind = _kind(version, former, last)
        if kind == "changed" and not changes and not moved:
            kind = "same"
        if file_history.is_cut and former is None and kind == "began":
            kind = "cut"
        grounds = that_explain(changes, version.on, known)
        since = former.on if former else date.min
        decision = None if grounds else decisions.find(version.on, since, (last, after))
        # With which of both versions a place was asked for is not known.
        punctuality = None if is_after_lost else _punctuality(partnership, version.on, last, after)
        made.append(
            Revision(
                version, kind, last, after, changes, moved, decision, punctuality, is_after_lost, grounds
            )
        )
        last = after or last
    return tuple(made)


def _punctuality(
    partnership: Partnership, on: date, before: Initiative | None, after: Initiative | None
) -> Punctuality | None:
    """Say of a version that asks for a place that wasn't asked for before whether that was in time."""
    # Agendas that can't be read are not there.
    agendas = getattr(partnership, "agendas", {})
    agenda = agendas.get(after.agenda or 0) if after else None
    if agenda is None or before is None or after is None or not begins_to_ask(before, after):
        return None
    return punctuality_on(min(on, agenda.received.get(after.id, on)), agenda)


def _kind(version: InitiativeVersion, former: InitiativeVersion | None, last: Initiative | None) -> Kind:
    if version.presence != "readable":
        return version.presence
    if former is not None and former.presence == "gone":
        return "back"
    if last is None and former is not None and former.presence == "lost":
        return "held"
    return "changed" if last else "began"


@dataclass(frozen=True, slots=True)
class _Decisions:
    """The meetings of a partnership, and what its decisions files say of one initiative."""

    partnership: Partnership
    mentions: tuple[Decision, ...]

    @classmethod
    def of(cls, partnership: Partnership, files: tuple[DecisionFile, ...]) -> "_Decisions":
        """Name the bodies as people know them; an id that is no body stands for itself."""
        bodies = partnership.bodies
        names = {file.body: bodies[file.body].name for file in files if file.body in bodies}
        mentions = (Decision(file.on, names.get(file.body, file.body), file.path) for file in files)
        return cls(partnership, tuple(mentions))

    def find(
        self, on: date, since: date, states: tuple[Initiative | None, Initiative | None]
    ) -> Decision | None:
        """Find what a version rests on: a file that names it since the last one, or else a meeting."""
        if recent := [mention for mention in self.mentions if since < mention.on <= on]:
            return max(recent, key=lambda mention: (mention.on, mention.file))
        meeting = self._meeting(on, *states)
        same = (
            mention
            for mention in self.mentions
            if meeting and mention.on == meeting.on and mention.body == meeting.body
        )
        return next(same, meeting)

    def _meeting(self, on: date, before: Initiative | None, after: Initiative | None) -> Decision | None:
        """Find the last meeting, shortly before a day, that can have given a new status."""
        if before is None or after is None or before.status == after.status:
            return None
        role, bodies = _ROLES.get(after.status), self.partnership.bodies
        meetings = [
            Decision(meeting.date, bodies[meeting.body].name)
            for meeting in self.partnership.meetings
            if meeting.body in bodies
            and bodies[meeting.body].role == role
            and 0 <= (on - meeting.date).days <= JUST_BEFORE
        ]
        return max(meetings, key=lambda decision: (decision.on, decision.body), default=None)
