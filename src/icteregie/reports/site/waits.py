"""What waits for what, of what is on the agenda or runs: the most late first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis.dependencies.edges import Unplanned, unplanned
from icteregie.analysis.dependencies.schedule import Slot, schedule
from icteregie.analysis.foreseen import foreseen_span
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.show import Neighbour, ShowReport
from icteregie.reports.site.rows import ListRow, Matter


@dataclass(frozen=True, slots=True)
class Wait:
    """Who waits for what; ``slack`` in days, below 0 when it is ready too late, None when nobody can say.

    ``ready`` and ``slack`` are by the own plan of what is waited for. ``earliest`` is its earliest last day
    where what that waits for pushes it further than this plan, and than the slack; else None. ``unplanned``
    says why nobody has planned what is waited for: then its own plan, and so the slack, promises nothing.
    """

    id: str
    on: str
    link: str
    ready: date | None
    slack: int | None
    earliest: date | None = None
    unplanned: Unplanned | None = None

    @property
    def is_late(self) -> bool:
        """Whether it is ready too late."""
        return self.slack is not None and self.slack < 0

    @property
    def days_late(self) -> int:
        """How many days it is ready too late; 0 when it is in time, or nobody can say."""
        return max(0, -(self.slack or 0))


@dataclass(frozen=True, slots=True)
class Waits:
    """All waits of the page; ``concerned`` are those that are on the agenda or run, by the list.

    ``tangled`` are all that wait for each other in circles, by id: the same number to all of one circle.
    """

    concerned: tuple[str, ...]
    every: tuple[Wait, ...]
    tangled: Mapping[str, int]

    @property
    def late(self) -> int:
        """How many are ready too late."""
        return sum(wait.is_late for wait in self.every)

    @property
    def connected(self) -> frozenset[str]:
        """Who wait for something, or are waited for."""
        return frozenset(name for wait in self.every for name in (wait.id, wait.on))

    @property
    def alone(self) -> int:
        """How many wait for nothing and are waited for by nothing."""
        connected = self.connected
        return sum(name not in connected for name in self.concerned)

    @property
    def circled(self) -> tuple[str, ...]:
        """Who of these wait for each other in circles."""
        connected = self.connected
        return tuple(name for name in self.tangled if name in connected)

    @property
    def straight(self) -> tuple[Wait, ...]:
        """The waits without those that have a circle at either end: the others have an order."""
        return tuple(wait for wait in self.every if not self.is_tangled(wait))

    def is_tangled(self, wait: Wait) -> bool:
        """Whether either end is part of a circle."""
        return wait.id in self.tangled or wait.on in self.tangled


def waits(
    rows: Iterable[ListRow], factsheets: ShowReport, tangled: Mapping[str, int], portfolio: Portfolio
) -> Waits:
    """List what each of these waits for."""
    slots = schedule(portfolio)
    concerned = tuple(row.initiative.id for row in rows if row.rank or row.one_off is not None)
    ids = frozenset(concerned)
    listed = (
        Wait(
            factsheet.initiative.id,
            each.initiative.id,
            each.link,
            each.ready,
            each.slack,
            _earliest(portfolio, slots, each),
            unplanned(portfolio, factsheet.initiative, each.initiative),
        )
        for factsheet in factsheets.factsheets
        if factsheet.initiative.id in ids
        for each in factsheet.waits_for
    )
    every = tuple(sorted(listed, key=_order))
    return Waits(concerned, every, tangled)


def _order(wait: Wait) -> tuple[int, int, str, str]:
    """Put what is too late first, then what nobody has planned, and last what nobody can say."""
    kind = 3 if wait.slack is None else 0 if wait.is_late else 1 if wait.unplanned else 2
    return kind, wait.slack or 0, wait.id, wait.on


def _earliest(portfolio: Portfolio, slots: Mapping[str, Slot], each: Neighbour) -> date | None:
    """Give the earliest last day of what is waited for, where it is pushed beyond the slack of the wait."""
    slot, own = slots.get(each.initiative.id), foreseen_span(portfolio, each.initiative).end
    if slot is None or own is None or each.slack is None or each.slack < 0:
        return None
    return slot.end if (slot.end - own).days > each.slack else None


def with_late_waits(rows: Iterable[ListRow], waiting: Waits) -> tuple[ListRow, ...]:
    """Mark in the list what waits for something that is ready too late."""
    late = {wait.id for wait in waiting.every if wait.is_late}
    return tuple(
        replace(row, matters=(*row.matters, Matter("waits-late"))) if row.initiative.id in late else row
        for row in rows
    )
