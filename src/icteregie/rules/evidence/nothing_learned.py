"""An experiment has ended, and nobody wrote down what it taught."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_done, is_stopped
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.readers import is_placeholder
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Ask every experiment that was done or stopped what was learned; one that never began taught nothing."""
    for initiative in case.portfolio.initiatives.values():
        experiment = initiative.experiment
        if experiment is None or not (is_done(initiative) or is_stopped(initiative)):
            continue
        learned = experiment.learned
        if learned is None or is_placeholder(learned) or not any(map(str.isalnum, learned)):
            keys = ("experiment",) if learned is None else ("experiment", "learned")
            at = case.portfolio.at(initiative.id, *keys)
            yield Finding(at, {"id": initiative.id}, "", initiative.agenda)


RULE = Rule(
    "nothing-learned",
    "evidence",
    "warning",
    check,
    needs={"initiative": ("agenda", "experiment", "status")},
)
