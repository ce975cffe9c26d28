"""In which order initiatives can be done, which are related, and their earliest schedule.

Walking from every initiative again would take hours in a chain of thousands. One pass in
topological order collects what is related, as integers in which every bit stands for an initiative:
the union of two sets of thousands is then one operation.

The schedule is the forward pass of the critical path method. An initiative starts on the day that is
foreseen, or on the earliest date that its predecessors allow, whichever is later; it then takes as long
as foreseen, a milestone no time at all. What runs keeps its start. What is no longer live delays nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter

from icteregie.analysis.dependencies.edges import earliest_date
from icteregie.analysis.foreseen import foreseen_span, is_begun
from icteregie.analysis.standing.statuses import is_over
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

LATEST_START = date(9000, 1, 1)
"""No slot starts later, so that an extreme chain of lags doesn't exceed what ``date`` can hold."""

ELLIPSIS = "…"
"""Replaces the first initiatives of a chain that is too long to show."""


def topological_order(portfolio: Portfolio) -> tuple[str, ...] | None:
    """List all ids, each after its dependencies; None when there is a circular dependency."""
    order = order_outside_circles(portfolio)
    return order if len(order) == len(portfolio.initiatives) else None


def order_outside_circles(portfolio: Portfolio) -> tuple[str, ...]:
    """List the ids, each after its dependencies, without those in a circle or waiting for one."""
    initiatives = portfolio.initiatives
    sorter = TopologicalSorter(
        {
            name: [link.on for link in initiative.depends_on if link.on in initiatives]
            for name, initiative in initiatives.items()
        }
    )
    with suppress(CycleError):  # it then gives what comes before the circles
        sorter.prepare()
    order: list[str] = []
    while ready := sorter.get_ready():
        order += ready
        sorter.done(*ready)
    return tuple(order)


def tangles(portfolio: Portfolio) -> dict[str, int]:
    """Give, by id, a number to those that wait for each other in circles: the same to all of one tangle."""
    if topological_order(portfolio) is not None:
        return {}
    components = (each for each in _components(portfolio, None) if len(each) > 1)
    return {name: number for number, component in enumerate(components) for name in component}


def related_initiatives(
    portfolio: Portfolio, in_order: Sequence[str] | None, ids: Sequence[str]
) -> dict[str, int]:
    """Return for each of ``ids`` the related ones: its predecessors and successors; bit n is ids[n].

    ``in_order`` has all initiatives, each after its dependencies; None when there are circles.
    """
    bit = {name: 1 << position for position, name in enumerate(ids)}
    components = _components(portfolio, in_order)
    dependencies = {name: portfolio.initiatives[name].depends_on for each in components for name in each}
    predecessors: dict[str, int] = {}
    successors: dict[str, int] = defaultdict(int)
    for component in components:
        reached = 0
        for name in component:
            for link in dependencies[name]:
                reached |= predecessors.get(link.on, 0) | bit.get(link.on, 0)
        predecessors |= dict.fromkeys(component, reached)
    for component in reversed(components):
        reached = 0
        for name in component:
            reached |= successors[name]
        inside = set(component)
        if len(component) > 1:
            # In a circle each depends on all others, and so precedes what depends on any of them.
            reached |= predecessors[component[0]] & _bits(bit, component)
            successors |= dict.fromkeys(component, reached)
        for name in component:
            for on in {link.on for link in dependencies[name]} - inside:
                successors[on] |= reached | bit.get(name, 0)
    return {name: (predecessors.get(name, 0) | successors[name]) & ~bit[name] for name in ids}


def _bits(bit: dict[str, int], names: Sequence[str]) -> int:
    union = 0
    for name in names:
        union |= bit.get(name, 0)
    return union


def _components(portfolio: Portfolio, in_order: Sequence[str] | None) -> list[tuple[str, ...]]:
    """List the strongly connected components, mostly single ids, each after its dependencies."""
    if in_order is not None:
        return [(name,) for name in in_order]
    # networkx is slow to load, and a sound portfolio never needs it.
    from icteregie.analysis.dependencies.circles import strongly_connected_components  # noqa: PLC0415

    return strongly_connected_components(portfolio)


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
