"""An initiative on an agenda waits for one that nobody has planned."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import edges
from icteregie.analysis.standing.standing import own_standing, planned
from icteregie.analysis.standing.statuses import is_later, is_over, not_done
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report dependencies that are ideas, were ended undone, ask for another route, or come later."""
    listed = {initiative.id for initiative in case.ask(planned)}
    for edge in case.ask(edges):
        if edge.dependent.id not in listed:
            continue
        wording = _why(case.portfolio, edge.dependent, edge.on)
        if wording:
            yield Finding(
                case.portfolio.at(edge.dependent.id, "depends_on", edge.index, "id"),
                {"id": edge.dependent.id, "on": edge.on.id, "agenda": edge.on.agenda or 0},
                wording,
                edge.dependent.agenda,
                (case.portfolio.at(edge.on.id, "status"),),
            )


def _why(portfolio: Portfolio, dependent: Initiative, on: Initiative) -> str:
    if ended := not_done(on):
        return ended
    if is_later(on, dependent) and not is_over(on):
        return "later"
    return "other-route" if own_standing(portfolio, on) == "other-route" else ""


RULE = Rule(
    "dependency-not-planned",
    "graph",
    "warning",
    check,
    needs={"initiative": ("depends_on", "status", "agenda")},
)
