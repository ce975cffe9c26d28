"""When each initiative can be done at the earliest, given everything it waits for.

A forward pass in the order of dependencies: an initiative starts on the day it asks for,
or on the day that the last thing it waits for is ready, whichever is later; it then takes
as long as it asked for. What is over no longer holds anything up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from icteregie.analysis.dependencies.edges import ready
from icteregie.analysis.dependencies.order import order
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Period
from icteregie.portfolio.portfolio import Portfolio

FAR = date(9000, 1, 1)
"""No slot starts later: a chain without end would otherwise run out of the calendar."""
EARLIER = "…"
"""Stands for the first initiatives of a chain that is too long to tell."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The earliest first and last day of an initiative, and what it waits for, if that decides."""

    start: date
    end: date
    held_by: str | None = None


def schedule(portfolio: Portfolio) -> dict[str, Slot]:
    """Work out the earliest slot of every initiative with a period; {} when there is a circle."""
    return slots_in(portfolio, order(portfolio) or ())


def slots_in(portfolio: Portfolio, in_order: Iterable[str]) -> dict[str, Slot]:
    """Work out the same, when it is known already in which order initiatives can be done."""
    slots: dict[str, Slot] = {}
    for name in in_order:
        initiative = portfolio.initiatives[name]
        if initiative.period is not None and initiative.is_live:
            slots[name] = _slot(initiative, initiative.period, slots)
    return slots


def _slot(initiative: Initiative, period: Period, slots: dict[str, Slot]) -> Slot:
    start, end = period.start.first, period.end.last
    length = end - start
    earliest, held_by = start, None
    for link in initiative.depends_on:
        before = slots.get(link.on)
        if before is None:
            continue
        free = ready(link, before.start, before.end)
        first = free - length if link.kind == "finish-to-finish" else free
        if first > earliest:
            earliest, held_by = first, link.on
    earliest = min(earliest, FAR)
    return Slot(earliest, earliest + length, held_by)


def chain(name: str, slots: dict[str, Slot], most: int | None = None) -> tuple[str, ...]:
    """Follow what holds an initiative up, back to the first; the initiative itself comes last.

    With ``most``, only the last so many; a longer chain then begins with ``EARLIER``.
    """
    path = [name]
    while (held_by := slots[path[-1]].held_by) is not None:
        if len(path) == most:
            path[-1] = EARLIER
            break
        path.append(held_by)
    return tuple(reversed(path))


def delay(name: str, slots: dict[str, Slot], portfolio: Portfolio) -> timedelta:
    """Give how much later than asked for an initiative can start."""
    period = portfolio.initiatives[name].period
    if period is None or name not in slots:
        return timedelta(0)
    return slots[name].start - period.start.first
