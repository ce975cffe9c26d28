"""An initiative asks for another route than its agenda, although it is in time for it."""

from collections.abc import Iterator

from icteregie.analysis.standing.standing import route_in_time
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each that names another route and is in time: it stands on its agenda all the same."""
    for initiative in case.portfolio.initiatives.values():
        route, year = route_in_time(case.portfolio, initiative), initiative.agenda
        if route is not None and year is not None:
            yield Finding(
                case.portfolio.at(initiative.id, "late", "route"),
                {"id": initiative.id, "route": route, "year": year, "later": year + 1},
                "",
                year,
            )


RULE = Rule(
    "route-in-time",
    "late",
    "warning",
    check,
    needs={"initiative": ("submitted", "status", "agenda", "late"), "partnership": ("agendas", "history")},
)
