"""What a plan means for each member: value, contribution, what each would get alone, and a second opinion."""

from dataclasses import dataclass, replace

from icteregie.analysis.plan.best import Solve
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.equal_shares import by_equal_shares
from icteregie.analysis.plan.floors import weight_in_key
from icteregie.analysis.plan.groups import Coalitions, coalitions, member_values, stand_alone
from icteregie.analysis.plan.problem import Plan, Problem
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.shares import contributions
from icteregie.diagnostics.ceilings import MOST_MEMBERS_IN_GROUPS
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class OneMember:
    """What the plan is worth for a member, and what it pays of it over all years.

    ``alone`` is the value that it would get by itself with its own part of the room; None where that
    wasn't looked at.
    """

    member: str
    value: int
    amount: int
    alone: int | None = None


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What the method of equal shares would choose besides the plan, and what of the plan it wouldn't."""

    besides: tuple[str, ...]
    not_chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fairness:
    """The figures by member; ``groups`` and ``second`` are None where these weren't looked at."""

    members: tuple[OneMember, ...]
    groups: Coalitions | None
    second: SecondOpinion | None


def fairness(
    portfolio: Portfolio, puzzle: Problem, plan: Plan, constraints: Constraints, solve: Solve | None
) -> Fairness:
    """Weigh a plan by member; without a solver no more than what it brings and costs each."""
    own = problem(portfolio, puzzle.year, replace(constraints, pins={}, ceilings={}, floor=0))
    is_looked_at = solve is not None and not portfolio.absent
    too_many = len(portfolio.partnership.members) > MOST_MEMBERS_IN_GROUPS
    return Fairness(
        _members(portfolio, plan, own, solve if is_looked_at else None),
        coalitions(portfolio, own, plan, solve)
        if solve is not None and is_looked_at and not too_many
        else None,
        _second(portfolio, puzzle, plan) if solve is not None else None,
    )


def _members(portfolio: Portfolio, plan: Plan, own: Problem, solve: Solve | None) -> tuple[OneMember, ...]:
    worth, paid = member_values(portfolio, plan), contributions(portfolio, tuple(plan.values()))
    alone = stand_alone(portfolio, own, solve) if solve is not None else {}
    return tuple(
        OneMember(member, worth[member], paid[member], alone.get(member))
        for member in portfolio.partnership.members
        if member not in portfolio.absent
    )


def _second(portfolio: Portfolio, puzzle: Problem, plan: Plan) -> SecondOpinion | None:
    """Ask for a second opinion; None without a default key that says what each member weighs."""
    here = tuple(m for m in portfolio.partnership.members if m not in portfolio.absent)
    weights = weight_in_key(portfolio, here)
    if not weights:
        return None
    other = by_equal_shares(puzzle, plan, weights)
    return SecondOpinion(tuple(sorted(other.keys() - plan.keys())), tuple(sorted(plan.keys() - other.keys())))
