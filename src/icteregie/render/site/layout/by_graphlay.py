"""Lays out a connected graph by the library graphlay, where it is: the only module that imports it.

It crosses fewer lines than ours in a dense graph, but not every drawing is sound (CONTRIBUTING has figures).
"""

from collections.abc import Mapping, Sequence
from typing import Any

try:
    import graphlay
except ImportError:  # the extra "site" isn't installed
    HAS_GRAPHLAY = False
else:
    HAS_GRAPHLAY = True

from icteregie.render.site.layout.shapes import HEAD, Edge, Layout, Point, Size

_CLEAR = 8
"""Before and after the words on an arrow, together."""
_OPTIONS = {"spacing": {"layer_gap": 40.0, "node_gap": 20.0, "dummy_gap": 18.0, "edge_label_margin": 24.0}}


def by_graphlay(boxes: Mapping[str, Size], edges: Sequence[Edge], limit: int) -> Layout | None:
    """Place boxes and arrows; None without the library, or where it finds no layout within ``limit``."""
    if not HAS_GRAPHLAY:
        return None
    try:
        made = graphlay.layout(_graph(boxes, edges), options=_OPTIONS)
    except graphlay.GraphlayError:
        return None
    left, top = (round(made.bounds["min"][axis]) for axis in ("x", "y"))
    places = {
        name: (
            round(node["center"]["x"] - size.width / 2) - left,
            round(node["center"]["y"] - size.height / 2) - top,
        )
        for (name, size), node in zip(boxes.items(), made.nodes, strict=True)
    }

    def point(at: Mapping[str, float]) -> Point:
        return round(at["x"]) - left, round(at["y"]) - top

    routes, labels = {}, {}
    for edge, drawn in zip(edges, made.edges, strict=True):
        points = [point(each) for each in drawn["points"]]
        first = places[edge.before][0] + boxes[edge.before].width
        # Rounding may have moved an end from its border by a pixel.
        points[0], points[-1] = (first, points[0][1]), (places[edge.after][0], points[-1][1])
        routes[edge.ends] = tuple(points)
        middle = _on(points, edge.label)
        if edge.label.width and middle:
            labels[edge.ends] = middle
    right, bottom = (round(made.bounds["max"][axis]) for axis in ("x", "y"))
    drawing = Layout(right - left, bottom - top, places, routes, labels)
    return drawing if drawing.height <= limit else None


def _on(points: Sequence[Point], label: Size) -> Point | None:
    """Give the middle of the last level stretch with space for words; graphlay puts them beside it."""
    (x, y), *corners = [*points[:-1], (points[-1][0] - HEAD, points[-1][1])]
    middle = None
    for u, v in corners:
        if v == y and u - x >= label.width + _CLEAR:
            middle = (x + u) // 2, y
        x, y = u, v
    return middle


def _graph(boxes: Mapping[str, Size], edges: Sequence[Edge]) -> Any:
    graph = graphlay.Graph()
    for name, size in boxes.items():
        graph.node(name, width=size.width, height=size.height)
    for edge in edges:
        label = {"width": float(edge.label.width), "height": float(edge.label.height)}
        fields: dict[str, Any] = {"label_size": label} if edge.label.width else {}
        graph.edge(edge.before, edge.after, **fields)
    return graph
