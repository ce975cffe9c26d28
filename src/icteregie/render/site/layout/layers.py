"""Puts nodes in layers, so that every arrow leads to a later one, and fills the layers that it passes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(slots=True)
class Levels:
    """Nodes as numbers, layer by layer; numbers from ``real`` on are where an arrow passes a layer.

    ``before`` and ``after`` are the neighbours of each number in the layers beside it; ``chains`` has
    the numbers that each arrow goes through, from end to end.
    """

    real: int
    layers: list[list[int]]
    before: list[list[int]]
    after: list[list[int]]
    chains: list[list[int]]


def levelled(count: int, edges: Sequence[tuple[int, int]]) -> Levels:
    """Put ``count`` nodes in layers. Raises ValueError on a circle."""
    ranks = _ranks(count, edges)
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    layers: list[list[int]] = [[] for _ in range(max(ranks, default=-1) + 1)]
    for node, rank in enumerate(ranks):
        layers[rank].append(node)
    chains = []
    for first, last in edges:
        chain = [first]
        for rank in range(ranks[first] + 1, ranks[last]):
            chain.append(len(before))
            layers[rank].append(len(before))
            before.append([])
            after.append([])
        chain.append(last)
        for near, far in pairwise(chain):
            after[near].append(far)
            before[far].append(near)
        chains.append(chain)
    return Levels(count, layers, before, after, chains)


def _ranks(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """Give each node the layer after its last predecessor, or the one before its first use."""
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for first, last in edges:
        after[first].append(last)
        before[last].append(first)
    order = _topological(before, after)
    ranks = [0] * count
    for node in order:
        ranks[node] = max((ranks[each] + 1 for each in before[node]), default=0)
    for node in reversed(order):
        if len(after[node]) > len(before[node]):
            ranks[node] = min(ranks[each] for each in after[node]) - 1
    lowest = min(ranks, default=0)
    return [rank - lowest for rank in ranks]


def _topological(before: list[list[int]], after: list[list[int]]) -> list[int]:
    missing = [len(each) for each in before]
    order = [node for node, count in enumerate(missing) if not count]
    for node in order:
        for each in after[node]:
            missing[each] -= 1
            if not missing[each]:
                order.append(each)
    if len(order) < len(before):
        raise ValueError("a circle has no layers")
    return order
