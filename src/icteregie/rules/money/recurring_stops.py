"""The recurring cost stops sooner than what it pays for."""

from collections.abc import Iterator

from icteregie.analysis.undecided import estimated_requests, last_saving, recurring_until
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


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
        benefit, needed = last_saving(initiative), recurring_until(initiative)
        if until is None and last < needed:
            # Who completes the years of the advice is done, whichever of the two it was about.
            values |= {"benefit": benefit, "needed": needed}
            yield Finding(at, values, "benefit" if last < benefit else "", initiative.agenda)


RULE = Rule(
    "recurring-stops",
    "money",
    "warning",
    check,
    needs={"initiative": ("costs", "status", "steering", "agenda", "benefits", "period")},
)
