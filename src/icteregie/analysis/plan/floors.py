"""A least share of the value for each member, in proportion to its weight in the default key."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from icteregie.analysis.cost_sharing import NoShareError, weights
from icteregie.analysis.plan.best import Search, Solve
from icteregie.analysis.plan.model import Row, floor_rows, model
from icteregie.analysis.plan.problem import FLOOR_PARTS, MUSTS, Floor, Plan, Problem, value_of
from icteregie.portfolio.portfolio import Portfolio


def weight_in_key(portfolio: Portfolio, members: tuple[str, ...]) -> Mapping[str, Fraction]:
    """Give what part of the whole each of these weighs in the default key; nothing without such a key."""
    partnership = portfolio.partnership
    try:
        return weights(partnership.cost_keys[partnership.default_cost_key], partnership, members)
    except (KeyError, NoShareError):
        return {}


def floors(portfolio: Portfolio, year: int, percent: int) -> tuple[Floor, ...]:
    """Give each member so many percent of its weight, rounded down to a hundredth of a percent."""
    members = portfolio.partnership.members_in(year) or tuple(portfolio.partnership.members)
    here = tuple(member for member in members if member not in portfolio.absent)
    parts = weight_in_key(portfolio, here) if percent else {}
    return tuple(
        Floor(member, int(part * percent * FLOOR_PARTS / 100)) for member, part in parts.items() if part
    )


def below(wanted: tuple[Floor, ...], plan: Plan) -> tuple[Floor, ...]:
    """List the floors that a plan doesn't reach; one without any value reaches none."""
    value = value_of(plan)
    if not value:
        return wanted
    return tuple(
        floor
        for floor in wanted
        if FLOOR_PARTS * sum(column.worth.get(floor.member, 0) for column in plan.values())
        < floor.least * value
    )


def highest(portfolio: Portfolio, problem: Problem, musts: Plan, solve: Solve) -> int:
    """Find the highest whole percentage that a plan with as many musts can reach; 0 where none is."""
    of = model(problem)
    numbers = of.numbers
    held = []
    for must in MUSTS:
        names = [name for name, kind in problem.musts.items() if kind == must]
        on = sum(name in musts for name in names)
        held.append(Row({number: 1 for name in names for number in numbers[name]}, least=on))

    def is_reached(tried: int) -> bool:
        wanted = replace(problem, floors=floors(portfolio, problem.year, tried))
        rows = [*held, *floor_rows(wanted, of)]
        return solve(Search(of, rows, [0] * len(of.uppers))).selected is not None

    least, most = 0, 100
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if is_reached(middle) else (least, middle - 1)
    return least
