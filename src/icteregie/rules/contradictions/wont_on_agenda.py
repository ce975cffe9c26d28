"""An initiative asks for a place, and its own priority says that it won't be done this time."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_asking
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look at the priority of every proposal and of what was advised."""
    for initiative in case.portfolio.initiatives.values():
        if initiative.priority == "wont" and is_asking(initiative):
            yield Finding(
                case.portfolio.at(initiative.id, "priority"),
                {"id": initiative.id},
                "",
                initiative.agenda,
                (case.portfolio.at(initiative.id, "status"),),
            )


RULE = Rule(
    "wont-on-agenda",
    "contradictions",
    "warning",
    check,
    needs={"initiative": ("agenda", "priority", "status")},
)
