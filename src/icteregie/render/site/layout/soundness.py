"""What a drawing must hold, checked on the drawing: an engine of another's making promises nothing."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TypeAlias

from icteregie.render.site.layout.shapes import Edge, Layout, Point, Size

Rectangle: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom; a stretch of a line has no width or no height."""


def is_sound(boxes: Mapping[str, Size], edges: Sequence[Edge], made: Layout) -> bool:
    """Whether lines go right and straight from border to border, and nothing lies over another thing.

    Lines may cross, and those from one box may lie together. Words lie on their own arrow.
    """
    if any(edge.label.width and edge.ends not in made.labels for edge in edges):
        return False
    places = {name: _at(made.places[name], boxes[name]) for name in boxes}
    labels = {edge.ends: _around(made.labels[edge.ends], edge.label) for edge in edges if edge.label.width}
    lines = {ends: tuple(_stretches(points)) for ends, points in made.routes.items()}
    return (
        all(_is_straight(made.routes[edge.ends], places[edge.before], places[edge.after]) for edge in edges)
        and not any(_meet(a, b) for a, b in combinations([*places.values(), *labels.values()], 2))
        and not any(_meet(box, line) for box in places.values() for own in lines.values() for line in own)
        and all(
            any(_meet(label, line) for line in own) is (other == ends)
            for ends, label in labels.items()
            for other, own in lines.items()
        )
        and not any(
            _lie_together(a, b)
            for (near, first), (other, second) in combinations(lines.items(), 2)
            if near[0] != other[0]
            for a in first
            for b in second
        )
    )


def crossings(made: Layout) -> int:
    """Count where lines cross; those from one box go together and don't."""
    lines = [(before, tuple(_stretches(points))) for (before, _), points in made.routes.items()]
    return sum(
        _cross(a, b)
        for (near, first), (far, second) in combinations(lines, 2)
        if near != far
        for a in first
        for b in second
    )


def _at(place: Point, size: Size) -> Rectangle:
    return place[0], place[1], place[0] + size.width, place[1] + size.height


def _around(middle: Point, size: Size) -> Rectangle:
    return _at((middle[0] - size.width // 2, middle[1] - size.height // 2), size)


def _stretches(points: Sequence[Point]) -> Iterator[Rectangle]:
    for (x, y), (u, v) in pairwise(points):
        yield min(x, u), min(y, v), max(x, u), max(y, v)


def _is_straight(points: Sequence[Point], before: Rectangle, after: Rectangle) -> bool:
    """Whether a line goes right, by level and upright stretches, from one border to the other."""
    (x, y), (u, v) = points[0], points[-1]
    return (
        all(a[0] <= b[0] and (a[0] == b[0] or a[1] == b[1]) for a, b in pairwise(points))
        and (x, u) == (before[2], after[0])
        and before[1] < y < before[3]
        and after[1] < v < after[3]
    )


def _meet(a: Rectangle, b: Rectangle) -> bool:
    """Whether two share more than a border; a line counts as soon as it is inside."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _cross(a: Rectangle, b: Rectangle) -> bool:
    level, upright = (a, b) if a[1] == a[3] else (b, a)
    is_square = level[1] == level[3] and upright[0] == upright[2]
    return is_square and level[0] < upright[0] < level[2] and upright[1] < level[1] < upright[3]


def _lie_together(a: Rectangle, b: Rectangle) -> bool:
    if a[1] == a[3] == b[1] == b[3]:
        return a[0] < b[2] and b[0] < a[2]
    return a[0] == a[2] == b[0] == b[2] and a[1] < b[3] and b[1] < a[3]
