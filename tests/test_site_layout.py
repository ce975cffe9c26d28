"""The layout of a graph: no line through a box, arrows to the right, and the same places each time."""

import time
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.render.site.layout.layered import layout
from icteregie.render.site.layout.shapes import Edge, Layout, Point, Size
from tests.geometry import boxes_that_meet, crossings, lines_through_boxes, overlaps


def laid_out(sizes: Mapping[str, Size], edges: Sequence[Edge], width: int = 900) -> Layout:
    return layout(sizes, edges, width)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[str, Size], list[Edge]]:
    count = draw(st.integers(1, 14))
    names = [f"n{number}" for number in range(count)]
    pairs = draw(st.sets(st.sampled_from(list(combinations(names, 2)) or [("n0", "n0")]), max_size=24))
    label = st.sampled_from((0, 0, 64))
    edges = [Edge(first, last, draw(label)) for first, last in sorted(pairs) if first != last]
    most = max([0, *(sum(edge.after == name for edge in edges) for name in names)])
    heights = st.integers(max(40, 20 + 18 * most), 60 + 18 * most)
    return {name: Size(200, draw(heights)) for name in names}, edges


def rectangles(sizes: Mapping[str, Size], made: Layout) -> dict[str, tuple[int, int, int, int]]:
    return {
        name: (x, y, x + sizes[name].width, y + sizes[name].height) for name, (x, y) in made.places.items()
    }


@given(graphs())
def test_boxes_never_meet(graph: tuple[dict[str, Size], list[Edge]]) -> None:
    assert boxes_that_meet(rectangles(graph[0], laid_out(*graph))) == []


@given(graphs())
def test_no_line_goes_through_a_box(graph: tuple[dict[str, Size], list[Edge]]) -> None:
    made = laid_out(*graph)
    assert lines_through_boxes(rectangles(graph[0], made), made.routes) == []


@given(graphs())
def test_every_arrow_goes_to_the_right_from_border_to_border(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    made = laid_out(*graph)
    boxes = rectangles(graph[0], made)
    for (before, after), points in made.routes.items():
        assert [pair for pair in pairwise(points) if pair[1][0] < pair[0][0]] == []
        assert [
            pair for pair in pairwise(points) if pair[0][0] != pair[1][0] and pair[0][1] != pair[1][1]
        ] == []
        assert points[0][0] == boxes[before][2]
        assert boxes[before][1] < points[0][1] < boxes[before][3]
        assert points[-1][0] == boxes[after][0]
        assert boxes[after][1] < points[-1][1] < boxes[after][3]


@given(graphs())
def test_arrows_from_two_boxes_never_lie_over_each_other(graph: tuple[dict[str, Size], list[Edge]]) -> None:
    assert overlaps(laid_out(*graph).routes) == []


@given(graphs())
def test_every_box_and_every_arrow_has_a_place_within_the_drawing(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    made = laid_out(*graph)
    assert set(made.places) == set(graph[0])
    assert set(made.routes) == {edge.ends for edge in graph[1]}
    corners: list[Point] = [point for points in made.routes.values() for point in points]
    corners += [corner for box in rectangles(graph[0], made).values() for corner in (box[:2], box[2:])]
    assert [
        each for each in corners if not (0 <= each[0] <= made.width and 0 <= each[1] <= made.height)
    ] == []


@given(graphs())
def test_the_same_graph_gets_the_same_places(graph: tuple[dict[str, Size], list[Edge]]) -> None:
    assert laid_out(*graph) == laid_out(*graph)


def test_words_on_an_arrow_get_their_room_before_the_box() -> None:
    sizes = dict.fromkeys("abc", Size(100, 60))
    made = laid_out(sizes, [Edge("a", "c", 70), Edge("b", "c")])
    last = made.routes["a", "c"][-2:]
    assert last[1][0] - last[0][0] >= 70


@pytest.mark.parametrize(
    ("edges", "fewest"),
    [
        ([("a", "y"), ("b", "x"), ("c", "z")], 0),
        ([("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")], 1),
        ([("a", "b"), ("b", "c"), ("a", "c"), ("a", "d"), ("d", "c")], 0),
    ],
)
def test_arrows_cross_no_more_than_they_must(edges: list[tuple[str, str]], fewest: int) -> None:
    names = sorted({end for pair in edges for end in pair})
    made = laid_out(dict.fromkeys(names, Size(100, 60)), [Edge(*pair) for pair in edges])
    assert len(crossings(made.routes)) == fewest


def test_six_hundred_boxes_take_seconds_and_no_minutes() -> None:
    names = [f"n{number}" for number in range(600)]
    # Each waits for one a few before it: a step that is coprime with 600 mixes them without chance.
    edges = [Edge(names[max(0, at - 1 - at * 7 % 37)], names[at]) for at in range(1, 600)]
    started = time.process_time()
    made = laid_out(dict.fromkeys(names, Size(200, 60)), edges)
    # About one second; were the work to grow with the square of the size, it would be minutes.
    assert time.process_time() - started < 20
    assert len(made.routes) == 599


def test_a_circle_is_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        laid_out(dict.fromkeys("ab", Size(100, 60)), [Edge("a", "b"), Edge("b", "a")])


def test_what_is_planted_through_a_box_is_found() -> None:
    boxes = {"a": (0, 0, 10, 10), "b": (20, 0, 30, 10), "c": (40, 0, 50, 10)}
    assert lines_through_boxes(boxes, {("a", "c"): ((10, 5), (40, 5))}) == [(("a", "c"), "b")]
    assert boxes_that_meet({"a": (0, 0, 10, 10), "b": (9, 9, 12, 12)}) == [("a", "b")]
    routes: dict[tuple[str, str], tuple[Point, ...]] = {
        ("a", "b"): ((0, 5), (10, 5)),
        ("c", "d"): ((5, 0), (5, 9)),
        ("e", "f"): ((8, 5), (12, 5)),
    }
    assert crossings(routes) == [(("a", "b"), ("c", "d"))]
    assert overlaps(routes) == [(("a", "b"), ("e", "f"))]
