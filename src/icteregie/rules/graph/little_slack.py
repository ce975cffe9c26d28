"""A dependency is ready in time, but with so little to spare that any setback is felt."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import edges, is_within, slack
from icteregie.analysis.dependencies.schedule import tangles
from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.standing.standing import asking_for_place
from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report live dependencies of what still has to be decided, with too few days to spare."""
    least = case.portfolio.partnership.thresholds.little_slack
    asks = {initiative.id for initiative in case.ask(asking_for_place)}
    circle = case.ask(tangles)
    for edge in case.ask(edges):
        spare = slack(edge)
        if spare is None or not 0 <= spare < least or is_within(circle, edge):
            continue
        if edge.dependent.id in asks and not is_over(edge.on):
            yield Finding(
                case.portfolio.at(edge.dependent.id, "depends_on", edge.index, "id"),
                {"id": edge.dependent.id, "on": edge.on.id, "count": spare, "least": least},
                "none" if spare == 0 else "",
                edge.dependent.agenda,
                (case.portfolio.at(edge.on.id, *edge.counted_keys),),
            )


RULE = Rule(
    "little-slack",
    "graph",
    "warning",
    check,
    needs={
        "initiative": ("depends_on", "status", "agenda", *FORESEEN_END),
        "partnership": ("thresholds",),
    },
)
