"""What waits for what as SVG: boxes with a title, a period and an amount, and arrows to what waits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from icteregie.escape.html import html
from icteregie.render.site.diagrams import LETTER, LINE, PADDING, Artist, Diagram, Node, label_size
from icteregie.render.site.html import Safe, isolated
from icteregie.render.site.layout.shapes import HEAD, Layout, Point, Size
from icteregie.render.site.pieces import Ends, by_domain
from icteregie.render.site.texts import is_right_to_left
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport
from icteregie.reports.site.waits import Wait

_EDGE = 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing: its heading, "" when it is the only one, and its SVG."""

    heading: Safe
    svg: Safe


def drawings(report: SiteReport, words: Words) -> tuple[Drawing, ...]:
    """Draw all that waits, without circles: these have no order from first to last."""
    listed: dict[Ends, Wait] = {}
    for wait in report.waits.straight:
        listed.setdefault((wait.on, wait.id), wait)
    rows = {row.initiative.id: row for row in report.rows}
    domains = {name: rows[name].initiative.domain or "" for pair in listed for name in pair}
    artist = Artist(words, rows, frozenset(report.waits.concerned))
    diagrams = [
        (domain, diagram)
        for domain, pairs in by_domain(list(listed), domains)
        for diagram in artist.diagrams([listed[ends] for ends in pairs])
    ]
    return tuple(
        Drawing(_heading(report, words, [each for each, _ in diagrams], at), _drawn(words, at + 1, diagram))
        for at, (_, diagram) in enumerate(diagrams)
    )


def notes(report: SiteReport, words: Words) -> Iterator[Safe]:
    """Say how to read it, what isn't drawn as nothing waits there, and what waits in circles."""
    waits = report.waits
    if waits.straight:
        yield words("graph.key")
    if waits.alone:
        yield words("graph.alone", count=waits.alone)
    if waits.circled:
        yield words("graph.circle", titles=tuple(report.names[name] for name in waits.circled))
    if waits.straight and report.year is not None:
        yield words("graph.amounts", year=report.year)


def _heading(report: SiteReport, words: Words, domains: Sequence[str], at: int) -> Safe:
    """Name the domain of a drawing, with its number where the domain has several; "" where all fit."""
    if len(set(domains)) == 1:
        return Safe("")
    known = report.partnership.domains.get(domains[at])
    name = known.name if known else domains[at] or words.plainly("graph.no-domain")
    if domains.count(domains[at]) == 1:
        return isolated(name)
    number = domains[: at + 1].count(domains[at])
    return words("graph.part", name=name, number=number, all=domains.count(domains[at]))


def _drawn(words: Words, number: int, diagram: Diagram) -> Safe:
    made, name = diagram.layout, f"graph-{number}"
    late = sum(wait.is_late for wait in diagram.waits.values())
    title = words.plainly("graph.title", count=len(made.places))
    too_late = words.plainly("graph.too-late" if late else "graph.none-late", count=late)
    description = words.plainly("graph.description", count=len(made.routes), late=too_late)
    width, height = made.width + 2 * _EDGE, made.height + 2 * _EDGE
    drawn = {ends: _arrow(points, is_late=bool(diagram.labels[ends])) for ends, points in made.routes.items()}
    parts = [
        (
            f'<svg class="graph{" down" * diagram.is_down}" role="group" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        ),
        f'<title id="{name}-title">{html(title)}</title><desc id="{name}-desc">{html(description)}</desc>',
        f'<g transform="translate({_EDGE} {_EDGE})">',
        *(_arc(ends, drawn[ends]) for ends in made.routes if ends not in made.labels),
        *(
            _arc(ends, drawn[ends] + _words_on(made.labels[ends], diagram.labels[ends]))
            for ends in made.routes
            if ends in made.labels
        ),
        *(_box(diagram.nodes[each], diagram.boxes[each], made) for each in made.places),
        "</g></svg>",
    ]
    return Safe("\n".join(parts))


def _arc(ends: Ends, drawn: str) -> str:
    """Keep an arrow together with the ids of its ends, by which the script finds it."""
    return f'<g data-ends="{ends[0]} {ends[1]}">{drawn}</g>'


def _arrow(points: Sequence[Point], *, is_late: bool) -> str:
    """Draw the line up to the head, and the head with its tip at the box, to the right or down."""
    (x, y), is_down = points[-1], points[-2][0] == points[-1][0]
    stop = (x, y - HEAD + 1) if is_down else (x - HEAD + 1, y)
    line = f"M{points[0][0]} {points[0][1]}"
    for (last_x, _), (u, v) in pairwise((*points[:-1], stop)):
        line += f"V{v}" if u == last_x else f"H{u}"
    head = f"l-4-{HEAD}h8z" if is_down else f"l-{HEAD}-4v8z"
    kind = "late" if is_late else "wait"
    return f'<path class="{kind}" d="{line}"/><path class="{kind} head" d="M{x} {y}{head}"/>'


def _words_on(middle: Point, label: str) -> str:
    (x, y), size = middle, label_size(label)
    left, top = x - size.width // 2, y - size.height // 2
    return (
        f'<rect class="ground" x="{left}" y="{top}" width="{size.width}" height="{size.height}"/>'
        f'<text class="late" x="{left + 4}" y="{y + 4}">{html(label)}</text>'
    )


def _box(node: Node, size: Size, made: Layout) -> str:
    x, y = made.places[node.id]
    first = y + (size.height - LINE * (len(node.lines) + len(node.facts))) // 2 + LETTER - 1
    texts = [*((each, "name") for each in node.lines), *((each, "fact") for each in node.facts)]
    usual = f'x="{x + PADDING}"'
    is_turned = is_right_to_left(node.title)
    name = f'direction="rtl" x="{x + size.width - PADDING}"' if is_turned else usual
    lines = "".join(
        f'<text class="{kind}" {name if kind == "name" else usual} y="{first + LINE * at}">'
        f"{html(text)}</text>"
        for at, (text, kind) in enumerate(texts)
    )
    return (
        f'<a href="#i-{node.id}" tabindex="-1"><title>{html(node.title)}</title>'
        f'<rect class="box {node.kind}" x="{x}" y="{y}" width="{size.width}" height="{size.height}" rx="3"/>'
        f"{lines}</a>"
    )
