"""Lays out a graph without circles: in layers, arrows to the right, lines along boxes and never through."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from icteregie.render.site.layout.heights import middles
from icteregie.render.site.layout.layers import Levels, levelled
from icteregie.render.site.layout.order import ordered
from icteregie.render.site.layout.routes import Routes
from icteregie.render.site.layout.shapes import Edge, Layout, Size


def layered(boxes: Mapping[str, Size], edges: Sequence[Edge], limit: int) -> Layout:
    """Place boxes that are connected, and their arrows, no higher than ``limit`` where that is possible.

    Raises ValueError on a circle.
    """
    numbers = {name: number for number, name in enumerate(boxes)}
    levels = _levels(len(boxes), tuple((numbers[edge.before], numbers[edge.after]) for edge in edges))
    sizes = tuple(boxes.values())
    heights = middles(levels, [size.height for size in sizes], limit)
    return Routes(tuple(boxes), sizes, edges, levels, heights).layout()


@lru_cache(maxsize=256)
def _levels(count: int, edges: tuple[tuple[int, int], ...]) -> Levels:
    """Order the layers once for a page in several languages: words change heights, and not the order."""
    levels = levelled(count, edges)
    ordered(levels)
    return levels
