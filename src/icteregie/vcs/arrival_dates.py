"""From the past of main and the present branch to the days of each file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from icteregie.vcs.branch import BranchFile, branch_files
from icteregie.vcs.dates import local_day, monotonic_times
from icteregie.vcs.lineage import Lineage
from icteregie.vcs.main_history import MainHistory, read_main_history
from icteregie.vcs.refs import tips
from icteregie.vcs.repository import Repository
from icteregie.vcs.types import GRACE_DAYS, Doubt, FileDates, History

_MIN_STEPS = 10
_MIN_SPREAD_DAYS = 31


def read_dates(repository: Repository, main: str | None, cache_dir: Path | None) -> History:
    """Read everything. Raises GitError, and LookupError when there is no ``main``."""
    branch_tips = tips(repository, main)
    if branch_tips is None:
        return History(doubts=(Doubt("no-commits"),))
    history = read_main_history(repository, branch_tips, cache_dir)
    days = [local_day(moment) for moment in monotonic_times(history.times)]
    calendar = _MainDates(days, history.is_shallow)
    if branch_tips.head == branch_tips.main:
        dates = {path: calendar.file_dates(one) for path, one in history.index.present.items()}
    else:
        branch = branch_files(repository, branch_tips, history.index)
        dates = {path: _on_branch(one, calendar) for path, one in branch.items()}
    prefix = repository.prefix
    in_portfolio = {path.removeprefix(prefix): one for path, one in dates.items() if path.startswith(prefix)}
    return History(
        branch_tips.ref,
        branch_tips.main,
        branch_tips.head,
        in_portfolio,
        tuple(_doubts(repository, history, calendar)),
    )


class _MainDates:
    """The days of main's steps."""

    def __init__(self, days: list[date], is_shallow: bool) -> None:  # noqa: FBT001 - a fact about the days
        self.days = days
        self.is_cut = is_shallow

    def file_dates(self, lineage: Lineage) -> FileDates:
        """Say when an initiative came to main, looking past the times that it was briefly gone."""
        period = len(lineage.presence) - 1
        while (
            period
            and (self.days[lineage.presence[period][0]] - self.days[lineage.presence[period - 1][1]]).days
            <= GRACE_DAYS
        ):
            period -= 1
        start = lineage.presence[period][0]
        if self.is_cut and start == 0:
            return FileDates("unknown")
        arrived = self.days[start]
        opened = None if lineage.opened is None else min(local_day(lineage.opened), arrived)
        return FileDates("arrived", opened, arrived)


def _on_branch(file: BranchFile, main_dates: _MainDates) -> FileDates:
    on_main = main_dates.file_dates(file.lineage) if file.lineage else None
    if on_main and not file.is_new:
        return on_main
    opened = None if file.opened is None else local_day(file.opened)
    if on_main is None or file.lineage is None:
        return FileDates("not-yet", opened)
    first = min((found for found in (opened, on_main.opened) if found), default=None)
    return replace(
        on_main, standing="not-yet", opened=first, left=main_dates.days[file.lineage.presence[-1][1]]
    )


def _doubts(repository: Repository, history: MainHistory, main_dates: _MainDates) -> list[Doubt]:
    doubts = []
    if repository.shallow_boundary:
        doubts.append(Doubt("shallow"))
    if history.is_rewritten:
        doubts.append(Doubt("rewritten"))
    if _is_one_moment(history, main_dates.days):
        doubts.append(Doubt("one-moment"))
    return doubts


def _is_one_moment(history: MainHistory, days: list[date]) -> bool:
    """Notice a main whose steps were all made on one day, of work that was written over months."""
    if len(days) < _MIN_STEPS or days[0] != days[-1]:
        return False
    written = [one.opened for one in history.index.present.values() if one.opened is not None]
    return bool(written) and (local_day(max(written)) - local_day(min(written))).days > _MIN_SPREAD_DAYS
