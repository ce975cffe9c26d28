"""An initiative that nothing was decided about yet has the baseline of one that was adopted."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_asking, is_draft
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look for a baseline in every idea, exploration, proposal and what was advised."""
    for initiative in case.portfolio.initiatives.values():
        if initiative.baseline is not None and (is_draft(initiative) or is_asking(initiative)):
            yield Finding(
                at_key(case.portfolio.at(initiative.id, "baseline")),
                {"id": initiative.id, "day": initiative.baseline.adopted},
                "",
                initiative.agenda,
                (case.portfolio.at(initiative.id, "status"),),
            )


RULE = Rule(
    "baseline-without-adoption",
    "contradictions",
    "warning",
    check,
    needs={"initiative": ("agenda", "baseline", "status")},
)
