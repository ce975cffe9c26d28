"""Orders the nodes of each layer so that few arrows cross: by the middle of their neighbours, in sweeps."""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from itertools import pairwise

from icteregie.render.site.layout.layers import Levels

SWEEPS = 12
"""Over all layers and back; more hardly find anything better."""
_SWAPS, _PATIENCE = 8, 3
_WORK = 300
"""How many nodes are ordered anew in all: ten times thirty, or once so many."""
_MUCH = 10_000


def ordered(levels: Levels) -> None:
    """Put every layer in the best order that was seen, from several orders to begin with."""
    best, fewest = levels.layers, None
    for layers in _beginnings(levels):
        made, crossings = _improved(levels, layers)
        if fewest is None or crossings < fewest:
            best, fewest = made, crossings
        if not fewest:
            break
    levels.layers = best


def _improved(levels: Levels, layers: list[list[int]]) -> tuple[list[list[int]], int]:
    """Sweep over the layers, and give the best order with its crossings."""
    best, fewest, latest = layers, _crossings(levels, layers), 0
    for sweep in range(SWEEPS):
        if not fewest or sweep - latest > _PATIENCE:
            break
        layers = [list(layer) for layer in layers]
        _sweep(levels, layers, is_down=sweep % 2 == 0)
        _swap(levels, layers)
        crossings = _crossings(levels, layers)
        if crossings < fewest:
            best, fewest, latest = layers, crossings, sweep
    return best, fewest


def _beginnings(levels: Levels) -> Iterator[list[list[int]]]:
    """Give orders to begin with: a walk along the arrows from one node and then another, up and down.

    Of a large graph there are fewer, so that the work grows with its size and no faster.
    """
    nodes = [node for layer in levels.layers for node in layer]
    count = min(len(nodes), max(1, _WORK // max(1, len(nodes))))
    for number in range(count):
        at = number * len(nodes) // count
        yield from (_by_walk(levels, [*nodes[at:], *nodes[:at]], step) for step in (-1, 1))


def _by_walk(levels: Levels, starts: Sequence[int], step: int) -> list[list[int]]:
    """Order by a walk along the arrows, so that what belongs together begins together."""
    seen: dict[int, None] = {}
    for start in starts:
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen[node] = None
                waiting.extend([*levels.after[node], *levels.before[node]][::step])
    number = {node: at for at, node in enumerate(seen)}
    return [sorted(layer, key=number.__getitem__) for layer in levels.layers]


def _places(layer: Sequence[int]) -> dict[int, int]:
    return {node: at for at, node in enumerate(layer)}


def _sweep(levels: Levels, layers: list[list[int]], *, is_down: bool) -> None:
    neighbours = levels.before if is_down else levels.after
    numbers = range(1, len(layers)) if is_down else range(len(layers) - 2, -1, -1)
    for number in numbers:
        fixed = _places(layers[number - 1 if is_down else number + 1])
        own = _places(layers[number])

        def middle(
            node: int, fixed: dict[int, int] = fixed, own: dict[int, int] = own, of: int = len(fixed)
        ) -> int:
            ends = [fixed[each] for each in neighbours[node]]
            if ends:
                return sum(ends) * _MUCH // len(ends)
            return own[node] * _MUCH * of // len(own)

        layers[number].sort(key=middle)


def _swap(levels: Levels, layers: list[list[int]]) -> None:
    """Swap neighbours in a layer wherever that leaves fewer crossings above and below."""
    for _ in range(_SWAPS):
        is_better = False
        for number, layer in enumerate(layers):
            neighbours = []
            if number:
                neighbours.append((levels.before, _places(layers[number - 1])))
            if number + 1 < len(layers):
                neighbours.append((levels.after, _places(layers[number + 1])))
            ends = {
                node: [sorted(places[each] for each in of[node]) for of, places in neighbours]
                for node in layer
            }
            for at in range(len(layer) - 1):
                upper, lower = ends[layer[at]], ends[layer[at + 1]]
                now = sum(map(_inversions, upper, lower))
                if now and sum(map(_inversions, lower, upper)) < now:
                    layer[at], layer[at + 1] = layer[at + 1], layer[at]
                    is_better = True
        if not is_better:
            return


def _inversions(upper: list[int], lower: list[int]) -> int:
    """Count the pairs of arrows that cross when one node stands above the other."""
    return sum(len(upper) - bisect_right(upper, end) for end in lower)


def _crossings(levels: Levels, layers: list[list[int]]) -> int:
    count = 0
    for layer, following in pairwise(layers):
        places, passed = _places(following), list[int]()
        for node in layer:
            ends = sorted(places[each] for each in levels.after[node])
            count += sum(len(passed) - bisect_right(passed, end) for end in ends)
            for end in ends:
                insort(passed, end)
    return count
