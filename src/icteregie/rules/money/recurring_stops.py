"""The recurring cost stops sooner than what it pays for."""

from collections.abc import Iterator

from icteregie.analysis.money.requests import estimated_requests
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule

SURE_YEARS = 4
"""So many years after its end an initiative surely costs something: the years of a multi-year budget."""


def check(case: Case) -> Iterator[Finding]:
    """Compare the last recurring year with the last saving and with four years after the end."""
    for initiative in case.ask(estimated_requests):
        costs = initiative.costs
        if costs is None or not any(costs.recurring.values()):
            continue
        last, until = max(costs.recurring), costs.until
        at = case.portfolio.at(initiative.id, "costs", "recurring", str(last))
        values: dict[str, Value] = {"id": initiative.id, "last": last}
        if until is not None and until.year != last:
            at = case.portfolio.at(initiative.id, "costs", "until", "year")
            yield Finding(at, {**values, "until": until.year}, "until", initiative.agenda)
            continue
        benefit, estimated = _last_benefit(initiative), _estimated_until(initiative)
        if until is None and last < max(benefit, estimated):
            # Who completes the years of the advice is done, whichever of the two it was about.
            values |= {"benefit": benefit, "needed": max(benefit, estimated)}
            yield Finding(at, values, "benefit" if last < benefit else "", initiative.agenda)


def _last_benefit(initiative: Initiative) -> int:
    savings = initiative.benefits.recurring if initiative.benefits else {}
    return max((year for year, amount in savings.items() if amount), default=0)


def _estimated_until(initiative: Initiative) -> int:
    """Give the last year that an estimate must have; 0 without a period."""
    return initiative.period.last.year + SURE_YEARS if initiative.period else 0


RULE = Rule(
    "recurring-stops",
    "money",
    "warning",
    check,
    needs={"initiative": ("costs", "status", "steering", "agenda", "benefits", "period")},
)
