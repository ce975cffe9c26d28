"""What stands on the nodes and lines of a drawn coherence map, whatever it is drawn in."""

from icteregie.analysis.dependency_map import CoherenceMap, Line, Node
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language

TITLE_LENGTH = 40


def shortened(title: str, most: int = TITLE_LENGTH) -> str:
    """Cut a title at the last space that leaves at most this many characters."""
    flat = " ".join(title.split())
    if len(flat) <= most:
        return flat
    at_space = flat.rfind(" ", 0, most)
    return flat[: at_space if at_space > most // 2 else most - 1].rstrip(" ,;:-") + "…"


def node_label(node: Node, language: Language) -> tuple[str, ...]:
    """Give the lines of a node: its title, its id with its role, its whole, and a line for each mark."""
    name = node.id
    if node.role in ("carried-over", "waited-for"):
        name = f"{node.id} ({sentence(language, f'commands/graph/role.{node.role}')})"
    marks = (sentence(language, f"commands/graph/mark.{mark}") for mark in node.marks)
    part = (sentence(language, "commands/graph/part", whole=node.part_of),) if node.part_of else ()
    return (shortened(node.title), name, *part, *marks)


def node_style(node: Node) -> str:
    """Name the style of a node; the words in its label say the same."""
    if node.is_late and node.is_in_conflict:
        return "both"
    if node.is_late or node.is_in_conflict:
        return "late" if node.is_late else "clash"
    return "outside" if node.role == "waited-for" else "plain"


def line_label(line: Line, language: Language) -> str:
    """Say what is wrong along a line; "" when nothing is."""
    if line.in_circle:
        return sentence(language, "commands/graph/line.circle")
    if line.days_late:
        return sentence(language, "commands/graph/line.late", count=line.days_late)
    return "" if line.kind == "waits" else sentence(language, f"commands/graph/line.{line.kind}")


def title(graph: CoherenceMap, language: Language) -> str:
    """Name the whole drawing."""
    if graph.year is None:
        return sentence(language, "commands/graph/title.all")
    return sentence(language, "commands/graph/title.year", year=graph.year)


def description(graph: CoherenceMap, language: Language) -> str:
    """Say in one sentence what is to be seen, for who can't see it."""
    return sentence(
        language,
        "commands/graph/description.all",
        count=len(graph.nodes),
        late=sum(node.is_late for node in graph.nodes),
        conflict=sum(node.is_in_conflict for node in graph.nodes),
    )


def legend_parts(graph: CoherenceMap, language: Language) -> tuple[str, ...]:
    """List the legend's entries for the symbols that this diagram has."""
    shown = {
        "arrow": any(line.kind == "waits" for line in graph.lines),
        "late": any(node.is_late for node in graph.nodes),
        "conflict": any(node.is_in_conflict for node in graph.nodes),
        "too-late": any(line.days_late or line.in_circle for line in graph.lines),
        "clash": any(line.kind != "waits" for line in graph.lines),
    }
    return tuple(sentence(language, f"commands/graph/legend.{name}") for name, on in shown.items() if on)


def cut_note(shown: CoherenceMap, full: CoherenceMap, language: Language) -> str:
    """Say how much of a map is drawn; "" when all of it is."""
    if shown == full:
        return ""
    return sentence(
        language,
        "commands/graph/cut",
        shown=len(shown.nodes),
        nodes=len(full.nodes),
        lines=len(shown.lines),
        all=len(full.lines),
    )
