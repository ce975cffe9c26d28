"""The margin of the estimate is smaller than a proposal can know."""

from collections.abc import Iterator

from icteregie.analysis.undecided import estimated_requests
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the margin with the least for a proposal; exactly that is enough."""
    least = case.portfolio.partnership.thresholds.narrow_margin
    for initiative in case.ask(estimated_requests):
        margin = initiative.costs.margin if initiative.costs else None
        if margin is not None and margin < least:
            at = case.portfolio.at(initiative.id, "costs", "margin")
            values: dict[str, Value] = {"id": initiative.id, "percent": f"{margin:f}", "least": f"{least:f}"}
            yield Finding(at, values, "", initiative.agenda)


RULE = Rule(
    "narrow-margin",
    "money",
    "warning",
    check,
    needs={
        "initiative": ("costs", "status", "steering", "agenda"),
        "partnership": ("thresholds",),
    },
)
