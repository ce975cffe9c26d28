"""The map of an agenda: one drawing, or one for each domain when it is too large for a page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from icteregie.analysis.dependency_map import CoherenceMap
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.graph import mermaid
from icteregie.reports.agenda.view import AgendaReport

MOST_DRAWN = 40
"""More initiatives than this in one drawing can't be read on a page."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The Mermaid source of a drawing, its heading and what was left out of it; "" where there is none."""

    heading: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the map, its heading and what was left out of it; "" where there is none."""

    heading: str
    map: CoherenceMap
    note: str


def drawings(report: AgendaReport, language: Language) -> tuple[Drawing, ...]:
    """Write the map of an agenda as Mermaid, once or once for each domain."""
    return tuple(
        Drawing(part.heading, mermaid.render(part.map, language).rstrip("\n"), part.note)
        for part in parts(report, language)
    )


def parts(report: AgendaReport, language: Language) -> tuple[Part, ...]:
    """Give the map of an agenda as one, or as one for each domain when it has more than fits a page.

    What a line ties to a domain is drawn with it, so no line is lost.
    """
    graph = report.graph.without_isolated()
    if len(graph.nodes) <= MOST_DRAWN:
        return (_fitting(graph, "", language),)
    domains = {node.id: report.basis.portfolio.initiatives[node.id].domain or "" for node in graph.nodes}
    names = {key: domain.name for key, domain in report.partnership.domains.items()}
    others = sorted({*domains.values()} - {*names})
    names |= {key: key or sentence(language, "commands/agenda/note.no-domain") for key in others}
    by_name = ((_part(graph, domains, key), name) for key, name in names.items())
    return tuple(_fitting(part, name, language) for part, name in by_name if part.nodes)


def note(report: AgendaReport, language: Language) -> str:
    """Say why there are several drawings, or what has no lines and so is not drawn."""
    shown, full = len(report.graph.without_isolated().nodes), len(report.graph.nodes)
    if shown > MOST_DRAWN:
        return sentence(language, "commands/agenda/note.graph-split", most=MOST_DRAWN, shown=shown, all=full)
    if shown == full:
        return ""
    return sentence(language, "commands/agenda/note.graph-apart", shown=shown, all=full)


def _fitting(part: CoherenceMap, heading: str, language: Language) -> Part:
    shown = mermaid.fitting(part, language, MOST_DRAWN)
    if shown == part:
        return Part(heading, shown, "")
    values = {"shown": len(shown.nodes), "all": len(part.nodes)}
    return Part(heading, shown, sentence(language, "commands/agenda/note.graph-cut", **values))


def _part(graph: CoherenceMap, domains: Mapping[str, str], domain: str) -> CoherenceMap:
    own = {node.id for node in graph.nodes if domains[node.id] == domain}
    lines = tuple(line for line in graph.lines if line.before in own or line.after in own)
    shown = own.union(*({line.before, line.after} for line in lines))
    return replace(graph, nodes=tuple(node for node in graph.nodes if node.id in shown), lines=lines)
