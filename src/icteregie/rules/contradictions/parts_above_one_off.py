"""Parts of the one-off cost come to more than the one-off cost itself."""

from collections.abc import Iterator
from itertools import accumulate

from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.estimate import total
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, in_parts


def people(case: Case) -> Iterator[Finding]:
    """Compare the part for people with the one-off cost of all years; equal is fine."""
    for initiative, one_off in _estimated(case):
        part = initiative.costs.people if initiative.costs else None
        if part is not None and part > one_off:
            at = case.portfolio.at(initiative.id, "costs", "people")
            related = (case.portfolio.at(initiative.id, "costs", "one_off"),)
            yield Finding(at, _values(initiative, part, one_off), "", initiative.agenda, related)


def steps(case: Case) -> Iterator[Finding]:
    """Add the cost of the steps that give one, and point at the step with which it becomes too much."""
    for initiative, one_off in _estimated(case):
        amounts = [0 if step.one_off is None else total(step.one_off) for step in initiative.steps]
        index = next((n for n, sum_ in enumerate(accumulate(amounts)) if sum_ > one_off), None)
        if index is not None:
            at = case.portfolio.at(initiative.id, "steps", index, "one_off")
            related = (case.portfolio.at(initiative.id, "costs", "one_off"),)
            values = _values(initiative, sum(amounts), one_off)
            yield Finding(at, values, "steps", initiative.agenda, related)


def investment(case: Case) -> Iterator[Finding]:
    """Add the investment and the part for people, as no euro is both, and compare each year of it."""
    for initiative, one_off in _estimated(case):
        costs = initiative.costs
        people = (costs.people if costs else None) or 0
        if costs is None or not costs.investment or people > one_off:
            continue
        related = (case.portfolio.at(initiative.id, "costs", "one_off"),)
        if (part := costs.investment_total + people) > one_off:
            at = case.portfolio.at(initiative.id, "costs", "investment")
            wording = "investment-and-people" if people else "investment"
            yield Finding(at, _values(initiative, part, one_off), wording, initiative.agenda, related)
            continue
        for year, amount in costs.investment.items():
            if amount > (of_year := costs.one_off.get(year, 0)):
                at = case.portfolio.at(initiative.id, "costs", "investment", str(year))
                values = {**_values(initiative, amount, of_year), "year": year}
                yield Finding(at, values, "investment-of-year", initiative.agenda, related)


def _estimated(case: Case) -> Iterator[tuple[Initiative, int]]:
    """Give every initiative with a one-off cost that isn't over, and that cost."""
    for initiative in case.portfolio.initiatives.values():
        costs = initiative.costs
        if costs is not None and costs.one_off and not is_over(initiative):
            yield initiative, costs.one_off_total


def _values(initiative: Initiative, part: int, one_off: int) -> dict[str, Value]:
    return {"id": initiative.id, "part": part, "whole": one_off, "excess": part - one_off}


RULE = in_parts(
    "parts-above-one-off",
    "contradictions",
    "warning",
    (people, {"initiative": ("agenda", "costs", "status")}),
    (investment, {"initiative": ("agenda", "costs", "status")}),
    (steps, {"initiative": ("agenda", "costs", "status", "steps")}),
)
