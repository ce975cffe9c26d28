"""In which order initiatives can be done. The standard library is enough for that."""

from graphlib import CycleError, TopologicalSorter

from icteregie.portfolio.portfolio import Portfolio


def order(portfolio: Portfolio) -> tuple[str, ...] | None:
    """Give all ids, each after what it waits for; None when some wait for each other in a circle."""
    known = portfolio.initiatives
    graph = {
        name: [link.on for link in initiative.depends_on if link.on in known]
        for name, initiative in known.items()
    }
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError:
        return None
