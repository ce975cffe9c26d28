"""What would let an initiative in that was left out: the least extra room, and the best plan that has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from icteregie.analysis.plan.best import Best, Solve, best
from icteregie.analysis.plan.lacking import weight
from icteregie.analysis.plan.model import Model, Row, model
from icteregie.analysis.plan.problem import Limit, Plan, Problem


@dataclass(frozen=True, slots=True)
class Change:
    """The least extra room with which it and all that is on are on, and the plan that shows it."""

    capacity: Mapping[Limit, int]
    plan: Plan
    is_proved: bool


@dataclass(frozen=True, slots=True)
class Entrance:
    """How an initiative gets in. ``change`` is None where no room lets it in beside all that is on.

    ``instead`` is the best plan that has it, or the best known where ``is_best`` is false; None where
    ``is_never``, as no plan has it, or where none was found in the time that there was.
    """

    id: str
    change: Change | None
    instead: Plan | None
    is_never: bool
    is_best: bool = True


def entrance(problem: Problem, plan: Plan, name: str, solve: Solve, hour: int) -> Entrance:
    """Look for the least change that lets an initiative in, and for the best plan with it."""
    result = with_it(problem, name, solve)
    never = result.is_impossible
    change = None if never else _change(problem, plan, name, solve, hour)
    return Entrance(name, change, result.plan, is_never=never, is_best=result.is_proved)


def with_it(problem: Problem, name: str, solve: Solve) -> Best:
    """Find the best plan that has an initiative."""
    return best(problem, solve, also=(name,))


def _change(problem: Problem, plan: Plan, name: str, solve: Solve, hour: int) -> Change | None:
    """Ask for the least euros, and hours at their price, with which all these are on; they may move."""
    extended, limits = _with_extra_capacity(problem)
    weights = [0] * len(extended.columns) + [-weight(limit, 1, hour) for limit in limits]
    answer = solve(extended, extended.is_on([*plan, name]), weights, None)
    if answer.selected is None:
        return None
    capacity = {limit: extra for limit, extra in zip(limits, answer.extras, strict=True) if extra}
    return Change(capacity, extended.plan(answer.selected), answer.is_proved)


def _with_extra_capacity(problem: Problem) -> tuple[Model, Sequence[Limit]]:
    """Give each limit a variable that adds to it."""
    plain = model(problem, has_capacity=False)
    limits = list(problem.capacity)
    every = problem.columns.values()
    most = [2 + sum(max((c.uses.get(each, 0) for c in of), default=0) for of in every) for each in limits]
    rows = []
    for place, limit in enumerate(limits):
        of = {number: used for number, c in enumerate(plain.columns) if (used := c.uses.get(limit, 0))}
        rows.append(Row({**of, len(plain.columns) + place: -1}, most=problem.capacity[limit]))
    return Model(plain.columns, (*plain.rows, *rows), tuple(most)), limits
