"""What waits for what as SVG: a box an initiative, arrows to what waits for it, in layers."""

from collections.abc import Iterator, Mapping, Sequence

from icteregie.analysis.dependency_map import CoherenceMap, Line, Node
from icteregie.portfolio.partnership import Language
from icteregie.render.graph.labels import line_label, node_label, node_style
from icteregie.render.paper.drawings.shapes import ATTENTION, BAND, EDGE, FAINT, INK, drawing, line, rectangle
from icteregie.render.paper.drawings.shapes import text as words
from icteregie.render.site.layout.layout import layout
from icteregie.render.site.layout.routes import arrivals
from icteregie.render.site.layout.shapes import HEAD, NOTHING, Edge, Point, Size
from icteregie.render.site.texts import width, wrapped

BOX, PADDING, LETTER, LINE = 162, 8, 11, 14
PAGE = Size(700, 900)
"""What a drawing on a page of A4 upright is wide and high."""
_TITLE_LINES = 3
_EDGE, _LABEL = 3, 16


def graphs(shown: CoherenceMap, language: Language) -> Iterator[str]:
    """Draw a map, a drawing for as much as a page holds; what waits in a circle has no arrow."""
    nodes = {node.id: node for node in shown.nodes}
    texts = {name: _lines(node, language) for name, node in nodes.items()}
    lines = {(each.before, each.after): each for each in shown.lines if not each.in_circle}
    labels = {ends: line_label(each, language) for ends, each in lines.items()}
    edges = [Edge(*ends, _label_size(label)) for ends, label in labels.items()]
    boxes = {name: _size(texts[name], [e.label for e in edges if e.after == name]) for name in nodes}
    for made in layout(boxes, edges, PAGE, is_down=True):
        parts = [
            *(_arrow(points, lines[ends]) for ends, points in made.routes.items()),
            *(_label(made.labels[ends], labels[ends]) for ends in made.routes if labels[ends]),
            *(_box(nodes[name], texts[name], boxes[name], place) for name, place in made.places.items()),
        ]
        extent = (made.width + 2 * _EDGE, made.height + 2 * _EDGE)
        yield drawing(*extent, f'<g transform="translate({_EDGE} {_EDGE})">{"".join(parts)}</g>')


def _size(texts: tuple[tuple[str, ...], ...], labels: Sequence[Size]) -> Size:
    """Give room for the text, and for each arrow that arrives."""
    wide, height = max(BOX, arrivals([label.turned for label in labels])), LINE * sum(map(len, texts))
    return Size(wide + wide % 2, height + 2 * PADDING + height % 2)


def _lines(node: Node, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of the title, and those below it."""
    most = BOX - 2 * PADDING
    _, _, *marks = node_label(node, language)
    about = [node.id, *marks]
    return (
        wrapped(node.title, LETTER, most, _TITLE_LINES),
        tuple(each for mark in about for each in wrapped(mark, LETTER, most, 2)),
    )


def _label_size(label: str) -> Size:
    wide = width(label, LETTER) + 8
    return Size(wide + wide % 2, _LABEL) if label else NOTHING


def _arrow(points: Sequence[Point], each: Line) -> str:
    """Draw a line with its head; a conflict has no direction and no head."""
    (from_x, _), (x, y) = points[-2:]
    stroke, thick = (ATTENTION, 2.5) if each.is_problem else (EDGE, 1.5)
    if each.kind != "waits":
        return line(list(points), stroke, thick, "5 3")
    if from_x == x:
        end, head = (x, y - HEAD + 1), f"M{x - 4} {y - HEAD}L{x} {y}L{x + 4} {y - HEAD}z"
    else:
        end, head = (x - HEAD + 1, y), f"M{x - HEAD} {y - 4}L{x} {y}L{x - HEAD} {y + 4}z"
    return line([*points[:-1], end], stroke, thick) + f'<path d="{head}" fill="{stroke}"/>'


def _label(middle: Point, label: str) -> str:
    """Write the words of an arrow on a ground of their own."""
    (x, y), size = middle, _label_size(label)
    ground = rectangle((x - size.width // 2, y - _LABEL // 2, size.width, _LABEL), "#ffffff")
    left = x - size.width // 2 + 4
    return ground + words(left, y + 4, label, LETTER, ATTENTION, font_weight="bold")


def _box(node: Node, texts: tuple[tuple[str, ...], tuple[str, ...]], size: Size, place: Point) -> str:
    x, y = place
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
