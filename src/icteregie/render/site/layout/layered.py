"""Lays out a graph without circles: in layers, arrows to the right, lines along boxes and never through."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from icteregie.render.site.layout.heights import middles
from icteregie.render.site.layout.layers import Levels, levelled
from icteregie.render.site.layout.order import ordered
from icteregie.render.site.layout.routes import Routes
from icteregie.render.site.layout.shapes import Edge, Layout, Point, Size

BETWEEN_PARTS = 28
"""Between parts of a graph that have no arrow to each other."""


def layout(boxes: Mapping[str, Size], edges: Sequence[Edge], width: int = 0) -> Layout:
    """Place boxes and arrows. Raises ValueError on a circle.

    Parts without an arrow between them stand one below the other, and beside each other while that is
    within ``width``.
    """
    places: dict[str, Point] = {}
    routes: dict[tuple[str, str], tuple[Point, ...]] = {}
    left = top = bottom = widest = 0
    for names, own in _parts(boxes, edges):
        part = _part({name: boxes[name] for name in names}, own)
        if left and left + part.width > width:
            left, top = 0, bottom + BETWEEN_PARTS
        places |= {name: (x + left, y + top) for name, (x, y) in part.places.items()}
        routes |= {
            ends: tuple((x + left, y + top) for x, y in points) for ends, points in part.routes.items()
        }
        bottom, widest = max(bottom, top + part.height), max(widest, left + part.width)
        left += part.width + BETWEEN_PARTS
    return Layout(widest, bottom, places, routes)


def _parts(boxes: Mapping[str, Size], edges: Sequence[Edge]) -> list[tuple[list[str], list[Edge]]]:
    """Divide a graph into what is connected, in the order of the boxes, the larger ones first."""
    neighbours: dict[str, list[str]] = {name: [] for name in boxes}
    for edge in edges:
        neighbours[edge.before].append(edge.after)
        neighbours[edge.after].append(edge.before)
    part_of: dict[str, int] = {}
    parts: list[tuple[list[str], list[Edge]]] = []
    for start in boxes:
        if start in part_of:
            continue
        waiting, part_of[start] = [start], len(parts)
        for name in waiting:
            for each in neighbours[name]:
                if each not in part_of:
                    part_of[each] = len(parts)
                    waiting.append(each)
        parts.append(([], []))
    for name in boxes:
        parts[part_of[name]][0].append(name)
    for edge in edges:
        parts[part_of[edge.before]][1].append(edge)
    return sorted(parts, key=lambda part: -len(part[0]))


def _part(boxes: Mapping[str, Size], edges: Sequence[Edge]) -> Layout:
    numbers = {name: number for number, name in enumerate(boxes)}
    levels = _levels(len(boxes), tuple((numbers[edge.before], numbers[edge.after]) for edge in edges))
    sizes = tuple(boxes.values())
    return Routes(
        tuple(boxes), sizes, edges, levels, middles(levels, [size.height for size in sizes])
    ).layout()


@lru_cache(maxsize=256)
def _levels(count: int, edges: tuple[tuple[int, int], ...]) -> Levels:
    """Order the layers once for a page in several languages: words change heights, and not the order."""
    levels = levelled(count, edges)
    ordered(levels)
    return levels
