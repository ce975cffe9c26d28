"""What is looked at in a drawing: boxes that meet, lines through boxes, lines that cross or lie together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

Point = tuple[int, int]
Box = tuple[int, int, int, int]
Ends = tuple[str, str]
Segment = tuple[int, int, int, int]


def boxes_that_meet(boxes: Mapping[str, Box]) -> list[Ends]:
    return [
        (a, b)
        for (a, one), (b, other) in combinations(boxes.items(), 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


def segments(points: Sequence[Point]) -> Iterator[Segment]:
    """Give each stretch with its left and top end first; all are level or upright."""
    for (x, y), (u, v) in pairwise(points):
        assert x == u or y == v
        yield min(x, u), min(y, v), max(x, u), max(y, v)


def lines_through_boxes(
    boxes: Mapping[str, Box], routes: Mapping[Ends, Sequence[Point]]
) -> list[tuple[Ends, str]]:
    """List each line that is inside a box, its own too: a line may only touch a border."""
    return [
        (ends, name)
        for ends, points in routes.items()
        for name, (left, top, right, bottom) in boxes.items()
        if any(x < right and left < u and y < bottom and top < v for x, y, u, v in segments(points))
    ]


def crossings(routes: Mapping[Ends, Sequence[Point]]) -> list[tuple[Ends, Ends]]:
    """List the pairs of lines that cross: a level stretch and an upright one, inside both."""
    return [
        (one, other)
        for (one, first), (other, second) in combinations(routes.items(), 2)
        for a in segments(first)
        for b in segments(second)
        if _cross(a, b) or _cross(b, a)
    ]


def _cross(level: Segment, upright: Segment) -> bool:
    if level[1] != level[3] or upright[0] != upright[2]:
        return False
    return level[0] < upright[0] < level[2] and upright[1] < level[1] < upright[3]


def overlaps(routes: Mapping[Ends, Sequence[Point]]) -> list[tuple[Ends, Ends]]:
    """List the pairs of lines from two boxes that lie over each other for a stretch."""
    return [
        (one, other)
        for (one, first), (other, second) in combinations(routes.items(), 2)
        if one[0] != other[0] and any(_lie_together(a, b) for a in segments(first) for b in segments(second))
    ]


def _lie_together(a: Segment, b: Segment) -> bool:
    if a[1] == a[3] == b[1] == b[3]:
        return a[0] < b[2] and b[0] < a[2]
    if a[0] == a[2] == b[0] == b[2]:
        return a[1] < b[3] and b[1] < a[3]
    return False
