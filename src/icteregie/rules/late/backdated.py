"""An initiative says that it was submitted well before its file was first written."""

from collections.abc import Iterator

from icteregie.analysis.planned import planned
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the day that was typed with the day on which git saw the file opened."""
    most = case.portfolio.partnership.thresholds.backdated
    for initiative in case.ask(planned):
        known = case.portfolio.arrivals.get(initiative.id)
        if known is None or known.opened is None:
            continue
        early = (known.opened - initiative.submitted).days
        if early > most:
            yield Finding(
                case.portfolio.at(initiative.id, "submitted"),
                {
                    "id": initiative.id,
                    "submitted": initiative.submitted,
                    "opened": known.opened,
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
