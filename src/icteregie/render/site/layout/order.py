"""Orders the nodes of each layer so that few arrows cross: by the middle of their neighbours, in sweeps."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import pairwise

from icteregie.render.site.layout.layers import Levels

SWEEPS = 12
"""Over all layers and back; more hardly find anything better."""
_SWAPS = 8
_MUCH = 10_000


def ordered(levels: Levels) -> None:
    """Put every layer in the best order that was seen."""
    layers = _by_depth(levels)
    best, fewest = layers, _crossings(levels, layers)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        layers = [list(layer) for layer in layers]
        _sweep(levels, layers, is_down=sweep % 2 == 0)
        _swap(levels, layers)
        crossings = _crossings(levels, layers)
        if crossings < fewest:
            best, fewest = layers, crossings
    levels.layers = best


def _by_depth(levels: Levels) -> list[list[int]]:
    """Order by a walk along the arrows, so that what belongs together begins together."""
    seen: dict[int, None] = {}
    for start in (node for layer in levels.layers for node in layer):
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen[node] = None
                waiting.extend(reversed([*levels.after[node], *levels.before[node]]))
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
