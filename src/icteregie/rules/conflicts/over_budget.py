"""All on an agenda together cost more in its year than there is."""

from collections.abc import Iterator

from icteregie.analysis.budget import annual_cost, requested_cost
from icteregie.analysis.ranking import ranked
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare, for every agenda, one-off and recurring cost in its year with the budget.

    Names who no longer fit when the budget is given out down the list.
    """
    for year, agenda in case.portfolio.partnership.agendas.items():
        budgets = (agenda.budget.one_off, agenda.budget.recurring)
        for kind, budget, sum_asked in zip(
            (0, 1), budgets, requested_cost(case.portfolio, year), strict=True
        ):
            if budget is not None and sum_asked > budget:
                name = ("one_off", "recurring")[kind]
                yield Finding(
                    case.portfolio.at_partnership("agendas", str(year), "budget", name),
                    {
                        "year": year,
                        "asked": sum_asked,
                        "budget": budget,
                        "excess": sum_asked - budget,
                        "outside": below_the_line(case.portfolio, year, kind, budget),
                    },
                    name,
                    year,
                )


def below_the_line(portfolio: Portfolio, year: int, kind: int, budget: int) -> tuple[str, ...]:
    """Go down the list and give out the budget; name who ask for more than remains."""
    remaining, outside = budget, []
    for initiative in ranked(portfolio, portfolio.on_agenda(year)):
        cost = annual_cost(initiative, year)[kind]
        if cost > remaining:
            outside.append(initiative.id)
        else:
            remaining -= cost
    return tuple(outside)


RULE = Rule(
    "over-budget",
    "conflicts",
    "warning",
    check,
    needs={
        "initiative": (
            "costs",
            "status",
            "agenda",
            "obligation",
            "priority",
            "score",
            "submitted",
            "late",
            "baseline",
        ),
        "partnership": ("agendas", "members", "history"),
    },
    sums=True,
)
