"""The earliest schedule of all initiatives, by the forward pass of the critical path method.

An initiative starts on the day that is foreseen, or on the earliest date that its predecessors
allow, whichever is later; it then takes as long as foreseen, a milestone no time at all. What runs
keeps its start. What is no longer live delays nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.dependencies.edges import earliest_date
from icteregie.analysis.dependencies.order import order_outside_circles
from icteregie.analysis.foreseen import foreseen_span, is_begun
from icteregie.analysis.standing.statuses import is_over
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

LATEST_START = date(9000, 1, 1)
"""No slot starts later, so that an extreme chain of lags doesn't exceed what ``date`` can hold."""
ELLIPSIS = "…"
"""Replaces the first initiatives of a chain that is too long to show."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The earliest first and last day of an initiative, and the predecessor that determines them, if any.

    A milestone takes no day: its ``start`` is the day after its ``end``.
    """

    start: date
    end: date
    driver: str | None = None

    @property
    def shown_start(self) -> date:
        """The first day as people read it: a milestone starts and ends on one day."""
        return min(self.start, self.end)


def schedule(portfolio: Portfolio) -> dict[str, Slot]:
    """Calculate the earliest slot of every live initiative with a period that no circle holds up."""
    return schedule_in_order(portfolio, order_outside_circles(portfolio))


def schedule_in_order(portfolio: Portfolio, in_order: Iterable[str]) -> dict[str, Slot]:
    """Calculate the schedule when the topological order is known already."""
    slots: dict[str, Slot] = {}
    for name in in_order:
        initiative = portfolio.initiatives[name]
        span = foreseen_span(portfolio, initiative)
        if span.start is not None and span.end is not None and not is_over(initiative):
            slots[name] = slot_after(initiative, span.start, span.end, slots)
    return slots


def slot_after(initiative: Initiative, start: date, end: date, slots: Mapping[str, Slot]) -> Slot:
    """Give the earliest slot of what is planned from ``start`` to ``end``, after the slots before it."""
    duration, runs = end - start, is_begun(initiative)
    earliest, driver = end if runs else start, None
    for link in initiative.depends_on:
        before = slots.get(link.on)
        # What holds the start of what runs already holds nothing up any more.
        if before is None or (runs and not link.holds_end):
            continue
        free_from = earliest_date(link, before.start, before.end)
        first = free_from - duration if link.holds_end and not runs else free_from
        if first > earliest:
            earliest, driver = first, link.on
    earliest = min(earliest, LATEST_START)
    return Slot(start, earliest, driver) if runs else Slot(earliest, earliest + duration, driver)


def driving_chain(name: str, slots: dict[str, Slot], max_length: int | None = None) -> tuple[str, ...]:
    """Follow the drivers of an initiative back to the first; the initiative itself comes last.

    With ``max_length``, only the last so many; a longer chain then begins with ``ELLIPSIS``.
    """
    path = [name]
    while (driver := slots[path[-1]].driver) is not None:
        if len(path) == max_length:
            path[-1] = ELLIPSIS
            break
        path.append(driver)
    return tuple(reversed(path))
