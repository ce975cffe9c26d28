"""What would let an initiative in that was left out: the least extra room, and the best plan that has it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from icteregie.analysis.plan.best import Search, Solve, best
from icteregie.analysis.plan.greedy import capacity_used
from icteregie.analysis.plan.lacking import weight
from icteregie.analysis.plan.model import Model, Row, model
from icteregie.analysis.plan.problem import Limit, Plan, Problem


@dataclass(frozen=True, slots=True)
class Change:
    """Extra room with which it and all that is on are on, and the plan that takes exactly that much more.

    Where ``is_proved``, nothing less does; else less may do too.
    """

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


def entrance(problem: Problem, name: str, solve: Solve, change: Change | None = None) -> Entrance:
    """Look for the best plan with an initiative, beside the least change that lets it in."""
    result = best(problem, solve, also=(name,))
    never = result.is_impossible
    return Entrance(name, None if never else change, result.plan, is_never=never, is_best=result.is_proved)


def least_change(problem: Problem, plan: Plan, name: str, solve: Solve, hour: int) -> Change | None:
    """Ask for the least euros, and hours at their price, with which all these are on; they may move.

    None where no room lets it in beside all that is on, or where none was found in time.
    """
    extended, limits = _with_extra_capacity(_of_these(problem, {*plan, name}))
    weights = [0] * len(extended.columns) + [-weight(limit, 1, hour) for limit in limits]
    answer = solve(Search(extended, extended.is_on([*plan, name]), weights))
    if answer.selected is None:
        return None
    other = extended.plan(answer.selected)
    used = capacity_used(other)
    short = {limit: used.get(limit, 0) - there for limit, there in problem.capacity.items()}
    capacity = {limit: amount for limit, amount in short.items() if amount > 0}
    return Change(capacity, other, answer.is_proved)


def _of_these(problem: Problem, names: set[str]) -> Problem:
    """Leave of a puzzle these, and what they wait for: others only take room."""
    kept, waiting = set(names), list(names)
    before: dict[str, list[str]] = defaultdict(list)
    for link in problem.links:
        before[link.after].append(link.before)
    while waiting:
        more = [name for name in before[waiting.pop()] if name not in kept]
        kept.update(more)
        waiting += more
    return replace(
        problem,
        columns={name: options for name, options in problem.columns.items() if name in kept},
        links=tuple(link for link in problem.links if link.after in kept),
        musts={name: must for name, must in problem.musts.items() if name in kept},
    )


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
