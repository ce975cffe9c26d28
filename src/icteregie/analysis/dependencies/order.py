"""In which order initiatives can be done, and which are related through dependencies.

Walking from every initiative again would take hours in a chain of thousands. One pass in
topological order collects the same, as integers in which every bit stands for an initiative:
the union of two sets of thousands is then one operation.
"""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from icteregie.portfolio.portfolio import Portfolio


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
