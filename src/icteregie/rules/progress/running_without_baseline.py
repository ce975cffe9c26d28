"""An initiative runs, and no baseline says what was agreed."""

from collections.abc import Iterator

from icteregie.analysis.decisions import rulings
from icteregie.analysis.foreseen import is_begun
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look at what runs or is on hold; where a list adopted it, its decision was not carried out."""
    for initiative in case.portfolio.initiatives.values():
        if not is_begun(initiative) or initiative.baseline is not None:
            continue
        about = case.ask(rulings).get(initiative.id, ())
        if any(each.decision.decision == "adopt" and each.listed.day <= case.today for each in about):
            continue
        at = case.portfolio.at(initiative.id, "status")
        yield Finding(at, {"id": initiative.id}, "", initiative.agenda)


RULE = Rule(
    "running-without-baseline",
    "progress",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": ("agenda", "baseline", "status"),
        "partnership": ("bodies", "domains", "meetings"),
    },
)
