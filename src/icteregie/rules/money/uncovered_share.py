"""A member has yet to find the money for its share."""

from collections.abc import Iterator

from icteregie.analysis.cost_sharing import NoShareError, share_of
from icteregie.analysis.undecided import estimated_requests
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """List per member what is to be found: its share of the one-off cost of all years."""
    portfolio = case.portfolio
    for initiative in case.ask(estimated_requests):
        costs = initiative.costs
        for member in portfolio.participants(initiative) if costs else ():
            if costs is None or costs.cover.get(member) != "to-be-found":
                continue
            amount = _share(portfolio, initiative, member)
            values: dict[str, Value] = {
                "id": initiative.id,
                "member": portfolio.partnership.member_name(member),
            }
            values |= {"amount": amount} if amount is not None else {}
            wording = "without-cost" if amount is None else ""
            at = portfolio.at(initiative.id, "costs", "cover", member)
            yield Finding(at, values, wording, initiative.agenda)


def _share(portfolio: Portfolio, initiative: Initiative, member: str) -> int | None:
    """Add its share of every year; None without a cost, or where the key shares nothing."""
    years = initiative.costs.one_off if initiative.costs else {}
    try:
        shares = [share_of(portfolio, initiative, amount, year=year) for year, amount in years.items()]
    except NoShareError:
        return None
    return sum(share.get(member, 0) for share in shares) if shares else None


RULE = Rule(
    "uncovered-share",
    "money",
    "warning",
    check,
    needs={
        "initiative": ("costs", "status", "steering", "agenda", "participants", "cost_key"),
        "partnership": ("members", "cost_keys", "default_cost_key"),
    },
)
