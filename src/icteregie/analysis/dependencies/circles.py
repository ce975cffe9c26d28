"""Circular dependencies. The only module that uses networkx, and so loaded only to name circles."""

from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from icteregie.diagnostics.ceilings import MOST_CIRCLES
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Tangle:
    """Initiatives that all wait for each other: the circles that are named, each from the id it starts at.

    Each waits for the next, and the last for the first. ``is_cut`` says that there are more.
    """

    circles: tuple[tuple[str, ...], ...]
    is_cut: bool = False


def dependency_graph(portfolio: Portfolio) -> "nx.DiGraph[str]":
    """Build the graph with an edge from each initiative to each of its dependencies."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(portfolio.initiatives)
    for name, initiative in portfolio.initiatives.items():
        graph.add_edges_from((name, link.on) for link in initiative.depends_on if link.on in graph)
    return graph


def strongly_connected_components(portfolio: Portfolio) -> list[tuple[str, ...]]:
    """List the strongly connected components, each after its dependencies, ids sorted.

    networkx yields a component only after all that can be reached from it.
    """
    components = nx.strongly_connected_components(dependency_graph(portfolio))
    return [tuple(sorted(component)) for component in components]


def circles(portfolio: Portfolio) -> list[Tangle]:
    """Name the circles of every strongly connected component, the component of the smallest id first.

    Their number can be exponential. Every dependency that lies in a circle is named in at least one: the
    shortest through the first dependency that isn't named yet, by ids. Of one component at most
    ``MOST_CIRCLES`` are named, so that this takes as many walks.
    """
    graph = dependency_graph(portfolio)
    components = (c for c in nx.strongly_connected_components(graph) if len(c) > 1 or graph.has_edge(*c, *c))
    return [_tangle(graph, component) for component in sorted(components, key=min)]


def _tangle(graph: "nx.DiGraph[str]", component: set[str]) -> Tangle:
    # Sorted, so that nothing depends on the order of a set or of a file.
    inner: nx.DiGraph[str] = nx.DiGraph()
    inner.add_edges_from(sorted((name, on) for name in component for on in graph[name] if on in component))
    named: set[tuple[str, str]] = set()
    listed: list[tuple[str, ...]] = []
    for name, on in sorted(inner.edges):
        if (name, on) in named:
            continue
        if len(listed) == MOST_CIRCLES:
            return Tangle(tuple(listed), is_cut=True)
        back = nx.shortest_path(inner, on, name)
        circle = (name, *back[:-1])
        named.update(pairwise((*circle, name)))
        listed.append(circle)
    return Tangle(tuple(listed))
