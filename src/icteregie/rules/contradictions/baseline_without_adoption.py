"""An initiative that nothing was decided about yet has the baseline of one that was adopted."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_asking, is_draft
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look for a baseline in every idea, exploration, proposal and what was advised; or else a rebaseline."""
    for initiative in case.portfolio.initiatives.values():
        if not (is_draft(initiative) or is_asking(initiative)):
            continue
        values: dict[str, Value] = {"id": initiative.id}
        if initiative.baseline is not None:
            key, wording, values["day"] = "baseline", "", initiative.baseline.adopted
        elif initiative.rebaselines:
            key, wording = "rebaselines", "rebaselines"
        else:
            continue
        related = (case.portfolio.at(initiative.id, "status"),)
        at = at_key(case.portfolio.at(initiative.id, key))
        yield Finding(at, values, wording, initiative.agenda, related)


RULE = Rule(
    "baseline-without-adoption",
    "contradictions",
    "warning",
    check,
    needs={"initiative": ("agenda", "baseline", "rebaselines", "status")},
)
