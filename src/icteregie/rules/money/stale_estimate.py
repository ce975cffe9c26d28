"""The estimate of what asks to be decided on is old."""

from collections.abc import Iterator

from icteregie.analysis.undecided import estimated_requests
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Count the days since the estimate; exactly the limit is in time."""
    limit = case.portfolio.partnership.thresholds.stale_estimate
    for initiative in case.ask(estimated_requests):
        as_of = initiative.costs.as_of if initiative.costs else None
        if as_of is not None and (age := (case.today - as_of).days) > limit:
            at = case.portfolio.at(initiative.id, "costs", "as_of")
            values: dict[str, Value] = {"id": initiative.id, "as_of": as_of, "count": age, "limit": limit}
            yield Finding(at, values, "", initiative.agenda)


RULE = Rule(
    "stale-estimate",
    "money",
    "warning",
    check,
    needs={
        "initiative": ("costs", "status", "steering", "agenda"),
        "partnership": ("thresholds",),
    },
)
