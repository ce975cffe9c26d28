"""What waits for what as SVG: a box an initiative, arrows to what waits for it, in layers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from icteregie.analysis.dependency_map import CoherenceMap, Line, Node
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.graph.labels import line_label, node_label, node_style
from icteregie.render.paper.drawings.shapes import ATTENTION, BAND, EDGE, FAINT, INK, drawing, line, rectangle
from icteregie.render.paper.drawings.shapes import text as words
from icteregie.render.site.layout.layout import layout
from icteregie.render.site.layout.routes import arrivals
from icteregie.render.site.layout.shapes import HEAD, NOTHING, Edge, Layout, Point, Size
from icteregie.render.site.layout.soundness import crossings
from icteregie.render.site.texts import width, wrapped

BOX, WIDEST, PADDING, LETTER, LINE = 162, 260, 8, 11, 14
"""In pixels, of which 96 make an inch: letters are 8¼ points high."""
UPRIGHT, TURNED = Size(618, 796), Size(955, 464)
"""What fits on a page of A4 with letters of 8 points or more, below its headings and above a caption."""
_TITLE_LINES = 4
_MOST_BOXES, _MOST_ARROWS = 40, 80
"""No page has room for more boxes or lines than this."""
_FIRST_GUESS = 10
"""So many boxes are about what a page holds."""
_TRIES = 3
"""So many steps that don't fit on a page, or make it hard to read, are tried."""
_LINES_A_CROSSING = 10
"""A page with more crossings than one in so many lines is cut, where it can be."""
_EDGE, _LABEL = 3, 16


@dataclass(frozen=True, slots=True)
class _Laid:
    """Boxes and arrows with their places, and what each of them says."""

    map: CoherenceMap
    labels: Mapping[tuple[str, str], str]
    texts: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    boxes: Mapping[str, Size]
    pages: tuple[Layout, ...]

    @property
    def fits(self) -> bool:
        """Whether each page can be read on paper."""
        return all(
            any(made.width <= page.width and made.height <= page.height for page in (UPRIGHT, TURNED))
            for made in self.pages
        )

    @property
    def is_readable(self) -> bool:
        """Whether it fits, and few of its lines cross."""
        return self.fits and sum(map(crossings, self.pages)) * _LINES_A_CROSSING <= len(self.map.lines)


def graphs(shown: CoherenceMap, language: Language) -> Iterator[str]:
    """Draw a map, a drawing for as much as a page holds; what waits in a circle has no arrow.

    Each line is in one drawing; what has lines in several is in each of these.
    """
    for laid in _parts(shown, language):
        for made in laid.pages:
            yield _graph(laid, made)


def _parts(shown: CoherenceMap, language: Language) -> Iterator[_Laid]:
    """Cut a map along its lines into parts that fit; a part has one line at least."""
    if len(shown.lines) < 2 or (len(shown.nodes) <= _MOST_BOXES and len(shown.lines) <= _MOST_ARROWS):
        uncut = _laid(shown, language)
        if uncut.fits or len(shown.lines) < 2:
            yield uncut
            return
    lines, guess = list(shown.lines), _FIRST_GUESS
    while lines:
        laid, guess = _page(shown, _steps(lines), language, guess)
        yield laid
        drawn = set(laid.map.lines)
        lines = [line for line in lines if line not in drawn]
    ends = _ends(shown.lines)
    apart = tuple(node for node in shown.nodes if node.id not in ends)
    if apart:
        yield _laid(replace(shown, nodes=apart, lines=()), language)


def _page(
    shown: CoherenceMap, steps: Sequence[Sequence[Line]], language: Language, guess: int
) -> tuple[_Laid, int]:
    """Lay out as many steps as fit on a page, one line at least, and give how many of the first are on it.

    Each try costs a layout, so their number is searched for, from ``guess``: what the page before held. Of
    the steps after those, some are added while a few have failed.
    """
    laid = _laid(_with_lines(shown, steps[0][:1]), language)
    least, most, stride, place = 0, len(steps) + 1, 1, guess
    while most - least > 1:
        place = min(max(place, least + 1), most - 1)
        tried = _laid(_with_lines(shown, [line for step in steps[:place] for line in step]), language)
        if tried.is_readable:
            laid, least = tried, place
        else:
            most = place
        if least and most <= len(steps):
            place = (least + most) // 2
        else:
            place, stride = (least + stride if least else most - stride), stride * 2
    failed = 0
    for step in steps[least + 1 :]:
        if failed == _TRIES:
            break
        ends = _ends(laid.map.lines)
        # A step that leans on one that was left out begins anew, beside what is there.
        near = [line for line in step if line.before in ends or line.after in ends] or step[:1]
        tried = _laid(_with_lines(shown, [*laid.map.lines, *near]), language)
        if tried.is_readable:
            laid = tried
        else:
            failed += 1
    return laid, least


def _steps(lines: Sequence[Line]) -> list[list[Line]]:
    """Order the lines that one page could hold by box: a step adds one, with its lines to those before it.

    The next box is that of the first line that shares an end with what is there; else a line begins anew.
    """
    steps, ends, rest = list[list[Line]](), set[str](), list(lines)
    while rest:
        following = next((line for line in rest if line.before in ends or line.after in ends), rest[0])
        ends |= {following.before, following.after}
        if len(ends) > _MOST_BOXES:
            break
        steps.append([line for line in rest if line.before in ends and line.after in ends])
        rest = [line for line in rest if line.before not in ends or line.after not in ends]
    return steps


def _ends(lines: Iterable[Line]) -> set[str]:
    return {end for line in lines for end in (line.before, line.after)}


def _with_lines(shown: CoherenceMap, lines: Sequence[Line]) -> CoherenceMap:
    ends = _ends(lines)
    nodes = tuple(node for node in shown.nodes if node.id in ends)
    return replace(shown, nodes=nodes, lines=tuple(lines))


def _laid(shown: CoherenceMap, language: Language) -> _Laid:
    labels = {
        (each.before, each.after): line_label(each, language) for each in shown.lines if not each.in_circle
    }
    edges = [Edge(*ends, _label_size(label)) for ends, label in labels.items()]
    texts = {node.id: _lines(node, language) for node in shown.nodes}
    boxes = {
        node.id: _size(node, texts[node.id], [each.label for each in edges if each.after == node.id])
        for node in shown.nodes
    }
    return _Laid(shown, labels, texts, boxes, layout(boxes, edges, UPRIGHT, is_down=True))


def _graph(laid: _Laid, made: Layout) -> str:
    lines = {(each.before, each.after): each for each in laid.map.lines}
    nodes = {node.id: node for node in laid.map.nodes}
    parts = [
        *(_arrow(points, lines[ends]) for ends, points in made.routes.items()),
        *(_label(made.labels[ends], laid.labels[ends]) for ends in made.routes if laid.labels[ends]),
        *(
            _box(nodes[name], laid.texts[name], laid.boxes[name], place)
            for name, place in made.places.items()
        ),
    ]
    extent = (made.width + 2 * _EDGE, made.height + 2 * _EDGE)
    return drawing(*extent, f'<g transform="translate({_EDGE} {_EDGE})">{"".join(parts)}</g>')


def _wide(node: Node) -> int:
    """Give a box the width of the longest word of its title, within reason, so that no word parts."""
    longest = max((width(word, LETTER) for word in node.title.split()), default=0) + 2 * PADDING
    return min(max(BOX, longest), WIDEST)


def _size(node: Node, texts: tuple[tuple[str, ...], ...], labels: Sequence[Size]) -> Size:
    """Give room for the text, and for each arrow that arrives."""
    wide = max(_wide(node), arrivals([label.turned for label in labels]))
    height = LINE * sum(map(len, texts))
    return Size(wide + wide % 2, height + 2 * PADDING + height % 2)


def _lines(node: Node, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of the title, and those below it: the role, if it isn't plain, and the marks."""
    most = _wide(node) - 2 * PADDING
    about = list(node_label(node, language)[2:])
    if node.role in ("carried-over", "waited-for"):
        about.insert(0, sentence(language, f"commands/graph/role.{node.role}"))
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
