"""An initiative is done, and what it waited for isn't."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import edges
from icteregie.analysis.standing.statuses import is_done, is_over
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.coherence import Dependency
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look at what is done for every predecessor that had to finish first, and still may.

    Not one that was stopped, rejected or parked: that it was done without it is then history.
    """
    for edge in case.ask(edges):
        if not is_done(edge.dependent) or is_over(edge.on) or not _finishes_first(edge.link):
            continue
        yield Finding(
            case.portfolio.at(edge.dependent.id, "depends_on", edge.index, "id"),
            {"id": edge.dependent.id, "on": edge.on.id},
            "",
            edge.dependent.agenda,
            (case.portfolio.at(edge.dependent.id, "status"), case.portfolio.at(edge.on.id, "status")),
        )


def _finishes_first(link: Dependency) -> bool:
    """Whether what it waits for must be over before it can be; an overlap may take longer than itself."""
    return not link.counts_from_start and link.lag.months >= 0 and link.lag.days >= 0


RULE = Rule(
    "done-before-predecessor",
    "contradictions",
    "warning",
    check,
    needs={"initiative": ("depends_on", "status", "agenda", "period", "baseline", "rebaselines", "progress")},
)
