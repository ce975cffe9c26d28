"""All on an agenda together cost more in its year than there is."""

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from icteregie.analysis.budget import Shortage, shortages
from icteregie.analysis.ranking import ranked
from icteregie.analysis.standing.amounts import amount_in
from icteregie.analysis.standing.standing import on_agenda
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.partnership import Budget
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule

Kind: TypeAlias = Literal["one_off", "one_off_realised", "recurring", "recurring_later"]
LEFT: Mapping[Kind, str] = {
    "one_off": "one_off_left",
    "one_off_realised": "one_off_realised_left",
    "recurring": "recurring_left",
    "recurring_later": "recurring_later_left",
}
"""The wordings where what runs is taken off the budget first."""
USED: Mapping[Kind, str] = {
    "one_off": "one_off_used",
    "one_off_realised": "one_off_realised_used",
    "recurring": "recurring_used",
    "recurring_later": "recurring_later_used",
}
"""The wordings where a budget for what is new was used in part by what isn't on the list any more."""


def check(case: Case) -> Iterator[Finding]:
    """Compare, for every agenda, one-off and recurring cost in its year with the budget.

    Recurring cost is also compared in the year in which it is highest. Names who no longer fit when the
    budget is given out down the list.
    """
    portfolio = case.portfolio
    for agenda_year in portfolio.partnership.agendas:
        for short in shortages(portfolio, agenda_year):
            budget = portfolio.partnership.agendas[agenda_year].budget
            realised = short.kind == "one_off" and budget.realisation is not None
            yield Finding(
                portfolio.at_partnership("agendas", str(agenda_year), "budget", short.kind),
                {
                    "year": agenda_year,
                    "asked": short.asked,
                    "budget": short.available.left,
                    "excess": short.excess,
                    "outside": below_the_line(portfolio, agenda_year, short),
                    **_taken(short, budget),
                    **({"later": short.year} if short.year != agenda_year else {}),
                    **({"percent": f"{budget.realisation:f}"} if realised else {}),
                },
                _wording(short, budget, agenda_year),
                agenda_year,
            )


def _taken(short: Shortage, budget: Budget) -> dict[str, Value]:
    """Give what comes off the budget before the list; where it covers all, that is what runs as well."""
    available = short.available
    if not available.used:
        return {}
    if budget.covers == "all":
        return {"running": available.used}
    return {"used": available.used, "besides": available.besides}


def _wording(short: Shortage, budget: Budget, agenda_year: int) -> str:
    kind: Kind = "recurring_later" if short.year != agenda_year else short.kind
    if kind == "one_off" and budget.realisation is not None:
        kind = "one_off_realised"
    if not short.available.used:
        return kind
    return LEFT[kind] if budget.covers == "all" else USED[kind]


def below_the_line(portfolio: Portfolio, agenda_year: int, short: Shortage) -> tuple[str, ...]:
    """Go down the list and give out the budget; name who ask for more than remains."""
    remaining, outside = max(0, short.available.left), []
    for initiative in ranked(portfolio, on_agenda(portfolio, agenda_year)):
        cost = amount_in(portfolio, initiative, short.year)[short.kind == "recurring"]
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
            "period",
            "progress",
            "rebaselines",
        ),
        "partnership": ("agendas", "members", "history"),
    },
    sums=True,
)
