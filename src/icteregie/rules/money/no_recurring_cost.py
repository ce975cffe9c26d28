"""The estimate has a one-off cost, and says nothing about recurring cost."""

from collections.abc import Iterator

from icteregie.analysis.money.requests import estimated_requests
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Ask for the recurring cost of what has a one-off cost; a given 0 is an answer."""
    for initiative in case.ask(estimated_requests):
        costs = initiative.costs
        if costs is not None and costs.one_off and not costs.recurring:
            at = case.portfolio.at(initiative.id, "costs", "one_off")
            values: dict[str, Value] = {"id": initiative.id, "after": max(costs.one_off) + 1}
            yield Finding(at, values, "", initiative.agenda)


RULE = Rule(
    "no-recurring-cost",
    "money",
    "warning",
    check,
    needs={
        "initiative": ("costs", "status", "steering", "agenda"),
    },
)
