"""An initiative on an agenda waits for one that nobody has planned."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import edges
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import OPEN, Initiative
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report dependencies that are ideas, that were ended undone, or that come on a later agenda."""
    for edge in case.ask(edges):
        if not edge.dependent.is_planned:
            continue
        wording = _why(edge.dependent, edge.on)
        if wording:
            yield Finding(
                case.portfolio.at(edge.dependent.id, "depends_on", edge.index, "id"),
                {"id": edge.dependent.id, "on": edge.on.id, "agenda": edge.on.agenda or 0},
                wording,
                edge.dependent.agenda,
                (case.portfolio.at(edge.on.id, "status"),),
            )


def _why(dependent: Initiative, on: Initiative) -> str:
    if on.status in (*OPEN, "stopped", "rejected", "parked"):
        return on.status
    if on.is_live and on.agenda is not None and dependent.agenda is not None and on.agenda > dependent.agenda:
        return "later"
    return ""


RULE = Rule(
    "dependency-not-planned",
    "graph",
    "warning",
    check,
    needs={"initiative": ("depends_on", "status", "agenda")},
)
