"""From the past of main and the present branch to the days of each file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from icteregie.vcs.branch import Present, present
from icteregie.vcs.dates import day, settled
from icteregie.vcs.lineage import Lineage
from icteregie.vcs.main_history import Past, past
from icteregie.vcs.refs import tips
from icteregie.vcs.repository import Repository
from icteregie.vcs.types import SLIP, Doubt, History, Seen

_FEWEST_STEPS = 10
_LONG = 31


def told(repository: Repository, main: str | None, cache: Path | None) -> History:
    """Read everything. Raises GitError, and LookupError when there is no ``main``."""
    found = tips(repository, main)
    if found is None:
        return History(doubts=(Doubt("no-commits"),))
    known = past(repository, found, cache)
    days = [day(moment) for moment in settled(known.times)]
    calendar = _Calendar(days, known.is_cut)
    if found.head == found.main:
        seen = {path: calendar.seen(one) for path, one in known.memory.now.items()}
    else:
        branch = present(repository, found, known.memory)
        seen = {path: _on_branch(one, calendar) for path, one in branch.items()}
    within = repository.within
    own = {path.removeprefix(within): one for path, one in seen.items() if path.startswith(within)}
    return History(found.ref, found.main, found.head, own, tuple(_doubts(repository, known, calendar)))


class _Calendar:
    """The days of main's steps."""

    def __init__(self, days: list[date], is_cut: bool) -> None:  # noqa: FBT001 - a fact about the days
        self.days = days
        self.is_cut = is_cut

    def seen(self, one: Lineage) -> Seen:
        """Say when an initiative came to main, looking past the times that it was briefly gone."""
        at = len(one.stays) - 1
        while at and (self.days[one.stays[at][0]] - self.days[one.stays[at - 1][1]]).days <= SLIP:
            at -= 1
        start = one.stays[at][0]
        if self.is_cut and start == 0:
            return Seen("unknown")
        arrived = self.days[start]
        opened = None if one.opened is None else min(day(one.opened), arrived)
        return Seen("arrived", opened, arrived)


def _on_branch(one: Present, calendar: _Calendar) -> Seen:
    known = calendar.seen(one.lineage) if one.lineage else None
    if known and not one.is_new:
        return known
    opened = None if one.opened is None else day(one.opened)
    if known is None or one.lineage is None:
        return Seen("not-yet", opened)
    first = min((found for found in (opened, known.opened) if found), default=None)
    return replace(known, standing="not-yet", opened=first, left=calendar.days[one.lineage.stays[-1][1]])


def _doubts(repository: Repository, known: Past, calendar: _Calendar) -> list[Doubt]:
    found = []
    if repository.boundary:
        found.append(Doubt("shallow"))
    if known.is_rewritten:
        found.append(Doubt("rewritten"))
    if _is_one_moment(known, calendar.days):
        found.append(Doubt("one-moment"))
    return found


def _is_one_moment(known: Past, days: list[date]) -> bool:
    """Notice a main whose steps were all made on one day, of work that was written over months."""
    if len(days) < _FEWEST_STEPS or days[0] != days[-1]:
        return False
    written = [one.opened for one in known.memory.now.values() if one.opened is not None]
    return bool(written) and (day(max(written)) - day(min(written))).days > _LONG
