"""The estimate has a one-off cost, and says nothing about recurring cost."""

from collections.abc import Iterator

from icteregie.analysis.undecided import estimated_requests, recurring_until
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule

MOST_YEARS = 10
"""So many years fit in an advice."""


def check(case: Case) -> Iterator[Finding]:
    """Ask for the recurring cost of what has a one-off cost; a given 0 is an answer."""
    for initiative in case.ask(estimated_requests):
        costs = initiative.costs
        if costs is not None and costs.one_off and not costs.recurring:
            at = case.portfolio.at(initiative.id, "costs", "one_off")
            after = max(costs.one_off) + 1
            values: dict[str, Value] = {
                "id": initiative.id,
                "after": after,
                "recurring": _example(after, recurring_until(initiative)),
            }
            yield Finding(at, values, "", initiative.agenda)


def _example(first: int, last: int) -> str:
    """Write every year that must be estimated, as the file has it; of very many only the first."""
    years = range(first, max(first, last) + 1)
    shown = years if len(years) <= MOST_YEARS else years[:1]
    return f"{{{', '.join(f'{year}: 12000' for year in shown)}}}"


RULE = Rule(
    "no-recurring-cost",
    "money",
    "warning",
    check,
    needs={
        "initiative": ("costs", "status", "steering", "agenda", "benefits", "period"),
    },
)
