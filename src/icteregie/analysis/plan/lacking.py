"""What an initiative lacks beside a plan as it stands: at one start and for one set of members."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.plan.floors import below
from icteregie.analysis.plan.greedy import capacity_used, in_order
from icteregie.analysis.plan.problem import MONEY, Column, Limit, Plan, Problem

Lack: TypeAlias = Literal["room", "waits-for", "too-early", "holds-up", "together", "floor"]


@dataclass(frozen=True, slots=True)
class Lacks:
    """One thing that is short: so much of a limit, or another initiative that isn't on, or is in the way.

    Of a floor, ``other`` is the member that would get too small a share of the value.
    """

    what: Lack
    limit: Limit | None = None
    amount: int = 0
    other: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An initiative that isn't on, at the start at which it lacks least, with all that it lacks there."""

    column: Column
    lacks: tuple[Lacks, ...]


def lacking(problem: Problem, plan: Plan, hour: int) -> tuple[LeftOut, ...]:
    """Say of each candidate that could be on and isn't what it lacks, by id."""
    used = capacity_used(plan)
    return tuple(
        min(
            (LeftOut(column, tuple(_lacks(problem, plan, used, column))) for column in options),
            key=lambda each: (_weight(each, hour), each.column.start, -len(each.column.members)),
        )
        for name, options in sorted(problem.columns.items())
        if name not in plan
    )


def weight(limit: Limit, amount: int, hour: int) -> int:
    """Weigh so much room, in whole euros: an hour at what was laid down for one."""
    return amount * hour if limit.what == "hours" else amount


def _weight(left_out: LeftOut, hour: int) -> tuple[int, int]:
    """Put what another initiative stands in the way of after what lacks only room."""
    others = sum(each.what != "room" for each in left_out.lacks)
    return others, sum(weight(each.limit, each.amount, hour) for each in left_out.lacks if each.limit)


def _lacks(problem: Problem, plan: Plan, used: Mapping[Limit, int], column: Column) -> Iterator[Lacks]:
    for limit, amount in sorted(column.uses.items()):
        if limit in problem.capacity and (short := used.get(limit, 0) + amount - problem.capacity[limit]) > 0:
            yield Lacks("room", limit, short)
    for link in problem.links:
        if link.after == column.id and link.before not in plan:
            yield Lacks("waits-for", other=link.before)
        elif link.after == column.id and not in_order(link.link, plan[link.before], column):
            yield Lacks("too-early", other=link.before)
        elif (
            link.before == column.id
            and link.after in plan
            and not in_order(link.link, column, plan[link.after])
        ):
            yield Lacks("holds-up", other=link.after)
    for exclusion in problem.apart:
        if column.id in exclusion:
            yield from (Lacks("together", other=other) for other in sorted(exclusion & plan.keys()))
    for floor in below(problem.floors, {**plan, column.id: column})[:1]:
        yield Lacks("floor", other=floor.member)


def is_money(limit: Limit) -> bool:
    """Whether a limit is of money."""
    return limit.what in MONEY
