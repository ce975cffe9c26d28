"""When main asked for a place on an agenda, and when it had the dossier complete: unbroken times.

Everything here is calculated from days and states; nothing is read. A short absence, of at most
``GRACE_DAYS``, doesn't end anything: no meeting is prepared in less. Nor does one that rests on a
decision of the board, however long: the board's own act makes nobody late.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.timeline import WITH_AGENDA, BoardDecision, DatedState, State, Timeline
from icteregie.vcs.types import GRACE_DAYS

OPEN_END = date.max
"""The end of what still holds."""


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
    listed = runs(timeline, year)
    return listed[-1] if listed else None


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
        year = new.agenda if new and new.status in WITH_AGENDA else None
        yield _Step(on, year, state, is_decided, lost_since=version.earliest or lost)
        lost = None


def _same_request(state: State, other: State) -> bool:
    return (state.agenda, state.status) == (other.agenda, other.status)


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
    times: list[Run] = []
    run: Run | None = None
    last: _Step | None = None
    for step in _steps(timeline):
        if step.year == year and run is None:
            run = _started(timeline, step, last)
        elif step.year == year and run is not None:
            run = _continued(run, step)
        elif run is not None:
            times.append(
                Run(run.first, step.on, run.former, run.state, run.earliest, is_excused=step.is_decided)
            )
            run = None
        last = step
    return [*times, run] if run else times


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
