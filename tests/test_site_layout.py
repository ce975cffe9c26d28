"""The layout of a graph: no line through a box, arrows to the right, and the same places each time."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.render.site.layout.by_graphlay import by_graphlay
from icteregie.render.site.layout.layered import layered
from icteregie.render.site.layout.layout import Engine, layout
from icteregie.render.site.layout.routes import arrivals
from icteregie.render.site.layout.shapes import NOTHING, Edge, Layout, Point, Size
from icteregie.render.site.layout.soundness import is_sound
from tests.geometry import boxes_that_meet, crossings, lines_through_boxes, overlaps

LIMIT = Size(900, 100_000)
OURS: tuple[Engine, ...] = (layered,)
BOTH: tuple[Engine, ...] = (by_graphlay, layered)
Drawn = tuple[dict[str, Size], list[Edge], bool, tuple[Engine, ...]]


def laid_out(
    sizes: Mapping[str, Size],
    edges: Sequence[Edge],
    is_down: bool = False,  # noqa: FBT001
    engines: Sequence[Engine] = OURS,
) -> Layout:
    (made,) = layout(sizes, edges, LIMIT, is_down=is_down, engines=engines)
    return made


@st.composite
def graphs(draw: st.DrawFn) -> Drawn:
    """Draw a graph, a direction, and what lays it out: ours alone, or graphlay before it."""
    count = draw(st.integers(1, 14))
    names = [f"n{number}" for number in range(count)]
    pairs = draw(st.sets(st.sampled_from(list(combinations(names, 2)) or [("n0", "n0")]), max_size=24))
    label = st.sampled_from((NOTHING, NOTHING, Size(64, 16)))
    edges = [Edge(first, last, draw(label)) for first, last in sorted(pairs) if first != last]
    sizes, is_down = {}, draw(st.booleans())
    for name in names:
        labels = [edge.label for edge in edges if edge.after == name]
        height = max(draw(st.integers(20, 50)) * 2, 0 if is_down else arrivals(labels))
        wide = max(200, arrivals([each.turned for each in labels]) if is_down else 0)
        sizes[name] = Size(wide + wide % 2, height + height % 2)
    return sizes, edges, is_down, draw(st.sampled_from((OURS, BOTH)))


def rectangles(sizes: Mapping[str, Size], made: Layout) -> dict[str, tuple[int, int, int, int]]:
    return {
        name: (x, y, x + sizes[name].width, y + sizes[name].height) for name, (x, y) in made.places.items()
    }


@given(graphs())
def test_boxes_never_meet(graph: Drawn) -> None:
    assert boxes_that_meet(rectangles(graph[0], laid_out(*graph))) == []


@given(graphs())
def test_no_line_goes_through_a_box(graph: Drawn) -> None:
    made = laid_out(*graph)
    assert lines_through_boxes(rectangles(graph[0], made), made.routes) == []


@given(graphs())
def test_every_arrow_goes_one_way_from_border_to_border(graph: Drawn) -> None:
    made, is_down = laid_out(*graph), graph[2]
    boxes = rectangles(graph[0], made)
    on, beside = int(is_down), int(not is_down)
    for (before, after), points in made.routes.items():
        assert [pair for pair in pairwise(points) if pair[1][on] < pair[0][on]] == []
        assert [
            pair for pair in pairwise(points) if pair[0][0] != pair[1][0] and pair[0][1] != pair[1][1]
        ] == []
        assert points[0][on] == boxes[before][2 + on]
        assert boxes[before][beside] < points[0][beside] < boxes[before][2 + beside]
        assert points[-1][on] == boxes[after][on]
        assert boxes[after][beside] < points[-1][beside] < boxes[after][2 + beside]


def words(edges: Sequence[Edge], made: Layout) -> dict[tuple[str, str], tuple[int, int, int, int]]:
    """Give where the words of each arrow are."""
    return {
        edge.ends: (x - edge.label.width // 2, y - 8, x + edge.label.width // 2, y + 8)
        for edge in edges
        if edge.label.width
        for x, y in [made.labels[edge.ends]]
    }


@given(graphs())
def test_words_lie_on_their_own_arrow_and_over_nothing_else(graph: Drawn) -> None:
    made = laid_out(*graph)
    own = words(graph[1], made)
    assert (
        boxes_that_meet({**rectangles(graph[0], made), **{str(ends): box for ends, box in own.items()}}) == []
    )
    for ends, box in own.items():
        through = [line for line, _ in lines_through_boxes({"words": box}, made.routes)]
        assert through == [ends]


@given(graphs())
def test_arrows_from_two_boxes_never_lie_over_each_other(graph: Drawn) -> None:
    assert overlaps(laid_out(*graph).routes) == []


@given(graphs())
def test_every_box_and_every_arrow_has_a_place_within_the_drawing(
    graph: Drawn,
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
def test_the_same_graph_gets_the_same_places(graph: Drawn) -> None:
    assert laid_out(*graph) == laid_out(*graph)


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


def test_what_graphlay_draws_is_used_where_it_is_sound() -> None:
    sizes = dict.fromkeys("abcd", Size(100, 60))
    edges = [Edge(*pair) for pair in ("ab", "ac", "bd", "cd")]
    (made,) = layout(sizes, edges, LIMIT, engines=BOTH)
    alone = by_graphlay(sizes, edges, LIMIT.height)
    assert alone is not None
    assert (made.places, made.routes) == (alone.places, alone.routes)


def test_what_doesnt_fit_or_is_not_there_is_drawn_by_ours() -> None:
    sizes, edges = dict.fromkeys("ab", Size(100, 60)), [Edge("a", "b")]
    assert by_graphlay(sizes, edges, 59) is None
    assert by_graphlay(sizes, edges, 60) is not None


SOUND = Layout(
    140,
    60,
    {"a": (0, 0), "b": (140, 0), "c": (0, 80)},
    {("a", "b"): ((50, 30), (140, 30)), ("c", "b"): ((50, 110), (120, 110), (120, 45), (140, 45))},
    {("a", "b"): (90, 30)},
)
PLANTED: dict[str, dict[str, Any]] = {
    "boxes that meet": {"places": {**SOUND.places, "c": (0, 50)}},
    "a line through a box": {
        "places": {**SOUND.places, "c": (65, 20)},
        "routes": {**SOUND.routes, ("c", "b"): ((115, 60), (120, 60), (120, 45), (140, 45))},
        "labels": {("a", "b"): (90, 30)},
    },
    "a line that goes back": {
        "routes": {
            **SOUND.routes,
            ("c", "b"): ((50, 110), (130, 110), (130, 70), (120, 70), (120, 45), (140, 45)),
        }
    },
    "a line that slopes": {"routes": {**SOUND.routes, ("c", "b"): ((50, 110), (130, 45), (140, 45))}},
    "a line that ends before its box": {"routes": {**SOUND.routes, ("a", "b"): ((50, 30), (139, 30))}},
    "lines over each other": {
        "routes": {**SOUND.routes, ("c", "b"): ((50, 110), (120, 110), (120, 30), (140, 30))}
    },
    "words on another line": {"labels": {("a", "b"): (110, 42)}},
    "words beside their line": {"labels": {("a", "b"): (90, 50)}},
    "words in a box": {"labels": {("a", "b"): (40, 30)}},
    "no words": {"labels": {}},
}


def test_a_sound_drawing_is_found_sound() -> None:
    assert is_sound(*DRAWN, SOUND)


DRAWN = dict.fromkeys("abc", Size(50, 60)), [Edge("a", "b", Size(40, 16)), Edge("c", "b")]


@pytest.mark.parametrize("fault", PLANTED)
def test_what_is_planted_in_a_drawing_makes_it_unsound(fault: str) -> None:
    assert not is_sound(*DRAWN, replace(SOUND, **PLANTED[fault]))
