"""An initiative says that it was submitted well before its file was first written."""

from collections.abc import Iterator

from icteregie.analysis.standing.standing import requested
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the day that was typed with the day on which git saw the file opened."""
    limit = case.portfolio.partnership.thresholds.backdated
    for initiative in case.ask(requested):
        arrival = case.portfolio.arrivals.get(initiative.id)
        if arrival is None or arrival.opened is None:
            continue
        early = (arrival.opened - initiative.submitted).days
        if early > limit:
            yield Finding(
                case.portfolio.at(initiative.id, "submitted"),
                {
                    "id": initiative.id,
                    "submitted": initiative.submitted,
                    "opened": arrival.opened,
                    "count": early,
                },
                "",
                initiative.agenda,
            )


RULE = Rule(
    "backdated",
    "late",
    "warning",
    check,
    needs={"initiative": ("submitted", "status", "agenda"), "partnership": ("thresholds", "history")},
)
