"""The steering says experiment and the file describes none, or the other way round."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_decided, is_over
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the steering of every initiative that isn't over with whether it describes an experiment."""
    for initiative in case.portfolio.initiatives.values():
        is_experimental = initiative.steering == "experimental"
        if is_over(initiative) or is_experimental == (initiative.experiment is not None):
            continue
        if is_experimental and not is_decided(initiative):
            continue  # its dossier isn't complete yet, which is judged by itself
        yield Finding(
            case.portfolio.at(initiative.id, "steering"),
            {"id": initiative.id}
            if is_experimental
            else {"id": initiative.id, "steering": initiative.steering},
            "" if is_experimental else "other-steering",
            initiative.agenda,
            () if is_experimental else (case.portfolio.at(initiative.id, "experiment"),),
        )


RULE = Rule(
    "steering-contradicted",
    "contradictions",
    "warning",
    check,
    needs={"initiative": ("steering", "experiment", "status", "agenda")},
)
