"""A coherence map in the DOT language of Graphviz, for pictures of any size."""

from icteregie.analysis.dependency_map import CoherenceMap, Line, Node
from icteregie.escape.dot import dot
from icteregie.portfolio.partnership import Language
from icteregie.render.graph.labels import description, legend_parts, line_label, node_label, node_style, title

STYLES = {
    "plain": 'fillcolor="#f6f8fa", color="#57606a", style="filled"',
    "outside": 'fillcolor="#ffffff", color="#57606a", style="filled,dotted"',
    "late": 'fillcolor="#fff3cd", color="#9a6700", penwidth=2, style="filled,dashed"',
    "clash": 'fillcolor="#fde7f3", color="#a3206e", penwidth=4, style="filled"',
    "both": 'fillcolor="#ffe3d9", color="#b3390f", penwidth=4, style="filled,dashed"',
}
LATE_LINE = 'color="#c2410c", penwidth=3'
CLASH_LINE = 'color="#b0387a", penwidth=2, style="dotted", dir="none"'


def render(graph: CoherenceMap, language: Language) -> str:
    """Write the whole map, left to right, with the same words and signs as in Mermaid."""
    key = "\n".join((title(graph, language), *legend_parts(graph, language)))
    lines = [
        "digraph regie {",
        "  rankdir=LR;",
        f"  label={_label(key.split(chr(10)))};",
        f"  tooltip={dot(description(graph, language))};",
        '  node [shape="box", fontname="sans-serif", fontcolor="#1f2328"];',
        '  edge [fontname="sans-serif", color="#57606a"];',
    ]
    lines += [_node(node, language) for node in graph.nodes]
    lines += [_line(line, language) for line in graph.lines]
    return "\n".join([*lines, "}"]) + "\n"


def _label(parts: list[str] | tuple[str, ...]) -> str:
    r"""Write lines as one quoted text: DOT breaks lines at ``\n``."""
    return '"' + "\\n".join(dot(part)[1:-1] for part in parts) + '"'


def _node(node: Node, language: Language) -> str:
    return f"  {dot(node.id)} [label={_label(node_label(node, language))}, {STYLES[node_style(node)]}];"


def _line(line: Line, language: Language) -> str:
    attributes = [f"label={dot(label)}"] if (label := line_label(line, language)) else []
    if line.is_problem:
        attributes.append(LATE_LINE if line.kind == "waits" else CLASH_LINE)
    settings = f" [{', '.join(attributes)}]" if attributes else ""
    return f"  {dot(line.before)} -> {dot(line.after)}{settings};"
