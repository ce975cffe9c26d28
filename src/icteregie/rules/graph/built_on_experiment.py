"""A regular initiative builds on an experiment that may still fail."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import edges
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report planned initiatives that wait for an experiment whose outcome isn't known."""
    for edge in case.ask(edges):
        if not edge.dependent.is_planned or edge.dependent.steering == "experimental":
            continue
        if edge.on.steering == "experimental" and edge.on.status != "done":
            yield Finding(
                case.portfolio.at(edge.dependent.id, "depends_on", edge.index, "id"),
                {"id": edge.dependent.id, "on": edge.on.id},
                "",
                edge.dependent.agenda,
                (case.portfolio.at(edge.on.id, "steering"),),
            )


RULE = Rule(
    "built-on-experiment",
    "graph",
    "warning",
    check,
    needs={"initiative": ("depends_on", "steering", "status", "agenda")},
)
