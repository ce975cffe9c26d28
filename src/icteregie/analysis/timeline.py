"""What main said of one initiative over the years, and when it asked for a place on an agenda.

Everything here is calculated from days and states; nothing is read. A short absence, of at most
``GRACE_DAYS``, doesn't end anything: no meeting is prepared in less. Nor does one that rests on a
decision of the board, however long: the board's own act makes nobody late.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.portfolio.initiative import ASKED, PAID
from icteregie.vcs.types import GRACE_DAYS

ASKING = (*ASKED, *PAID)
"""The statuses that ask for, have or had a place on the agenda that the file names."""
UNREADABLE = ("*",)
"""The missing keys of a file that can't be read without error."""
OPEN_END = date.max
"""The end of what still holds."""


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
        return self.agenda == year and self.status in ASKING


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
        asked = {v.state.agenda for v in self.versions if v.state and v.state.status in ASKING}
        deferred = {decision.defers_to for decision in self.decisions}
        return tuple(sorted(year for year in asked | deferred if year is not None))


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken time in which main asked for a place on one agenda.

    ``end`` is the day on which that ended, OPEN_END while it holds. ``former`` is what stood there
    before, None when nothing did. ``earliest`` is set where the first day is lost: it lies between
    ``earliest`` and ``first``. ``is_excused`` says that its end rests on a decision.
    """

    first: date
    end: date = OPEN_END
    former: State | None = None
    state: State | None = None
    earliest: date | None = None
    is_excused: bool = False

    @property
    def holds(self) -> bool:
        """Whether it has not ended."""
        return self.end == OPEN_END

    def still_counts(self, day: date) -> bool:
        """Whether it holds on a day, or ended so short before, or by a decision, that it may go on."""
        return self.holds or self.is_excused or (day - self.end).days <= GRACE_DAYS


def last_run(timeline: Timeline, year: int) -> Run | None:
    """Find the last unbroken run for an agenda year; None when main never asked for it."""
    found = runs(timeline, year)
    return found[-1] if found else None


def runs(timeline: Timeline, year: int) -> tuple[Run, ...]:
    """List the unbroken runs for an agenda year, oldest first."""
    joined: list[Run] = []
    for run in _asked(timeline, year):
        if joined and joined[-1].still_counts(run.first):
            before = joined[-1]
            joined[-1] = Run(before.first, run.end, before.former, run.state, before.earliest, run.is_excused)
        else:
            joined.append(run)
    return tuple(joined)


@dataclass(frozen=True, slots=True)
class _Step:
    """What is asked for from a day on, by a version or by a deferral; ``year`` is None for nothing."""

    on: date
    year: int | None
    state: State | None
    is_decided: bool
    is_deferral: bool = False
    lost_since: date | None = None


def _steps(timeline: Timeline) -> Iterator[_Step]:
    """Give what was asked for from day to day: a deferral holds until the file asks for something else."""
    state: State | None = None
    deferred: int | None = None
    previous = date.min
    lost = date.min if timeline.is_cut else None
    for on, version, decision in _events(timeline):
        if decision is not None:
            if state is not None:
                deferred = decision.defers_to
                yield _Step(on, deferred, state, is_decided=True, is_deferral=True)
            continue
        if version is None or version.says_nothing:
            # What can't be read says nothing, and the one before goes on; what isn't here says something.
            lost = lost or (on if version is not None and version.is_missing else None)
            continue
        is_decided = any(previous < d.on <= on for d in timeline.decisions)
        previous = on
        new = version.state
        if deferred is not None and state and new and _same_request(state, new):
            state = new
            lost = None
            continue
        deferred = None
        state = new
        year = new.agenda if new and new.status in ASKING else None
        yield _Step(on, year, state, is_decided, lost_since=version.earliest or lost)
        lost = None


def _same_request(one: State, other: State) -> bool:
    return (one.agenda, one.status) == (other.agenda, other.status)


def _events(timeline: Timeline) -> list[tuple[date, DatedState | None, BoardDecision | None]]:
    """Sort versions and deferrals by day; of one day the versions come first."""
    deferrals = (decision for decision in timeline.decisions if decision.defers_to is not None)
    events: list[tuple[date, DatedState | None, BoardDecision | None]] = [
        *((version.on, version, None) for version in timeline.versions),
        *((decision.on, None, decision) for decision in deferrals),
    ]
    return sorted(events, key=lambda event: (event[0], event[2] is not None))


def _asked(timeline: Timeline, year: int) -> list[Run]:
    """List the times in which a year was asked for, however short what lies between."""
    found: list[Run] = []
    run: Run | None = None
    last: _Step | None = None
    for step in _steps(timeline):
        if step.year == year and run is None:
            run = _started(timeline, step, last)
        elif step.year == year and run is not None:
            run = _continued(run, step)
        elif run is not None:
            found.append(
                Run(run.first, step.on, run.former, run.state, run.earliest, is_excused=step.is_decided)
            )
            run = None
        last = step
    return [*found, run] if run else found


def _continued(run: Run, step: _Step) -> Run:
    """Go on with a run; what is lost since more than GRACE_DAYS can have ended it before this step."""
    lost = step.lost_since
    if lost is not None and (step.on - lost).days > GRACE_DAYS:
        return Run(step.on, OPEN_END, run.former, step.state, run.earliest or run.first)
    return Run(run.first, OPEN_END, run.former, step.state, run.earliest)


def _started(timeline: Timeline, step: _Step, last: _Step | None) -> Run:
    """Start a run; a move from another agenda that rests on a decision goes on from there."""
    former = last.state if last else None
    if step.is_decided and not step.is_deferral and last is not None and last.year is not None:
        earlier = last_run(timeline.until(_day_before(step.on)), last.year)
        if earlier is not None and earlier.still_counts(step.on):
            return Run(earlier.first, OPEN_END, earlier.former, step.state, earlier.earliest)
    lost = step.lost_since
    if lost is None and last is not None and (step.on - last.on).days <= GRACE_DAYS:
        # The step before can be a short absence from a run of which the history is lost.
        lost = last.lost_since
    return Run(step.on, OPEN_END, former, step.state, lost)


def _day_before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - 1))


@dataclass(frozen=True, slots=True)
class CompleteRun:
    """An unbroken time in which main had the dossier complete.

    ``earliest`` is set where the first day is lost: it lies between ``earliest`` and ``first``.
    """

    first: date
    end: date = OPEN_END
    earliest: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether its first day is known."""
        return self.earliest is None

    def still_counts(self, day: date) -> bool:
        """Whether it holds on a day, or ended so short before that a repair is in time."""
        return self.end == OPEN_END or (day - self.end).days <= GRACE_DAYS


def complete_runs(timeline: Timeline) -> tuple[CompleteRun, ...]:
    """List the times in which the dossier was complete; what was repaired in time was never incomplete."""
    joined: list[CompleteRun] = []
    for run in _complete(timeline.versions, is_cut=timeline.is_cut):
        if joined and joined[-1].still_counts(run.first):
            joined[-1] = CompleteRun(joined[-1].first, run.end, joined[-1].earliest)
        else:
            joined.append(run)
    return tuple(joined)


def _complete(versions: Sequence[DatedState], *, is_cut: bool) -> Iterator[CompleteRun]:
    run: CompleteRun | None = None
    lost = date.min if is_cut else None
    for version in versions:
        if version.is_missing:
            lost = lost or version.on
            continue
        is_complete = version.state is not None and not version.state.missing
        if is_complete and run is None:
            run = CompleteRun(version.on, earliest=version.earliest or lost)
        elif is_complete and run is not None and lost and (version.on - lost).days > GRACE_DAYS:
            run = CompleteRun(version.on, earliest=run.earliest or run.first)
        elif not is_complete and run is not None:
            yield CompleteRun(run.first, version.on, run.earliest)
            run = None
        lost = None
    if run is not None:
        yield run


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
