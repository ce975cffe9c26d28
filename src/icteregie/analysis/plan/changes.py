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

    room: Mapping[Limit, int]
    plan: Plan
    is_proved: bool


@dataclass(frozen=True, slots=True)
class Entrance:
    """How an initiative gets in. ``change`` is None where no room lets it in beside all that is on.

    ``instead`` is the best plan that has it; None where ``is_never``: no plan has it.
    """

    id: str
    change: Change | None
    instead: Plan | None
    is_never: bool


def entrance(problem: Problem, plan: Plan, name: str, solve: Solve, hour: int) -> Entrance:
    """Look for the least change that lets an initiative in, and for the best plan with it."""
    found = with_it(problem, name, solve)
    never = found.plan is None
    change = None if never else _change(problem, plan, name, solve, hour)
    return Entrance(name, change, found.plan, is_never=never)


def with_it(problem: Problem, name: str, solve: Solve) -> Best:
    """Find the best plan that has an initiative."""
    return best(problem, solve, also=(name,), until="value")


def _change(problem: Problem, plan: Plan, name: str, solve: Solve, hour: int) -> Change | None:
    """Ask for the least euros, and hours at their price, with which all these are on; they may move."""
    roomy, limits = _with_extra_room(problem)
    weights = [0] * len(roomy.columns) + [-weight(limit, 1, hour) for limit in limits]
    answer = solve(roomy, roomy.is_on([*plan, name]), weights, None)
    if answer.chosen is None:
        return None
    room = {limit: extra for limit, extra in zip(limits, answer.extras, strict=True) if extra}
    return Change(room, roomy.plan(answer.chosen), answer.is_proved)


def _with_extra_room(problem: Problem) -> tuple[Model, Sequence[Limit]]:
    """Give each limit a variable that adds to it."""
    plain = model(problem, has_room=False)
    limits = list(problem.room)
    most = [
        2 + sum(max((c.uses.get(each, 0) for c in ways), default=0) for ways in problem.columns.values())
        for each in limits
    ]
    rows = []
    for place, limit in enumerate(limits):
        of = {number: used for number, c in enumerate(plain.columns) if (used := c.uses.get(limit, 0))}
        rows.append(Row({**of, len(plain.columns) + place: -1}, most=problem.room[limit]))
    return Model(plain.columns, (*plain.rows, *rows), tuple(most)), limits
