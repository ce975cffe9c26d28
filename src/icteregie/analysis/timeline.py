"""What main said of one initiative over the years: the states of its file, and the board's decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from icteregie.portfolio.initiative import ASKED, PAID, Initiative

WITH_AGENDA = (*ASKED, *PAID)
"""The statuses that ask for, have or had a place on the agenda that the file names."""
UNREADABLE = ("*",)
"""The missing keys of a file that can't be read without error."""


@dataclass(frozen=True, slots=True)
class State:
    """What one version says: ``missing`` are the keys that its dossier lacks.

    ``status`` is "" where agenda or status can't be read: then the version says nothing about both.
    """

    agenda: int | None
    status: str
    submitter: str
    submitted: date | None
    missing: tuple[str, ...]

    @property
    def is_readable(self) -> bool:
        """Whether it can be told what it asks for."""
        return bool(self.status)

    def asks(self, year: int) -> bool:
        """Whether it asks for, has or had a place on the agenda of a year."""
        return self.agenda == year and self.status in WITH_AGENDA


@dataclass(frozen=True, slots=True)
class DatedState:
    """A state from a day on; None where main no longer has the file.

    ``is_missing`` says that this clone doesn't hold the version, which then says nothing.
    ``earliest`` is set where the day is lost: it came between ``earliest`` and ``on``.
    """

    on: date
    state: State | None
    is_missing: bool = False
    earliest: date | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether it can't be told what main asked for from this day on."""
        return self.is_missing or (self.state is not None and not self.state.is_readable)


@dataclass(frozen=True, slots=True)
class BoardDecision:
    """A decision on main that names the initiative: its day, and the agenda year to which it defers."""

    on: date
    defers_to: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """All states of one initiative on main, oldest first, and the decisions that name it.

    ``is_cut`` says that a shallow clone begins at the first: it can be older than its day.
    """

    versions: tuple[DatedState, ...] = ()
    decisions: tuple[BoardDecision, ...] = ()
    is_cut: bool = False

    def until(self, day: date) -> "Timeline":
        """Give what was known at the end of a day."""
        versions = tuple(version for version in self.versions if version.on <= day)
        decisions = tuple(decision for decision in self.decisions if decision.on <= day)
        return Timeline(versions, decisions, self.is_cut)

    @property
    def is_whole(self) -> bool:
        """Whether there is a version, and this clone holds every one."""
        return bool(self.versions) and not self.is_cut and not any(v.is_missing for v in self.versions)

    @property
    def is_exact(self) -> bool:
        """Whether no day and no version is lost: then there is one scenario only."""
        return not self.is_cut and not any(v.is_missing or v.earliest for v in self.versions)

    def years(self) -> tuple[int, ...]:
        """List the agenda years that were ever asked for, or deferred to."""
        asked = {v.state.agenda for v in self.versions if v.state and v.state.status in WITH_AGENDA}
        deferred = {decision.defers_to for decision in self.decisions}
        return tuple(sorted(year for year in asked | deferred if year is not None))


def lost_since(timeline: Timeline) -> date | None:
    """Give the day since which what main says now is lost; None when this clone holds it."""
    lost: date | None = None
    for version in timeline.versions:
        lost = (lost or version.on) if version.is_missing else None
    return lost


def latest(timeline: Timeline) -> State | None:
    """Give the newest state that this clone holds; None when main no longer has the file."""
    held: Iterable[DatedState] = (version for version in timeline.versions if not version.is_missing)
    return next((version.state for version in reversed(tuple(held))), None)


def status_since(timeline: Timeline, initiative: Initiative) -> date | None:
    """Give the day since which main has the status of a file without a break; None where it has another.

    What the first version said may be older: then it has been so for longer than that.
    """
    since: date | None = None
    for version in timeline.versions:
        is_same = (
            version.state is not None
            and not version.says_nothing
            and version.state.status == initiative.status
        )
        since = (since or version.on) if is_same else None
    return since
