"""What is ready later or sooner than before, given everything that it waits for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.dependencies.schedule import Slot, schedule
from icteregie.analysis.obligations import deadlines
from icteregie.portfolio.initiative import Initiative
from icteregie.workspace.sides import Version


@dataclass(frozen=True, slots=True)
class Shift:
    """The earliest slot of one initiative before and after, and the deadline it misses since, if any.

    ``held_by`` is what it waits for longest, where that and not its own period decides.
    """

    id: str
    title: str
    before: Slot
    after: Slot
    missed: date | None
    held_by: str | None

    @property
    def start_days(self) -> int:
        """How many days later it starts; negative is sooner."""
        return (self.after.shown_start - self.before.shown_start).days

    @property
    def end_days(self) -> int:
        """How many days later it ends; negative is sooner."""
        return (self.after.end - self.before.end).days


def compare(before: Version, after: Version, renames: Mapping[str, str]) -> tuple[Shift, ...]:
    """List what shifts: what misses a deadline now first, then by days, latest first, then by id."""
    old = {renames.get(name, name): slot for name, slot in schedule(before.portfolio).items()}
    were = {renames.get(name, name): initiative for name, initiative in before.portfolio.initiatives.items()}
    changed = []
    for name, slot in schedule(after.portfolio).items():
        earlier = old.get(name)
        if earlier is None:
            continue
        was, now = were[name], after.portfolio.initiatives[name]
        missed = _missed_since(_missed(was, earlier), _missed(now, slot))
        if (earlier.start, earlier.end) != (slot.start, slot.end) or missed:
            changed.append(Shift(name, now.title, earlier, slot, missed, slot.driver))
    return tuple(sorted(changed, key=_order))


def _order(shift: Shift) -> tuple[bool, int, int, str]:
    return shift.missed is None, -shift.end_days, -shift.start_days, shift.id


def _missed(initiative: Initiative, slot: Slot) -> tuple[date, ...]:
    """List the deadlines that an initiative misses in a slot, the earliest first."""
    return tuple(deadline.day for deadline in deadlines(initiative) if slot.end > deadline.day)


def _missed_since(before: tuple[date, ...], after: tuple[date, ...]) -> date | None:
    """Give the first deadline that is missed since; None when no more are missed than before."""
    new = [day for day in after if day not in before]
    return new[0] if new and len(after) > len(before) else None
