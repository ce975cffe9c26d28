"""What an initiative lacks beside a plan as it stands: at one start and for one set of members."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.plan.floors import below
from icteregie.analysis.plan.greedy import capacity_used, in_order
from icteregie.analysis.plan.problem import MONEY, Column, Limit, Link, Plan, Problem

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
    beside = _Beside(problem, plan)
    return tuple(
        min(
            (LeftOut(column, tuple(beside.lacks(column))) for column in options),
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


class _Beside:
    """A plan as it stands, with its links and choices by initiative."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem, self.plan, self.used = problem, plan, capacity_used(plan)
        self.links: dict[str, list[Link]] = defaultdict(list)
        self.apart: dict[str, list[frozenset[str]]] = defaultdict(list)
        for link in problem.links:
            self.links[link.after].append(link)
            self.links[link.before].append(link)
        for exclusion in problem.apart:
            for name in exclusion:
                self.apart[name].append(exclusion)

    def lacks(self, column: Column) -> Iterator[Lacks]:
        """List what one lacks beside the plan, when it is done so."""
        problem, plan = self.problem, self.plan
        for limit, amount in sorted(column.uses.items()):
            there = problem.capacity.get(limit)
            if there is not None and (short := self.used.get(limit, 0) + amount - there) > 0:
                yield Lacks("room", limit, short)
        for link in self.links[column.id]:
            yield from self._of_link(link, column)
        for exclusion in self.apart[column.id]:
            yield from (Lacks("together", other=other) for other in sorted(exclusion & plan.keys()))
        with_it = {**plan, column.id: column} if problem.floors else plan
        for floor in below(problem.floors, with_it)[:1]:
            yield Lacks("floor", other=floor.member)

    def _of_link(self, link: Link, column: Column) -> Iterator[Lacks]:
        plan = self.plan
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


def is_money(limit: Limit) -> bool:
    """Whether a limit is of money."""
    return limit.what in MONEY
