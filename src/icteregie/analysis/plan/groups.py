"""Whether some members would do better by themselves, with their own room and without pins and musts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Literal

from icteregie.analysis.plan.best import Search, Solve, is_over
from icteregie.analysis.plan.candidates import worth
from icteregie.analysis.plan.floors import weight_in_key
from icteregie.analysis.plan.model import Row, model
from icteregie.analysis.plan.problem import Column, Limit, Plan, Problem, value_of
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Group:
    """Members that would each get more value together than in the plan, and what they would do.

    ``better`` is by member the value in the plan and the value together.
    """

    members: tuple[str, ...]
    better: Mapping[str, tuple[int, int]]
    plan: Plan


@dataclass(frozen=True, slots=True)
class Coalitions:
    """The groups of which each member would get more, the smallest first; ``undecided`` is not known."""

    better: tuple[Group, ...] = ()
    undecided: tuple[tuple[str, ...], ...] = ()


def member_values(portfolio: Portfolio, plan: Plan) -> Mapping[str, int]:
    """Add up by member what a plan is worth for it."""
    return {
        member: sum(column.worth.get(member, 0) for column in plan.values())
        for member in portfolio.partnership.members
    }


def stand_alone(portfolio: Portfolio, problem: Problem, solve: Solve) -> Mapping[str, int]:
    """Reckon what each member would get by itself, at best, with its own part of the room."""
    alone: dict[str, int] = {}
    for member in portfolio.partnership.members:
        own = _own_problem(portfolio, problem, (member,))
        if own is None:
            continue
        of = model(own)
        answer = solve(Search(of, (), of.weights(lambda column: column.value))) if of.columns else None
        if answer is None or answer.selected is not None:
            alone[member] = value_of(of.plan(answer.selected or ())) if answer is not None else 0
    return alone


def coalitions(portfolio: Portfolio, problem: Problem, plan: Plan, solve: Solve) -> Coalitions:
    """Find every group, smaller than all, of which each member would get more."""
    now = member_values(portfolio, plan)
    everyone = tuple(portfolio.partnership.members)
    better: list[Group] = []
    undecided: list[tuple[str, ...]] = []
    for members in (m for size in range(1, len(everyone)) for m in combinations(everyone, size)):
        result = None if is_over(solve) else _alone(portfolio, problem, members, now, solve)
        if isinstance(result, Group):
            better.append(result)
        elif result is None:
            undecided.append(members)
    return Coalitions(tuple(better), tuple(undecided))


def _alone(
    portfolio: Portfolio, problem: Problem, members: tuple[str, ...], now: Mapping[str, int], solve: Solve
) -> Group | Literal[False] | None:
    """Give what a group would do; False where it would do no better, None where nobody found out."""
    own = _own_problem(portfolio, problem, members)
    if own is None:
        return False
    of = model(own)
    rows = [
        Row(
            {
                number: column.worth[member]
                for number, column in enumerate(of.columns)
                if column.worth.get(member)
            },
            least=now[member] + 1,
        )
        for member in members
    ]
    if any(sum(row.of.values()) < (row.least or 0) for row in rows):
        return False
    answer = solve(Search(of, rows, of.weights(lambda column: column.value)))
    if answer.selected is None:
        return False if answer.is_proved else None
    result = of.plan(answer.selected)
    then = member_values(portfolio, result)
    return Group(members, {member: (now[member], then[member]) for member in members}, result)


def _own_problem(portfolio: Portfolio, problem: Problem, members: tuple[str, ...]) -> Problem | None:
    """Give a group its part of the room, by the default key, and what it may do by itself."""
    parts = weight_in_key(portfolio, tuple(portfolio.partnership.members))
    if not parts:
        return None
    part = sum((parts[member] for member in members), Fraction(0))
    capacity: dict[Limit, int] = {
        limit: int(amount * part) for limit, amount in problem.capacity.items() if limit.what != "share"
    }
    options: dict[str, tuple[Column, ...]] = {}
    for name, columns in problem.columns.items():
        initiative = portfolio.initiatives[name]
        taking_part = _taking_part(portfolio, initiative, members)
        if taking_part is not None:
            options[name] = _of_group(portfolio, initiative, columns, taking_part, problem.year)
    kept = _without_waiting(problem, options)
    return replace(
        problem,
        columns=kept,
        capacity=capacity,
        musts={},
        floors=(),
        links=tuple(link for link in problem.links if link.after in kept),
        apart=tuple(
            exclusion & kept.keys() for exclusion in problem.apart if len(exclusion & kept.keys()) > 1
        ),
    )


def _taking_part(
    portfolio: Portfolio, initiative: Initiative, members: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Name those of a group that would do it; None where the format doesn't let them do it alone."""
    everyone = portfolio.participants(initiative)
    here = tuple(member for member in everyone if member in members)
    least = initiative.minimum_participants
    enough = len(everyone) if least is None else min(least, len(everyone))
    is_asked_by_another = initiative.submitter in everyone and initiative.submitter not in members
    return here if len(here) >= max(enough, 1) and not is_asked_by_another else None


def _of_group(
    portfolio: Portfolio,
    initiative: Initiative,
    columns: tuple[Column, ...],
    members: tuple[str, ...],
    year: int,
) -> tuple[Column, ...]:
    starts = {column.start: column for column in reversed(columns)}
    return tuple(
        replace(
            column,
            members=members,
            worth=worth(portfolio, initiative, members, column.start // 4 - year),
        )
        for _, column in sorted(starts.items())
    )


def _without_waiting(
    problem: Problem, options: Mapping[str, tuple[Column, ...]]
) -> dict[str, tuple[Column, ...]]:
    """Leave out what waits for something that the group doesn't do, and what waits for that."""
    kept = dict(options)
    is_changed = True
    while is_changed:
        lost = {link.after for link in problem.links if link.after in kept and link.before not in kept}
        is_changed = bool(lost)
        kept = {name: columns for name, columns in kept.items() if name not in lost}
    return kept
