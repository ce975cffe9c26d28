"""A plan as people make one by hand: down the list, each at the first start that still fits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from icteregie.analysis.dependencies.edges import earliest_date
from icteregie.analysis.plan.problem import MUSTS, Column, Limit, Link, Plan, Problem
from icteregie.portfolio.coherence import Dependency


def greedy(problem: Problem, order: Iterable[str]) -> Plan:
    """Go down a list of ids, musts first: what fits comes on, together with what it waits for."""
    builder = Builder(problem)
    ranks = {name: rank for rank, name in enumerate(order)}
    heaviness = {name: MUSTS.index(must) for name, must in problem.musts.items()}

    def place(name: str) -> tuple[int, int, str]:
        return heaviness.get(name, len(MUSTS)), ranks.get(name, len(ranks)), name

    for name in sorted(problem.columns, key=place):
        builder.add(name)
    return dict(sorted(builder.plan.items()))


class Builder:
    """A plan that grows, one initiative after another, each as soon as it fits beside the rest."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.plan: dict[str, Column] = {}
        self.used: dict[Limit, int] = defaultdict(int)
        self.before: dict[str, list[Link]] = defaultdict(list)
        self.after: dict[str, list[Link]] = defaultdict(list)
        self.apart: dict[str, set[str]] = defaultdict(set)
        for link in problem.links:
            self.before[link.after].append(link)
            self.after[link.before].append(link)
        for exclusion in problem.apart:
            for name in exclusion:
                self.apart[name] |= exclusion - {name}

    def add(self, name: str) -> bool:
        """Put an initiative on, after what it waits for; where that fails all stays as it was."""
        if name in self.plan:
            return True
        added: list[str] = []
        if self._with_before(name, added):
            return True
        for each in reversed(added):
            self._take(self.plan.pop(each), -1)
        return False

    def _with_before(self, name: str, added: list[str]) -> bool:
        """Put on what comes first, from the far end: a stack, as chains can be longer than Python's own."""
        waiting: list[tuple[str, bool]] = [(name, False)]
        open_ones: set[str] = set()
        while waiting:
            each, is_ready = waiting.pop()
            if each in self.plan:
                continue
            if is_ready:
                column = self.first_that_fits(each)
                if column is None:
                    return False
                self.accept(column)
                added.append(each)
                continue
            if each in open_ones or each not in self.problem.columns:
                return False
            open_ones.add(each)
            waiting.append((each, True))
            waiting += [(link.before, False) for link in self.before[each] if link.before not in self.plan]
        return True

    def accept(self, column: Column) -> None:
        """Put an initiative on, in this way."""
        self.plan[column.id] = column
        self._take(column, 1)

    def _take(self, column: Column, sign: int) -> None:
        for limit, amount in column.uses.items():
            self.used[limit] += sign * amount

    def first_that_fits(self, name: str) -> Column | None:
        """Give the first way to do it that fits beside what is on; None where none does."""
        if not self.apart[name].isdisjoint(self.plan):
            return None
        return next((column for column in self.problem.columns[name] if self._fits(column)), None)

    def _fits(self, column: Column) -> bool:
        capacity = self.problem.capacity
        if any(
            amount + self.used[limit] > capacity[limit]
            for limit, amount in column.uses.items()
            if limit in capacity
        ):
            return False
        is_after = all(
            in_order(link.link, self.plan.get(link.before), column) for link in self.before[column.id]
        )
        return is_after and all(
            in_order(link.link, column, self.plan[link.after])
            for link in self.after[column.id]
            if link.after in self.plan
        )


def in_order(link: Dependency, before: Column | None, after: Column) -> bool:
    """Whether what waits may run as it does; not where what it waits for isn't there."""
    if before is None:
        return False
    needed = after.last if link.holds_end else after.first
    return earliest_date(link, before.first, before.last) <= needed


def capacity_used(plan: Plan) -> Mapping[Limit, int]:
    """Add up what a plan takes of everything."""
    used: dict[Limit, int] = defaultdict(int)
    for column in plan.values():
        for limit, amount in column.uses.items():
            used[limit] += amount
    return used
