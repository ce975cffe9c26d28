"""Lays out a graph on pages: each connected part by an engine, and as many parts on a page as fit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from icteregie.render.site.layout.by_graphlay import by_graphlay
from icteregie.render.site.layout.layered import layered
from icteregie.render.site.layout.shapes import Edge, Layout, Size
from icteregie.render.site.layout.soundness import is_sound

BETWEEN_PARTS = 28
"""Between parts of a graph that have no arrow to each other."""

Engine: TypeAlias = Callable[[Mapping[str, Size], Sequence[Edge], int], Layout | None]
"""Lays out one connected part with arrows to the right, and no higher than a number; None if it can't."""
ENGINES: tuple[Engine, ...] = (by_graphlay, layered)
"""Of these the first with a sound drawing that fits is used: graphlay crosses less, ours is always there."""


def layout(
    boxes: Mapping[str, Size],
    edges: Sequence[Edge],
    limit: Size,
    *,
    is_down: bool = False,
    engines: Sequence[Engine] = ENGINES,
) -> tuple[Layout, ...]:
    """Place boxes and arrows on pages of ``limit``, with arrows to the right or down.

    A part that is larger than that has a page of its own size. Raises ValueError on a circle.
    """
    parts = []
    for names, own in _parts(boxes, edges):
        sizes = {name: boxes[name].turned if is_down else boxes[name] for name in names}
        most = limit.width if is_down else limit.height
        turned = tuple(edge.turned for edge in own) if is_down else tuple(own)
        made = _part(tuple(sizes.items()), turned, most, tuple(engines))
        parts.append(made.turned if is_down else made)
    return tuple(map(_joined, _pages(parts, limit)))


@lru_cache(maxsize=512)
def _part(
    sizes: tuple[tuple[str, Size], ...], edges: tuple[Edge, ...], most: int, engines: tuple[Engine, ...]
) -> Layout:
    """Use the first engine whose drawing is sound, and the last as it is: it is sound by its making.

    What is divided over pages is laid out to see whether it fits, and then with what else is on its page.
    """
    boxes = dict(sizes)
    for engine in engines[:-1]:
        made = engine(boxes, edges, most)
        if made is not None and is_sound(boxes, edges, made):
            return made
    made = engines[-1](boxes, edges, most)
    if made is None:
        raise ValueError("no engine can lay this out")
    return made


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


def _pages(parts: Sequence[Layout], limit: Size) -> Iterator[list[Layout]]:
    """Put parts beside each other while that fits, then below, then on a new page."""
    page: list[Layout] = []
    left = top = bottom = 0
    for part in parts:
        if left and left + part.width > limit.width:
            left, top = 0, bottom + BETWEEN_PARTS
        if page and top + part.height > limit.height:
            yield page
            page, left, top, bottom = [], 0, 0, 0
        page.append(part.moved(left, top))
        bottom, left = max(bottom, top + part.height), left + part.width + BETWEEN_PARTS
    if page:
        yield page


def _joined(parts: Sequence[Layout]) -> Layout:
    return Layout(
        max(part.width for part in parts),
        max(part.height for part in parts),
        {name: place for part in parts for name, place in part.places.items()},
        {ends: points for part in parts for ends, points in part.routes.items()},
        {ends: middle for part in parts for ends, middle in part.labels.items()},
    )
