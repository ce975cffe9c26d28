"""An initiative on an agenda waits for one that nobody has planned."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import edges, unplanned
from icteregie.analysis.standing.standing import planned
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report dependencies that are ideas, were ended undone, ask for another route, or come later."""
    listed = {initiative.id for initiative in case.ask(planned)}
    for edge in case.ask(edges):
        if edge.dependent.id not in listed:
            continue
        wording = unplanned(case.portfolio, edge.dependent, edge.on)
        if wording:
            yield Finding(
                case.portfolio.at(edge.dependent.id, "depends_on", edge.index, "id"),
                {"id": edge.dependent.id, "on": edge.on.id, "agenda": edge.on.agenda or 0},
                wording,
                edge.dependent.agenda,
                (case.portfolio.at(edge.on.id, "status"),),
            )


RULE = Rule(
    "dependency-not-planned",
    "graph",
    "warning",
    check,
    needs={"initiative": ("depends_on", "status", "agenda")},
)
