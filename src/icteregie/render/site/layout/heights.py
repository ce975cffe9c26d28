"""Gives every node of a layer its height on the page: near its neighbours, and never over another."""

from collections.abc import Sequence

from icteregie.render.site.layout.layers import Levels

BETWEEN = 20
"""From box to box, and from a box to an arrow that passes it."""
LINES = 18
"""From arrow to arrow, where both pass a layer or end at one box."""
_ROUNDS = 8
_PASSING = 4
"""How much more an arrow that passes wants to go straight than a box does."""


def middles(levels: Levels, heights: Sequence[int], limit: int) -> list[int]:
    """Give the middle of every number; ``heights`` are those of the boxes.

    All stay within ``limit`` where their layers do; without that, each layer goes as far as its neighbours
    want it.
    """
    every = [*heights, *[0] * (len(levels.before) - levels.real)]
    places = [0] * len(every)
    for layer in levels.layers:
        for node, offset in zip(layer, _offsets(layer, every, levels.real), strict=True):
            places[node] = offset
    for _ in range(_ROUNDS):
        for layer in levels.layers[1:]:
            _align(levels, layer, levels.before, every, places)
        for layer in reversed(levels.layers[:-1]):
            _align(levels, layer, levels.after, every, places)
        _squeeze(levels, every, places, limit)
    for layer in levels.layers[1:]:
        _straighten(levels, layer, every, places)
    highest = min((place - height // 2 for place, height in zip(places, every, strict=True)), default=0)
    return [place - highest for place in places]


def _distance(upper: int, lower: int, every: Sequence[int], real: int) -> int:
    distance = LINES if upper >= real and lower >= real else BETWEEN
    return every[upper] // 2 + (every[lower] + 1) // 2 + distance


def _offsets(layer: Sequence[int], every: Sequence[int], real: int) -> list[int]:
    offsets = [0] * len(layer)
    for at in range(1, len(layer)):
        offsets[at] = offsets[at - 1] + _distance(layer[at - 1], layer[at], every, real)
    return offsets


def _align(
    levels: Levels, layer: list[int], neighbours: list[list[int]], every: list[int], places: list[int]
) -> None:
    wanted, weights = [], []
    for node in layer:
        ends = [places[each] for each in neighbours[node]]
        wanted.append(sum(ends) // len(ends) if ends else places[node])
        weights.append(_PASSING if node >= levels.real else 1)
    for node, place in zip(layer, spaced(wanted, _offsets(layer, every, levels.real), weights), strict=True):
        places[node] = place


def _squeeze(levels: Levels, every: Sequence[int], places: list[int], limit: int) -> None:
    """Move what is beyond the limit back into it, and each before it so far that none meet."""
    if not places:
        return
    first = min(place - height // 2 for place, height in zip(places, every, strict=True))
    last = max(place + (height + 1) // 2 for place, height in zip(places, every, strict=True))
    if last - first <= limit:
        return
    first = (first + last - limit) // 2
    for layer in levels.layers:
        offsets = _offsets(layer, every, levels.real)
        least = first + every[layer[0]] // 2
        most = max(least, first + limit - (every[layer[-1]] + 1) // 2 - offsets[-1])
        for node, offset in zip(layer, offsets, strict=True):
            places[node] = offset + min(max(places[node] - offset, least), most)


def spaced(wanted: Sequence[int], offsets: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Give the places nearest to the wanted ones (least squares) that keep order and distance.

    ``offsets`` are the least distances from the first; neighbours that want too near share a block.
    """
    blocks: list[list[int]] = []
    for place, offset, weight in zip(wanted, offsets, weights, strict=True):
        blocks.append([(place - offset) * weight, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] > blocks[-1][0] * blocks[-2][1]:
            total, of, count = blocks.pop()
            blocks[-1] = [blocks[-1][0] + total, blocks[-1][1] + of, blocks[-1][2] + count]
    starts = [total // of for total, of, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]


def _straighten(levels: Levels, layer: list[int], every: list[int], places: list[int]) -> None:
    """Let an arrow that passes go on at its height, as far as its neighbours leave room."""
    for at, node in enumerate(layer):
        if node < levels.real:
            continue
        place = places[levels.before[node][0]]
        if at:
            place = max(place, places[layer[at - 1]] + _distance(layer[at - 1], node, every, levels.real))
        if at + 1 < len(layer):
            place = min(place, places[layer[at + 1]] - _distance(node, layer[at + 1], every, levels.real))
        places[node] = place
