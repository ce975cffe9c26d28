"""What waits for what as SVG: boxes with a title, a period and an amount, and arrows to what waits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from icteregie.analysis.dependencies.order import tangles
from icteregie.escape.html import html
from icteregie.render.site.html import Safe, isolated
from icteregie.render.site.layout.layered import layout
from icteregie.render.site.layout.shapes import Edge, Layout, Point, Size
from icteregie.render.site.pieces import Ends, by_domain
from icteregie.render.site.quarters import period
from icteregie.render.site.texts import is_right_to_left, width, wrapped
from icteregie.render.site.waits import Wait, concerned, waits
from icteregie.render.site.words import Words
from icteregie.reports.site.rows import ListRow
from icteregie.reports.site.view import SiteReport

BOX, PADDING, LETTER, LINE = 216, 9, 12, 15
"""How wide a box is, the room within its border, the size of its letters, and the height of a line."""
PAGE = 1000
"""How wide parts without an arrow between them may stand side by side."""
_TITLE_LINES, _FACT_LINES = 3, 2
_ENTRY, _CORNER = 18, 20
_EDGE = 2
_HEAD = 8


@dataclass(frozen=True, slots=True)
class Node:
    """A box with what stands in it; ``kind`` is the class of its look, which the facts say in words."""

    id: str
    title: str
    lines: tuple[str, ...]
    facts: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing: its heading, "" when it is the only one, and its SVG."""

    heading: Safe
    svg: Safe


def drawings(report: SiteReport, words: Words) -> tuple[Drawing, ...]:
    """Draw all that waits, without circles: these have no order from left to right."""
    tangled = tangles(report.portfolio)
    listed: dict[Ends, Wait] = {}
    for wait in waits(report):
        if wait.id not in tangled and wait.on not in tangled:
            listed.setdefault((wait.on, wait.id), wait)
    names = dict.fromkeys(name for pair in listed for name in pair)
    rows, on_it = {row.initiative.id: row for row in report.rows}, set(concerned(report))
    nodes = {name: _node(words, rows[name], is_on_it=name in on_it) for name in names}
    domains = {name: rows[name].initiative.domain or "" for name in names}
    parts = list(by_domain(list(listed), domains))
    return tuple(
        Drawing(
            _heading(report, words, [each for each, _ in parts], at),
            _drawn(words, at + 1, nodes, [listed[ends] for ends in pairs]),
        )
        for at, (_, pairs) in enumerate(parts)
    )


def notes(report: SiteReport, words: Words) -> Iterator[Safe]:
    """Say how to read it, what isn't drawn as nothing waits there, and what waits in circles."""
    listed, tangled = waits(report), tangles(report.portfolio)
    names = {name for wait in listed for name in (wait.id, wait.on)}
    if any(wait.id not in tangled and wait.on not in tangled for wait in listed):
        yield words("graph.key")
    alone = sum(name not in names for name in concerned(report))
    if alone:
        yield words("graph.alone", count=alone)
    circled = tuple(report.names[name] for name in tangled if name in names)
    if circled:
        yield words("graph.circle", titles=circled)


def _heading(report: SiteReport, words: Words, domains: Sequence[str], at: int) -> Safe:
    if len(domains) == 1:
        return Safe("")
    known = report.partnership.domains.get(domains[at])
    name = known.name if known else domains[at] or words.plainly("graph.no-domain")
    if domains.count(domains[at]) == 1:
        return isolated(name)
    number = domains[: at + 1].count(domains[at])
    return words("graph.part", name=name, number=number, all=domains.count(domains[at]))


def _node(words: Words, row: ListRow, *, is_on_it: bool) -> Node:
    kind = "ours" if row.rank else "running" if is_on_it else "outside"
    facts = [str(words.euros(row.one_off))] if row.one_off else []
    if not row.rank:
        facts.append(words.plainly(f"standing.{(is_on_it and row.standing) or 'none'}"))
    title = row.initiative.title
    most = BOX - 2 * PADDING
    return Node(
        row.initiative.id,
        title,
        wrapped(title, LETTER, most, _TITLE_LINES),
        (
            *wrapped(period(words, row.start, row.end), LETTER, most, 1),
            *wrapped(" · ".join(facts), LETTER, most, _FACT_LINES),
        ),
        kind,
    )


def _drawn(words: Words, number: int, nodes: Mapping[str, Node], shown: Sequence[Wait]) -> Safe:
    names = dict.fromkeys(name for wait in shown for name in (wait.on, wait.id))
    entries = {name: sum(wait.id == name for wait in shown) for name in names}
    boxes = {name: Size(BOX, _height(nodes[name], entries[name])) for name in names}
    labels = {(wait.on, wait.id): _label(words, wait) for wait in shown}
    edges = [Edge(*ends, _label_width(label)) for ends, label in labels.items()]
    made = layout(boxes, edges, PAGE)
    name = f"graph-{number}"
    late = sum(wait.is_late for wait in shown)
    title = words.plainly("graph.title", count=len(names))
    description = words.plainly("graph.description", count=len(shown), late=late)
    extent = f'width="{made.width + 2 * _EDGE}" height="{made.height + 2 * _EDGE}"'
    parts = [
        (
            f'<svg class="graph" role="group" {extent} aria-labelledby="{name}-title" '
            f'aria-describedby="{name}-desc">'
        ),
        f'<title id="{name}-title">{html(title)}</title><desc id="{name}-desc">{html(description)}</desc>',
        f'<g transform="translate({_EDGE} {_EDGE})">',
        *(_arrow(made.routes[ends], label) for ends, label in labels.items() if not label),
        *(_arrow(made.routes[ends], label) for ends, label in labels.items() if label),
        *(_box(nodes[each], boxes[each], made) for each in names),
        "</g></svg>",
    ]
    return Safe("\n".join(parts))


def _height(node: Node, entries: int) -> int:
    text = 2 * PADDING + LINE * (len(node.lines) + len(node.facts))
    height = max(text, _CORNER + _ENTRY * entries)
    return height + height % 2


def _label(words: Words, wait: Wait) -> str:
    return words.plainly("graph.late", count=-(wait.slack or 0)) if wait.is_late else ""


def _label_width(label: str) -> int:
    return width(label, LETTER) + 8 if label else 0


def _arrow(points: Sequence[Point], label: str) -> str:
    """Draw the line up to the head, the head with its tip at the box, and the words before it."""
    x, y = points[-1]
    line = f"M{points[0][0]} {points[0][1]}"
    for (last_x, _), (u, v) in zip(points, (*points[1:-1], (x - _HEAD + 1, y)), strict=False):
        line += f"V{v}" if u == last_x else f"H{u}"
    kind = "late" if label else "wait"
    drawn = (
        f'<path class="{kind}" d="{line}"/><path class="{kind} head" d="M{x - _HEAD} {y - 4}L{x} {y}'
        f'L{x - _HEAD} {y + 4}z"/>'
    )
    if not label:
        return drawn
    right, long = x - _HEAD - 4, _label_width(label)
    return (
        f'{drawn}<rect class="ground" x="{right - long}" y="{y - 8}" width="{long}" height="16"/>'
        f'<text class="late" x="{right - long + 4}" y="{y + 4}">{html(label)}</text>'
    )


def _box(node: Node, size: Size, made: Layout) -> str:
    x, y = made.places[node.id]
    first = y + (size.height - LINE * (len(node.lines) + len(node.facts))) // 2 + LETTER - 1
    texts = [*((each, "name") for each in node.lines), *((each, "fact") for each in node.facts)]
    is_turned = is_right_to_left(node.title)
    lines = "".join(
        _text(x, first + LINE * at, text, kind, is_turned=is_turned and kind == "name")
        for at, (text, kind) in enumerate(texts)
    )
    return (
        f'<a href="#i-{node.id}" tabindex="-1"><title>{html(node.title)}</title>'
        f'<rect class="box {node.kind}" x="{x}" y="{y}" width="{size.width}" height="{size.height}" rx="3"/>'
        f"{lines}</a>"
    )


def _text(x: int, y: int, text: str, kind: str, *, is_turned: bool) -> str:
    if is_turned:
        return f'<text class="{kind}" direction="rtl" x="{x + BOX - PADDING}" y="{y}">{html(text)}</text>'
    return f'<text class="{kind}" x="{x + PADDING}" y="{y}">{html(text)}</text>'
