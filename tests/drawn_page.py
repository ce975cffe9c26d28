"""Reads the drawings of a page back: boxes with their texts, arrows with their corners."""

import re
from dataclasses import dataclass
from itertools import pairwise

from icteregie.render.site.texts import width
from tests.geometry import Box, Ends, Point
from tests.page import Element

LETTER = 12
HEAD = 8
"""The size of letters, and how far before a box the line of an arrow gives way to its head."""


@dataclass(frozen=True)
class Graph:
    """One drawing: boxes by id, the texts in each with their place, arrows and the words on them.

    ``is_down`` is whether arrows go down, and not to the right.
    """

    boxes: dict[str, Box]
    texts: dict[str, list[tuple[Box, str]]]
    arrows: dict[Ends, tuple[Point, ...]]
    labels: dict[Ends, str]
    is_down: bool = False


def graph(svg: Element) -> Graph:
    links = {link.attributes["href"].removeprefix("#i-"): link for link in svg.all("a")}
    boxes = {name: _rectangle(link.all("rect")[0]) for name, link in links.items()}
    texts = {name: [_text(each) for each in link.all("text")] for name, link in links.items()}
    lines = [each for each in svg.all("path") if "head" not in each.attributes["class"]]
    arrows = {_ends(points, boxes): points for points in (_points(each.attributes["d"]) for each in lines)}
    words = [_text(each) for each in svg.all("text", **{"class": "late"})]
    labels = {_under(box, arrows): text for box, text in words}
    said = {
        tuple(each.attributes["data-ends"].split()) for each in svg.all("g") if "data-ends" in each.attributes
    }
    assert said == set(arrows)
    return Graph(boxes, texts, arrows, labels, "down" in svg.attributes["class"].split())


def _rectangle(element: Element) -> Box:
    x, y, wide, high = (int(element.attributes[name]) for name in ("x", "y", "width", "height"))
    return x, y, x + wide, y + high


def _text(element: Element) -> tuple[Box, str]:
    x, y = int(element.attributes["x"]), int(element.attributes["y"])
    wide = width(element.text, LETTER)
    left = x - wide if element.attributes.get("direction") == "rtl" else x
    return (left, y - LETTER, left + wide, y + 3), element.text


def _points(path: str) -> tuple[Point, ...]:
    first = re.match(r"M(\d+) (\d+)", path)
    assert first
    points = [(int(first[1]), int(first[2]))]
    for letter, number in re.findall(r"([HV])(\d+)", path):
        x, y = points[-1]
        points.append((int(number), y) if letter == "H" else (x, int(number)))
    (x, y), is_down = points[-1], points[-1][0] == points[-2][0]
    points[-1] = (x, y + HEAD - 1) if is_down else (x + HEAD - 1, y)
    return tuple(points)


def _ends(points: tuple[Point, ...], boxes: dict[str, Box]) -> Ends:
    """Say from which box an arrow leaves, and at which it arrives: it touches their borders."""
    (x, y), (u, v) = points[0], points[-1]
    (before,) = [
        name
        for name, (left, top, right, bottom) in boxes.items()
        if (right == x and top < y < bottom) or (bottom == y and left < x < right)
    ]
    (after,) = [
        name
        for name, (left, top, right, bottom) in boxes.items()
        if (left == u and top < v < bottom) or (top == v and left < u < right)
    ]
    return before, after


def _under(words: Box, arrows: dict[Ends, tuple[Point, ...]]) -> Ends:
    """Say which arrow goes through the middle of words, so that it is hidden there."""
    left, top, right, bottom = words
    x, y = (left + right) // 2, (top + bottom) // 2
    (ends,) = [
        ends
        for ends, points in arrows.items()
        if any(
            min(a, c) - 4 < x < max(a, c) + 4 and min(b, d) - 4 < y < max(b, d) + 4
            for (a, b), (c, d) in pairwise(points)
        )
    ]
    return ends
