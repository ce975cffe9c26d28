"""Gives layers and arrows their place across the page, once every height is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from icteregie.render.site.layout.channels import Net, tracks
from icteregie.render.site.layout.heights import LINES, spaced
from icteregie.render.site.layout.layers import Levels
from icteregie.render.site.layout.shapes import HEAD, Edge, Layout, Point, Size

LEAVING, TRACK, ARRIVING = 12, 10, 16
"""Room right of a box, for each line down, and for the head of an arrow."""
_APART = 4
_CORNER = 10
"""How far from the corner of its box an arrow ends at least."""
_CLEAR = 4
"""Around the words on an arrow."""


def arrivals(labels: Sequence[Size]) -> int:
    """Give how high a box must be for so many arrows that arrive at it, with these words on them."""
    return 2 * _CORNER + sum(max(LINES, label.height + _CLEAR) for label in labels)


@dataclass(frozen=True, slots=True)
class Routes:
    """A part of a graph with its layers in order, and the middle of every number in height."""

    names: tuple[str, ...]
    sizes: tuple[Size, ...]
    edges: Sequence[Edge]
    levels: Levels
    middles: list[int]

    def layout(self) -> Layout:
        """Give every box and every arrow its place."""
        entries = self._entries()
        lefts, downs, right = self._columns(entries)
        layer_of = {node: at for at, layer in enumerate(self.levels.layers) for node in layer}
        places = {
            name: (lefts[layer_of[node]], self.middles[node] - size.height // 2)
            for node, (name, size) in enumerate(zip(self.names, self.sizes, strict=True))
        }
        routes, labels = {}, {}
        for edge, chain in zip(self.edges, self.levels.chains, strict=True):
            first, last = chain[0], chain[-1]
            points = [(places[edge.before][0] + self.sizes[first].width, self.middles[first])]
            for near, far in pairwise(chain):
                line = downs[near]
                points += [(line, points[-1][1]), (line, entries[near, far])]
            points.append((lefts[layer_of[last]], points[-1][1]))
            routes[edge.ends] = _corners(points)
            if edge.label.width:
                x, y = points[-1]
                labels[edge.ends] = x - HEAD - _CLEAR - edge.label.width // 2, y
        bottom = max(
            (y + size.height for (_, y), size in zip(places.values(), self.sizes, strict=True)), default=0
        )
        return Layout(right, max([bottom, *self.middles]), places, routes, labels)

    def _entries(self) -> dict[tuple[int, int], int]:
        """Give the height at which each arrow reaches a layer: at a box apart from the others there."""
        entries: dict[tuple[int, int], int] = {}
        words = {
            (chain[-2], chain[-1]): edge.label.height
            for edge, chain in zip(self.edges, self.levels.chains, strict=True)
        }
        for passed, layer in pairwise(self.levels.layers):
            order = {node: at for at, node in enumerate(passed)}
            starts = {self.middles[node]: node for node in passed if self.levels.after[node]}
            for node in layer:
                sources = sorted(self.levels.before[node], key=order.__getitem__)
                across = [words.get((source, node), 0) for source in sources]
                heights = (
                    self._ends_at(node, sources, across) if node < self.levels.real else [self.middles[node]]
                )
                for source, height in zip(sources, heights, strict=True):
                    # At the height where another arrow begins, the two could lie over each other.
                    is_taken = starts.get(height, source) != source
                    entries[source, node] = height + _APART * is_taken
                    if node >= self.levels.real:
                        self.middles[node] = entries[source, node]
        return entries

    def _ends_at(self, node: int, sources: Sequence[int], words: Sequence[int]) -> list[int]:
        """Spread the ends over the border of a box, ``words`` being how high the words on each are."""
        if not sources:
            return []
        first, last = (max(_CORNER, (words[at] + _CLEAR) // 2) for at in (0, -1))
        top = self.middles[node] - self.sizes[node].height // 2 + first
        bottom = self.middles[node] + self.sizes[node].height // 2 - last
        steps = [max(LINES, (a + b) // 2 + _CLEAR) for a, b in pairwise(words)]
        offsets = list(accumulate(steps, initial=0))
        wanted = [min(max(self.middles[source], top), bottom) for source in sources]
        if len(sources) == 1 and wanted[0] != self.middles[sources[0]]:
            return [self.middles[node]]
        heights = spaced(wanted, offsets, [1] * len(sources))
        heights = [min(y, bottom - offsets[-1] + offset) for y, offset in zip(heights, offsets, strict=True)]
        return [max(y, top + offset) for y, offset in zip(heights, offsets, strict=True)]

    def _columns(self, entries: dict[tuple[int, int], int]) -> tuple[list[int], dict[int, int], int]:
        """Give the left of each layer, the line down of each number, and how far the last layer reaches."""
        labels: dict[int, int] = {}
        for edge, chain in zip(self.edges, self.levels.chains, strict=True):
            labels[chain[-1]] = max(labels.get(chain[-1], 0), edge.label.width)
        lefts, downs, x = [], {}, 0
        for at, layer in enumerate(self.levels.layers):
            lefts.append(x)
            right = x + max((self.sizes[node].width for node in layer if node < self.levels.real), default=0)
            starts = [node for node in layer if self.levels.after[node]]
            nets = [
                Net(self.middles[node], tuple(entries[node, each] for each in self.levels.after[node]))
                for node in starts
            ]
            numbers = tracks(nets)
            for node, number in zip(starts, numbers, strict=True):
                downs[node] = right + LEAVING + TRACK * max(number - 1, 0)
            x = right
            if at + 1 < len(self.levels.layers):
                label = max((labels.get(node, 0) for node in self.levels.layers[at + 1]), default=0)
                x += LEAVING + TRACK * max(0, *numbers, 1) + label + ARRIVING
        return lefts, downs, x


def _corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out every point that lies on the line between those beside it."""
    kept = [points[0]]
    for at, point in enumerate(points[1:-1], 1):
        if point == kept[-1]:
            continue
        following = next((each for each in points[at + 1 :] if each != point), point)
        if not (kept[-1][0] == point[0] == following[0] or kept[-1][1] == point[1] == following[1]):
            kept.append(point)
    return (*kept, points[-1])
