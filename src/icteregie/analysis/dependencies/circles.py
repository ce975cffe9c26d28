"""Circles: initiatives that wait for each other. Named with networkx, so loaded only for them."""

import networkx as nx

from icteregie.portfolio.portfolio import Portfolio


def network(portfolio: Portfolio) -> "nx.DiGraph[str]":
    """Draw an arrow from each initiative to whatever it waits for."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(portfolio.initiatives)
    for name, initiative in portfolio.initiatives.items():
        graph.add_edges_from((name, link.on) for link in initiative.depends_on if link.on in graph)
    return graph


def tangles(portfolio: Portfolio) -> list[tuple[str, ...]]:
    """List the strongly connected components, each after those that it waits for, ids sorted.

    networkx gives a component only when it has given all that can be reached from it.
    """
    return [tuple(sorted(found)) for found in nx.strongly_connected_components(network(portfolio))]


def circles(portfolio: Portfolio) -> list[tuple[str, ...]]:
    """Name one circle for every tangle of initiatives, the smallest id first, tangles by id.

    A tangle is a strongly connected component. Listing all circles in it can take
    forever, so the shortest circle through its smallest id is named.
    """
    graph = network(portfolio)
    found = []
    for tangle in nx.strongly_connected_components(graph):
        first = min(tangle)
        if len(tangle) > 1:
            found.append(_shortest_circle(graph.subgraph(tangle), first))
        elif graph.has_edge(first, first):
            found.append((first,))
    return sorted(found)


def _shortest_circle(graph: "nx.DiGraph[str]", first: str) -> tuple[str, ...]:
    back = nx.single_source_shortest_path(graph, first)
    closing = [name for name in sorted(graph.predecessors(first)) if name in back]
    last = min(closing, key=lambda name: (len(back[name]), name))
    return tuple(back[last])
