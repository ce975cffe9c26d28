"""More was spent on an initiative than was agreed."""

from collections.abc import Iterator

from icteregie.analysis.facts import amounts, newest
from icteregie.analysis.rag_status import agreement_in_force, is_agreement_known
from icteregie.analysis.standing.statuses import is_over, is_paid
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare what was spent with the agreement in force; exactly that amount is fine."""
    portfolio = case.portfolio
    for initiative in portfolio.initiatives.values():
        if not is_paid(initiative) or not is_agreement_known(portfolio, initiative):
            continue
        agreement = agreement_in_force(portfolio, initiative)
        spent = newest(amounts(portfolio, initiative, "spent"))
        if agreement is None or spent is None or spent.value <= agreement.one_off:
            continue
        if _is_over_cap(initiative, spent.value):
            continue
        values: dict[str, Value] = {
            "id": initiative.id,
            "amount": spent.value,
            "agreed": agreement.one_off,
            "excess": spent.value - agreement.one_off,
            "day": agreement.since,
        }
        at = portfolio.at(initiative.id, *spent.keys)
        related = (portfolio.at(initiative.id, *agreement.keys["one_off"]),)
        yield Finding(at, values, "", initiative.agenda, related)


def _is_over_cap(initiative: Initiative, spent: int) -> bool:
    """Whether the rule over-cap tells it already, of an experiment."""
    experiment = initiative.experiment
    return experiment is not None and spent > experiment.budget_cap and not is_over(initiative)


RULE = Rule(
    "more-than-adopted",
    "progress",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": ("agenda", "baseline", "experiment", "progress", "rebaselines", "status"),
        "partnership": ("agendas", "bodies", "domains", "meetings"),
    },
)
