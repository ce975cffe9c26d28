"""Circular dependencies. The only module that uses networkx, and so loaded only to name circles."""

import networkx as nx

from icteregie.portfolio.portfolio import Portfolio


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


def circles(portfolio: Portfolio) -> list[tuple[str, ...]]:
    """Name one circle for every strongly connected component, the smallest id first, sorted.

    Their number can be exponential, so only the shortest circle through the smallest id is named.
    """
    graph = dependency_graph(portfolio)
    named = []
    for component in nx.strongly_connected_components(graph):
        first = min(component)
        if len(component) > 1:
            named.append(_shortest_circle(graph.subgraph(component), first))
        elif graph.has_edge(first, first):
            named.append((first,))
    return sorted(named)


def _shortest_circle(graph: "nx.DiGraph[str]", first: str) -> tuple[str, ...]:
    back = nx.single_source_shortest_path(graph, first)
    closing = [name for name in sorted(graph.predecessors(first)) if name in back]
    last = min(closing, key=lambda name: (len(back[name]), name))
    return tuple(back[last])
