"""When each file was opened and arrived, by the history of main and the current branch."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from icteregie.vcs.branch import BranchFile, branch_files
from icteregie.vcs.dates import FIRST_DAY, Days, days, local_day
from icteregie.vcs.lineage import Lineage
from icteregie.vcs.main_history import MainHistory, read_main_history
from icteregie.vcs.refs import tips
from icteregie.vcs.repository import Repository
from icteregie.vcs.types import GRACE_DAYS, Doubt, DoubtName, FileDates, History

_MIN_STEPS = 10
_MIN_SPREAD_DAYS = 31
"""From so many steps on one day, for work written over more days than this, main counts as one moment."""

_MAX_NAMED = 3
"""Of more commits than these only the first are named."""


def read_dates(
    repository: Repository, main: str | None, cache_dir: Path | None, today: date | None = None
) -> History:
    """Read the dates of all files. Raises GitError; LookupError when there is no commit ``main``."""
    commits = tips(repository, main)
    if commits is None:
        return History(doubts=(Doubt("no-commits"),))
    history = read_main_history(repository, commits, cache_dir)
    main_dates = _MainDates(days(history.times, today), history.is_shallow, commits.is_elsewhere)
    renamed = list(history.index.renames)
    if commits.head == commits.main:
        dates = {path: main_dates.file_dates(each) for path, each in history.index.present.items()}
    else:
        branch = branch_files(repository, commits, history.index)
        dates = {path: _branch_dates(file, main_dates) for path, file in branch.items()}
        renamed += [(file.old, path) for path, file in branch.items() if file.old]
    prefix = repository.prefix
    files = {path.removeprefix(prefix): each for path, each in dates.items() if path.startswith(prefix)}
    doubts = _doubts(repository, history, main_dates)
    if commits.is_elsewhere:
        doubts.append(Doubt("main-elsewhere", repository.target))
    return History(commits.ref, commits.main, commits.head, files, tuple(doubts), _ids(renamed, prefix))


def _ids(renamed: list[tuple[str, str]], prefix: str) -> tuple[tuple[str, str], ...]:
    """Return the ids of paths of one portfolio."""
    return tuple(
        (PurePosixPath(old).stem, PurePosixPath(new).stem)
        for old, new in renamed
        if old.startswith(prefix) and new.startswith(prefix)
    )


@dataclass(frozen=True, slots=True)
class _MainDates:
    """The day of each step of main.

    ``is_shallow`` when a shallow clone begins at the first; ``is_elsewhere`` when this is not main.
    """

    days: Days
    is_shallow: bool
    is_elsewhere: bool = False

    def file_dates(self, lineage: Lineage) -> FileDates:
        """Calculate when an initiative came to main, ignoring absences of at most GRACE_DAYS."""
        start = lineage.presence[-1][0]
        for earlier, end in reversed(lineage.presence[:-1]):
            if (self.days[start] - self.days[end]).days > GRACE_DAYS:
                break
            start = earlier
        arrived = self.days[start]
        if earliest := self._earliest(lineage, start):
            return FileDates("unknown", earliest=earliest, latest=arrived)
        opened = None if lineage.opened is None else min(local_day(lineage.opened), arrived)
        return FileDates("arrived", opened, arrived)

    def _earliest(self, lineage: Lineage, start: int) -> date | None:
        """Return the first day on which it may have come, None when the day is certain."""
        if self.is_elsewhere:
            return FIRST_DAY
        step = lineage.earliest if lineage.earliest is not None and start == lineage.presence[0][0] else start
        if self.is_shallow and step == 0:
            return FIRST_DAY
        return self.days[step] if step != start else None


def _branch_dates(file: BranchFile, main_dates: _MainDates) -> FileDates:
    on_main = main_dates.file_dates(file.lineage) if file.lineage else None
    if on_main and not file.is_new:
        return on_main
    opened = None if file.opened is None else local_day(file.opened)
    if on_main is None or file.lineage is None:
        return FileDates("not-yet", opened)
    first = min((day for day in (opened, on_main.opened) if day), default=None)
    removed = main_dates.days[file.lineage.presence[-1][1]]
    return replace(on_main, status="not-yet", opened=first, removed=removed)


def _doubts(repository: Repository, history: MainHistory, main_dates: _MainDates) -> list[Doubt]:
    doubts = []
    if repository.shallow_boundary:
        doubts.append(Doubt("shallow"))
    if any(lineage.earliest is not None for lineage in history.index.present.values()):
        doubts.append(Doubt("partial"))
    if history.is_rewritten:
        doubts.append(Doubt("rewritten"))
    if _is_one_moment(history, main_dates.days.days):
        doubts.append(Doubt("one-moment"))
    return [*doubts, *_clock_doubts(history, main_dates.days)]


def _clock_doubts(history: MainHistory, days: Days) -> list[Doubt]:
    """Name the commits whose own day can't be; those at the end that are after today are no wrong clocks."""
    end = len(days)
    while end and end - 1 in days.repaired and local_day(history.times[end - 1]) > days[end - 1]:
        end -= 1
    wrong = [step for step in days.repaired if step < end]
    steps_by_doubt: tuple[tuple[DoubtName, list[int]], ...] = (
        ("clock", wrong),
        ("after-today", list(range(end, len(days)))),
    )
    return [Doubt(name, _named(history, steps)) for name, steps in steps_by_doubt if steps]


def _named(history: MainHistory, steps: list[int]) -> str:
    names = [history.names[step] for step in steps[:_MAX_NAMED]]
    return ", ".join((*names, "…") if len(steps) > _MAX_NAMED else names)


def _is_one_moment(history: MainHistory, days: list[date]) -> bool:
    """Detect a main whose steps were all made on one day, of work that was written over months."""
    if len(days) < _MIN_STEPS or days[0] != days[-1]:
        return False
    lineages = history.index.present.values()
    written = [lineage.opened for lineage in lineages if lineage.opened is not None]
    return bool(written) and (local_day(max(written)) - local_day(min(written))).days > _MIN_SPREAD_DAYS
