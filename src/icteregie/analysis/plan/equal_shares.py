"""A second opinion: the method of equal shares, each member decides over its own part of the room.

Peters, Pierczyński and Skowron, «Proportional participatory budgeting with additive utilities», 2021.
A member counts for as many people as it weighs in the default key, who all give its marks. No euro of it is
a contribution: it says what would be chosen, not who pays.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeAlias, TypeVar

from icteregie.analysis.plan.greedy import Builder
from icteregie.analysis.plan.problem import MONEY, Column, Plan, Problem

T = TypeVar("T")
Option: TypeAlias = tuple[int, Mapping[str, int]]
"""The cost of one in whole euros, and what it is worth by member."""


def equal_shares(
    budgets: Mapping[str, Fraction],
    weights: Mapping[str, Fraction],
    options: Callable[[], Mapping[T, Option]],
    choose: Callable[[T], None],
) -> Mapping[str, Fraction]:
    """Choose one option after another, each time the one that costs its members least for what it is worth.

    ``options`` gives what can still be chosen, with its cost and its worth by member; ``choose`` is told
    which one is. Each pays in proportion to weight times worth, and never more than it has left. Ends
    when what is left of those who gain by it pays for no option, and gives what is left.
    """
    left = dict(budgets)
    while True:
        prices: dict[T, Fraction] = {}
        gains: dict[T, dict[str, Fraction]] = {}
        for name, (cost, worth) in options().items():
            gains[name] = {m: weights[m] * worth[m] for m in left if worth.get(m) and weights[m]}
            price = price_of(cost, gains[name], left)
            if price is not None:
                prices[name] = price
        if not prices:
            return left
        name = min(prices, key=lambda each: prices[each])
        for member, gain in gains[name].items():
            left[member] -= min(left[member], prices[name] * gain)
        choose(name)


def price_of(cost: int, gains: Mapping[str, Fraction], left: Mapping[str, Fraction]) -> Fraction | None:
    """Give what a unit of gain costs when all pay for it as far as they can; None where they can't."""
    if not gains or sum(left[member] for member in gains) < cost:
        return None
    rest, of = Fraction(cost), sum(gains.values(), Fraction(0))
    for member in sorted(gains, key=lambda each: left[each] / gains[each]):
        if rest * gains[member] <= left[member] * of:
            return rest / of
        rest, of = rest - left[member], of - gains[member]
    return None


def by_equal_shares(problem: Problem, plan: Plan, weights: Mapping[str, Fraction]) -> Plan:
    """Choose by equal shares among all that isn't a must, beside the musts of a plan.

    An option is a candidate at its first start that still fits, once what it waits for is on. The room is
    the money of all years with a budget, less what these musts take of it.
    """
    builder = Builder(problem)
    for name in problem.musts.keys() & plan.keys():
        builder.accept(plan[name])
    budget = sum(amount for limit, amount in problem.capacity.items() if limit.what in MONEY)
    budget -= sum(_cost(problem, column) for column in builder.plan.values())

    free = [name for name in problem.columns if name not in problem.musts]

    def options() -> Mapping[str, Option]:
        fitting = ((name, builder.first_that_fits(name)) for name in free if name not in builder.plan)
        return {
            name: (_cost(problem, column), column.worth) for name, column in fitting if column is not None
        }

    def choose(name: str) -> None:
        column = builder.first_that_fits(name)
        if column is not None:
            builder.accept(column)

    equal_shares({m: weight * max(budget, 0) for m, weight in weights.items()}, weights, options, choose)
    return dict(sorted(builder.plan.items()))


def _cost(problem: Problem, column: Column) -> int:
    """Add up the euros that a column takes of the budgets that there are."""
    return sum(
        amount for limit, amount in column.uses.items() if limit.what in MONEY and limit in problem.capacity
    )
