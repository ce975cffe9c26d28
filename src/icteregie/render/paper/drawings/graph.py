"""What waits for what as SVG: a box an initiative, arrows to what waits for it, in layers."""

from collections.abc import Iterator, Mapping

from icteregie.analysis.dependency_map import CoherenceMap, Line, Node
from icteregie.portfolio.partnership import Language
from icteregie.render.graph.labels import line_label, node_label, node_style
from icteregie.render.paper.drawings.shapes import ATTENTION, BAND, EDGE, FAINT, INK, drawing, line, rectangle
from icteregie.render.paper.drawings.shapes import text as words
from icteregie.render.site.layout.layered import layout
from icteregie.render.site.layout.shapes import Edge, Layout, Point, Size
from icteregie.render.site.texts import width, wrapped

BOX, PADDING, LETTER, LINE = 190, 8, 11, 14
PAGE = 940
"""How wide parts without an arrow between them may stand beside each other."""
_TITLE_LINES = 3
_EDGE = 3
_HEAD = 7


def graph(shown: CoherenceMap, language: Language) -> str:
    """Draw a map; what waits in a circle has no arrow, and its box says so."""
    texts = {node.id: _lines(node, language) for node in shown.nodes}
    boxes = {name: Size(BOX, 2 * PADDING + LINE * sum(map(len, both))) for name, both in texts.items()}
    lines = {(each.before, each.after): each for each in shown.lines if not each.in_circle}
    labels = {ends: line_label(each, language) for ends, each in lines.items()}
    edges = [Edge(*ends, _label_width(label)) for ends, label in labels.items()]
    made = layout(boxes, edges, PAGE)
    parts = [
        *(_arrow(made.routes[ends], lines[ends], label) for ends, label in labels.items()),
        *(_box(node, texts[node.id], boxes[node.id], made) for node in shown.nodes),
    ]
    extent = (made.width + 2 * _EDGE, made.height + 2 * _EDGE)
    return drawing(*extent, f'<g transform="translate({_EDGE} {_EDGE})">{"".join(parts)}</g>')


def _lines(node: Node, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of the title, and those below it."""
    most = BOX - 2 * PADDING
    _, _, *marks = node_label(node, language)
    about = [node.id, *marks]
    return (
        wrapped(node.title, LETTER, most, _TITLE_LINES),
        tuple(each for mark in about for each in wrapped(mark, LETTER, most, 2)),
    )


def _label_width(label: str) -> int:
    return width(label, LETTER) + 8 if label else 0


def _arrow(points: tuple[Point, ...], each: Line, label: str) -> str:
    """Draw a line with its head and the words on it; a conflict has no direction and no head."""
    x, y = points[-1]
    stroke = ATTENTION if label else EDGE
    is_waiting = each.kind == "waits"
    end = (x - _HEAD + 1, y) if is_waiting else (x, y)
    drawn = line([*points[:-1], end], stroke, 2.5 if label else 1.5, "" if is_waiting else "5 3")
    if is_waiting:
        drawn += f'<path d="M{x - _HEAD} {y - 4}L{x} {y}L{x - _HEAD} {y + 4}z" fill="{stroke}"/>'
    if not label:
        return drawn
    right, long = x - _HEAD - 4, _label_width(label)
    ground = rectangle((right - long, y - 8, long, 16), "#ffffff")
    return drawn + ground + words(right - long + 4, y + 4, label, LETTER, ATTENTION, font_weight="bold")


def _box(node: Node, texts: tuple[tuple[str, ...], tuple[str, ...]], size: Size, made: Layout) -> str:
    x, y = made.places[node.id]
    fill = BAND if node.role in ("carried-over", "waited-for") else "#ffffff"
    stroke = ATTENTION if node_style(node) not in ("plain", "outside") else EDGE
    return rectangle((x, y, size.width, size.height), fill, stroke) + "".join(_texts(x, y, texts))


def _texts(x: int, y: int, texts: tuple[tuple[str, ...], tuple[str, ...]]) -> Iterator[str]:
    styles: tuple[Mapping[str, str], ...] = ({"fill": INK, "font_weight": "bold"}, {"fill": FAINT})
    at = y + PADDING + LETTER - 1
    for lines, style in zip(texts, styles, strict=True):
        for each in lines:
            yield words(x + PADDING, at, each, LETTER, **style)
            at += LINE
