"""A coherence map as Mermaid, which GitHub, GitLab and Gitea draw inside Markdown.

Hosts draw at most 500 edges and 50,000 characters. Every mark is a word with a sign and a
line style too, so that the drawing reads without colour. Each class sets fill, border and
letters together, so that light and dark themes show the same contrast.
"""

from dataclasses import replace
from math import isqrt

from icteregie.analysis.dependency_map import CoherenceMap, Line, Node
from icteregie.diagnostics.ceilings import GRAPH_CHARACTERS, GRAPH_EDGES, GRAPH_NODES
from icteregie.escape.mermaid import mermaid
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.graph.labels import (
    cut_note,
    description,
    legend_parts,
    line_label,
    node_label,
    node_style,
    title,
)

RESERVED = 4_000
"""Characters kept free for heading, classes, legend and line styles."""
STYLE = 8
"""Characters that a marked line takes in the list of its line style: its number and a comma."""
WIDEST_ROW = 6
"""Nodes without lines are set out as a square of rows, by invisible edges, at most so many in one."""

CLASSES = {
    "plain": "fill:#f6f8fa,stroke:#57606a,color:#1f2328",
    "outside": "fill:#ffffff,stroke:#57606a,color:#1f2328,stroke-dasharray:1 3",
    "late": "fill:#fff3cd,stroke:#9a6700,color:#1f2328,stroke-width:2px,stroke-dasharray:6 4",
    "clash": "fill:#fde7f3,stroke:#a3206e,color:#1f2328,stroke-width:4px",
    "both": "fill:#ffe3d9,stroke:#b3390f,color:#1f2328,stroke-width:4px,stroke-dasharray:6 4",
    "legend": "fill:#ffffff,stroke:#57606a,color:#1f2328",
}
LATE_LINE = "stroke:#c2410c,stroke-width:4px"
CLASH_LINE = "stroke:#b0387a,stroke-width:2px,stroke-dasharray:2 4"


def render(graph: CoherenceMap, language: Language, *, legend: bool = True) -> str:
    """Write the Mermaid source of a map, without the fence of a Markdown code block.

    Left to right: arrows run from what must come first to what waits for it. A map that
    is too large is cut to what ``fitting`` keeps, and a comment says how much that is.
    The legend explains only the signs that occur. The same map gives the same text.
    """
    shown = fitting(graph, language)
    names = {node.id: f"n{number}" for number, node in enumerate(shown.nodes, 1)}
    apart = shown.isolated() if shown.lines else ()
    lines = _heading(shown, language, cut_note(shown, graph, language))
    lines += [f"  {_node(node, names, language)}" for node in shown.nodes if node not in set(apart)]
    lines += [f"  {_line(line, names, language)}" for line in shown.lines]
    lines += _apart(apart, names, language)
    lines += _legend(shown, language) if legend else []
    lines += [f"  classDef {name} {style}" for name, style in CLASSES.items()]
    lines += _line_styles(shown)
    return "\n".join(lines) + "\n"


def fitting(graph: CoherenceMap, language: Language, most: int = GRAPH_NODES) -> CoherenceMap:
    """Keep what a host will draw: lines where something is wrong first, then late ones, then chains.

    Nodes without lines fill what is left, those with marks first. A map that fits
    comes back as it is; ``most`` is how many nodes there may be at all.
    """
    names = {node.id: "n99999" for node in graph.nodes}
    cost = {node.id: len(_node(node, names, language)) + 3 for node in graph.nodes}
    remaining, kept, nodes = GRAPH_CHARACTERS - RESERVED, [], set[str]()
    for line in graph.by_importance()[:GRAPH_EDGES]:
        fresh = {line.before, line.after} - nodes
        size = len(_line(line, names, language)) + 3 + STYLE + sum(cost[name] for name in fresh)
        if size > remaining or len(nodes) + len(fresh) > most:
            break
        remaining -= size
        nodes |= fresh
        kept.append(line)
    edges_left = GRAPH_EDGES - len(kept)
    for node in sorted(graph.nodes, key=lambda node: (not node.marks, node.id)):
        size = cost[node.id] + len(" ~~~ n99999") + 3
        if node.id not in nodes and size <= remaining and edges_left > 0 and len(nodes) < most:
            remaining, edges_left = remaining - size, edges_left - 1
            nodes.add(node.id)
    left = set(kept)
    return replace(
        graph,
        nodes=tuple(node for node in graph.nodes if node.id in nodes),
        lines=tuple(line for line in graph.lines if line in left),
    )


def _heading(graph: CoherenceMap, language: Language, note: str) -> list[str]:
    lines = ["flowchart LR", f"  accTitle: {title(graph, language)}"]
    lines.append(f"  accDescr: {description(graph, language)}")
    return [*lines, f"  %% {note}"] if note else lines


def _node(node: Node, names: dict[str, str], language: Language) -> str:
    label = "<br/>".join(mermaid(part) for part in node_label(node, language))
    return f'{names[node.id]}["{label}"]:::{node_style(node)}'


def _line(line: Line, names: dict[str, str], language: Language) -> str:
    arrow = "-.-" if line.kind != "waits" else "==>" if line.is_problem else "-->"
    label = line_label(line, language)
    shown = f'|"{mermaid(label)}"|' if label else ""
    return f"{names[line.before]} {arrow}{shown} {names[line.after]}"


def _apart(apart: tuple[Node, ...], names: dict[str, str], language: Language) -> list[str]:
    if not apart:
        return []
    lines = [f'  subgraph apart ["{mermaid(sentence(language, "commands/graph/legend.apart"))}"]']
    lines += ["    direction LR", *(f"    {_node(node, names, language)}" for node in apart)]
    width = min(WIDEST_ROW, isqrt(len(apart) - 1) + 1)
    for start in range(0, len(apart), width):
        row = [names[node.id] for node in apart[start : start + width]]
        lines += [f"    {' ~~~ '.join(row)}"] if len(row) > 1 else []
    return [*lines, "  end"]


def _legend(graph: CoherenceMap, language: Language) -> list[str]:
    parts = legend_parts(graph, language)
    if not parts:
        return []
    name = sentence(language, "commands/graph/legend.name")
    label = "<br/>".join(mermaid(part) for part in (name, *parts))
    return [f'  legend["{label}"]:::legend']


def _line_styles(graph: CoherenceMap) -> list[str]:
    """Colour lines by their number: Mermaid has no classes for lines that every host knows."""
    late = [str(n) for n, line in enumerate(graph.lines) if line.kind == "waits" and line.is_problem]
    clash = [str(n) for n, line in enumerate(graph.lines) if line.kind != "waits"]
    styles = ((late, LATE_LINE), (clash, CLASH_LINE))
    return [f"  linkStyle {','.join(numbers)} {style}" for numbers, style in styles if numbers]
