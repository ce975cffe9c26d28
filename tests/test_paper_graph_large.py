"""A map of hundreds that all hang together: cut for pages at a cost that grows with its lines."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from icteregie.analysis.dependency_map import CoherenceMap, Line, Node
from icteregie.render.paper.drawings import graph
from icteregie.render.site.layout.layout import layout
from icteregie.render.site.layout.shapes import Edge, Layout, Size
from icteregie.render.site.layout.soundness import crossings, is_sound

COUNT = 350


def connected(ends: set[tuple[int, int]]) -> CoherenceMap:
    """Make a map of initiatives by number, each title longer than the one before it, up to a point."""
    title = "Gemeenschappelijke klantcontactvoorziening en koppelvlak met de basisregistratie"
    nodes = tuple(
        Node(
            f"i-{number:03}",
            f"{title[: 20 + number * 7 % 60]} {number}",
            "utrecht",
            "proposal",
            2027,
            "on-agenda",
        )
        for number in range(COUNT)
    )
    lines = (
        Line(f"i-{first:03}", f"i-{last:03}", "waits", None, 184 if (first + last) % 7 == 0 else 0)
        for first, last in sorted(ends)
    )
    return CoherenceMap(nodes, tuple(lines), 2027)


def woven() -> set[tuple[int, int]]:
    """Let each wait for two before it, near and far."""
    near = {(number - 1 - number * 5 % min(number, 30), number) for number in range(1, COUNT)}
    return near | {(number - 1 - number * 11 % min(number, 40), number) for number in range(1, COUNT, 2)}


MAPS: Mapping[str, Callable[[], set[tuple[int, int]]]] = {
    "woven": woven,
    "chain": lambda: {(number - 1, number) for number in range(1, COUNT)},
    "fan": lambda: {(0, number) for number in range(1, COUNT)},
    "dense": lambda: {(first, last) for last in range(COUNT) for first in range(max(0, last - 3), last)},
}
Laid = tuple[Mapping[str, Size], Sequence[Edge], tuple[Layout, ...]]


@pytest.fixture(scope="module", params=MAPS)
def cut(request: pytest.FixtureRequest) -> tuple[CoherenceMap, list[Laid], list[Any]]:
    """Cut a map, and give it with each layout that was tried, and the parts."""
    tried: list[Laid] = []

    def counted(
        boxes: Mapping[str, Size], edges: Sequence[Edge], limit: Size, **more: Any
    ) -> tuple[Layout, ...]:
        made = layout(boxes, edges, limit, **more)
        tried.append((boxes, edges, made))
        return made

    shown = connected(MAPS[request.param]())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graph, "layout", counted)
        return shown, tried, list(graph._parts(shown, "nl"))


def test_a_map_of_350_is_cut_with_a_layout_a_box_and_a_few_a_page(cut: Any) -> None:
    _, tried, parts = cut
    boxes = sum(len(made.places) for laid in parts for made in laid.pages)
    assert len(tried) <= boxes + 6 * len(parts)


def test_each_line_of_a_map_of_350_is_drawn_once_on_a_page_that_can_be_read(cut: Any) -> None:
    shown, tried, parts = cut
    drawn = Counter(ends for laid in parts for made in laid.pages for ends in made.routes)
    assert drawn == Counter((line.before, line.after) for line in shown.lines)
    assert [laid.map.lines for laid in parts if not laid.fits] == []
    sound = {
        id(made): is_sound({n: s.turned for n, s in boxes.items()}, [e.turned for e in edges], made[0].turned)
        for boxes, edges, made in tried
        if len(made) == 1
    }
    assert [laid.map.lines for laid in parts if not sound.get(id(laid.pages), True)] == []


def test_few_lines_of_a_map_of_350_cross(cut: Any) -> None:
    shown, _, parts = cut
    assert sum(crossings(made) for laid in parts for made in laid.pages) * 10 <= len(shown.lines)
