"""A regular initiative builds on an experiment that may still fail."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import edges
from icteregie.analysis.standing.standing import planned
from icteregie.analysis.standing.statuses import is_done
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report planned initiatives that wait for an experiment whose outcome isn't known."""
    listed = {initiative.id for initiative in case.ask(planned)}
    for edge in case.ask(edges):
        if edge.dependent.id not in listed or edge.dependent.steering == "experimental":
            continue
        if edge.on.steering == "experimental" and not is_done(edge.on):
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
