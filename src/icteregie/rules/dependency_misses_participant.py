"""A member takes part in an initiative, but not in what that initiative waits for."""

from collections.abc import Iterator

from icteregie.diagnostics import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the participants on both sides of every live dependency."""
    portfolio = case.portfolio
    for edge in case.edges:
        if not (edge.dependent.is_planned and edge.on.is_live) or not edge.on.participants:
            continue
        inside = portfolio.participants(edge.on)
        outside = tuple(m for m in portfolio.participants(edge.dependent) if m not in inside)
        if outside:
            yield Finding(
                portfolio.at(edge.dependent.id, "depends_on", edge.index, "on"),
                {"id": edge.dependent.id, "on": edge.on.id, "members": outside, "count": len(outside)},
                "",
                edge.dependent.agenda,
                (portfolio.at(edge.on.id, "participants"),),
            )


RULE = Rule(
    "dependency-misses-participant",
    "graph",
    "warning",
    check,
    needs=("depends_on", "participants", "status", "agenda"),
    frame=("members",),
)
