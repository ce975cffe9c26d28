"""A large change has a price for technology, and none for the people who must work with it."""

from collections.abc import Iterator

from icteregie.analysis.undecided import estimated_requests
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Ask for the part for people of what is large; a given 0 is an answer."""
    large = case.portfolio.partnership.thresholds.large_one_off
    for initiative in case.ask(estimated_requests):
        costs = initiative.costs
        if costs is not None and costs.people is None and costs.one_off_total >= large:
            at = case.portfolio.at(initiative.id, "costs", "one_off")
            total = costs.one_off_total
            # A tenth as an example, but no euro is both investment and for people.
            people = max(0, min(total // 10, total - costs.investment_total))
            values: dict[str, Value] = {"id": initiative.id, "amount": total, "people": people}
            yield Finding(at, values, "", initiative.agenda)


RULE = Rule(
    "no-people-cost",
    "money",
    "warning",
    check,
    needs={
        "initiative": ("costs", "status", "steering", "agenda"),
        "partnership": ("thresholds",),
    },
)
