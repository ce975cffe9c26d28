"""What waits for what, laid out so that it fits on a page: what stands in each box, and where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from icteregie.render.site.layout.layout import layout
from icteregie.render.site.layout.routes import arrivals
from icteregie.render.site.layout.shapes import NOTHING, Edge, Layout, Size
from icteregie.render.site.pieces import Ends, halves
from icteregie.render.site.quarters import period
from icteregie.render.site.texts import packed, width, wrapped
from icteregie.render.site.words import Words
from icteregie.reports.site.rows import ListRow
from icteregie.reports.site.waits import Wait

PADDING, LETTER, LINE = 8, 12, 14
"""The room within the border of a box, the size of its letters, and the height of a line."""
PAGE = Size(932, 716)
"""What a screen of 1280 pixels has beside contents and scroll bar, and paper in letters of 8 points."""
SHAPES = ((216, False), (216, True), (192, True), (174, True), (162, True), (154, True))
"""How wide boxes are, and whether arrows go down: the first that fits on a page is used."""
_TITLE_LINES, _FACT_LINES = 4, 3
_LABEL = 16


@dataclass(frozen=True, slots=True)
class Node:
    """A box with what stands in it; ``kind`` is the class of its look, which the facts say in words."""

    id: str
    title: str
    lines: tuple[str, ...]
    facts: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """One drawing before it is written: what stands where, and which arrows are late."""

    nodes: Mapping[str, Node]
    boxes: Mapping[str, Size]
    waits: Mapping[Ends, Wait]
    labels: Mapping[Ends, str]
    layout: Layout
    shape: tuple[int, bool]

    @property
    def is_down(self) -> bool:
        """Whether arrows go down, and not to the right."""
        return self.shape[1]


@dataclass(frozen=True, slots=True)
class Artist:
    """Gives what waits boxes and arrows, in the first shape that fits."""

    words: Words
    rows: Mapping[str, ListRow]
    on_it: frozenset[str]
    made: dict[tuple[str, int], Node] = field(default_factory=dict)

    def diagrams(self, listed: Sequence[Wait]) -> tuple[Diagram, ...]:
        """Draw all in the first shape in which it fits; what fits in none is divided until it does."""
        made = self._first(listed)
        if all(_fits(diagram.layout) for diagram in made):
            return made
        bins: dict[tuple[int, bool], list[dict[Ends, Wait]]] = {}
        for part in self._divided({(wait.on, wait.id): wait for wait in listed}):
            shape = self._first(tuple(part.values()))[0].shape
            # A box stands once in a drawing, so that two halves of one part are in two.
            names = {name for ends in part for name in ends}
            others = bins.setdefault(shape, [])
            free = (each for each in others if names.isdisjoint(name for ends in each for name in ends))
            into = next(free, None)
            if into is None:
                others.append(dict(part))
            else:
                into |= part
        return tuple(
            diagram
            for shape, filled in bins.items()
            for each in filled
            for diagram in self._shaped(tuple(each.values()), shape)
        )

    def _first(self, listed: Sequence[Wait]) -> tuple[Diagram, ...]:
        """Draw in the first shape that fits, or in the one that is the least too wide."""
        tries = []
        for shape in SHAPES:
            made = self._shaped(listed, shape)
            if all(_fits(diagram.layout) for diagram in made):
                return made
            tries.append(made)
        return min(tries, key=_excess)

    def _divided(self, listed: dict[Ends, Wait]) -> Iterator[dict[Ends, Wait]]:
        """Give connected parts that fit, or can't be divided any more."""
        parts = halves(tuple(listed))
        for part in parts:
            own = {ends: listed[ends] for ends in part}
            made = self._first(tuple(own.values()))
            if len(parts) == 1 or (len(made) == 1 and _fits(made[0].layout)):
                yield own
            else:
                yield from self._divided(own)

    def _shaped(self, listed: Sequence[Wait], shape: tuple[int, bool]) -> tuple[Diagram, ...]:
        wide, is_down = shape
        names = dict.fromkeys(name for wait in listed for name in (wait.on, wait.id))
        nodes = {
            name: self.made.get((name, wide)) or self.made.setdefault((name, wide), self._node(name, wide))
            for name in names
        }
        labels = {(wait.on, wait.id): _label(self.words, wait) for wait in listed}
        edges = [Edge(*ends, label_size(label)) for ends, label in labels.items()]
        boxes = {
            name: _size(node, wide, [edge.label for edge in edges if edge.after == name], is_down=is_down)
            for name, node in nodes.items()
        }
        by_ends = {(wait.on, wait.id): wait for wait in listed}
        return tuple(
            Diagram(nodes, boxes, {ends: by_ends[ends] for ends in made.routes}, labels, made, shape)
            for made in layout(boxes, edges, PAGE, is_down=is_down)
        )

    def _node(self, name: str, wide: int) -> Node:
        row, is_on_it = self.rows[name], name in self.on_it
        facts = [period(self.words, row.start, row.end)]
        if row.one_off:
            facts.append(str(self.words.euros(row.one_off)))
        if not row.rank:
            facts.append(self.words.plainly(f"standing.{(is_on_it and row.standing) or 'none'}"))
        title, most = row.initiative.title, wide - 2 * PADDING
        return Node(
            name,
            title,
            wrapped(title, LETTER, most, _TITLE_LINES),
            packed(facts, LETTER, most, _FACT_LINES),
            "ours" if row.rank else "running" if is_on_it else "outside",
        )


def _fits(made: Layout) -> bool:
    return made.width <= PAGE.width and made.height <= PAGE.height


def _excess(diagrams: Sequence[Diagram]) -> tuple[int, int]:
    """Give how much wider than a page drawings are, and how high they are together."""
    widest = max(diagram.layout.width for diagram in diagrams)
    return max(0, widest - PAGE.width), sum(diagram.layout.height for diagram in diagrams)


def _size(node: Node, wide: int, labels: Sequence[Size], *, is_down: bool) -> Size:
    """Give room for the text, and on the side where arrows arrive for each of them."""
    height = 2 * PADDING + LINE * (len(node.lines) + len(node.facts))
    if is_down:
        wide = max(wide, arrivals([label.turned for label in labels]))
    else:
        height = max(height, arrivals(labels))
    return Size(wide + wide % 2, height + height % 2)


def _label(words: Words, wait: Wait) -> str:
    return words.plainly("graph.late", count=wait.days_late) if wait.is_late else ""


def label_size(label: str) -> Size:
    """Give the room of the words on an arrow; NOTHING for ""."""
    wide = width(label, LETTER) + 8
    return Size(wide + wide % 2, _LABEL) if label else NOTHING
