"""Where what has to be on doesn't all fit: a smallest set that can't be on together, and what limits it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from icteregie.analysis.plan.best import Search, Solve
from icteregie.analysis.plan.model import model
from icteregie.analysis.plan.problem import Limit, Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Clash:
    """Without any one of ``ids`` the rest fits, and without any one of ``limits`` all of them do."""

    ids: tuple[str, ...]
    limits: tuple[Limit, ...]


def clash(problem: Problem, solve: Solve) -> Clash | None:
    """Name a smallest clash of what has to be on; None where all of it fits, or nobody found out.

    Where pins clash by themselves, it is of pins alone: then they are why there is no plan.
    Where the time is over while it is sought, the clash that is known by then may not be a smallest one.
    """

    def is_clash(ids: Iterable[str], limits: Iterable[Limit]) -> bool:
        kept = set(limits)
        capacity = {limit: amount for limit, amount in problem.capacity.items() if limit in kept}
        of = model(replace(problem, capacity=capacity, musts={}))
        answer = solve(Search(of, of.is_on(ids), [0] * len(of.uppers)))
        return answer.selected is None and answer.is_proved

    hopeless = [name for name in problem.musts if name not in problem.columns]
    pinned = [name for name in hopeless if problem.musts[name] == "pinned"]
    if pinned:
        return Clash((pinned[0],), ())
    every, limits = tuple(name for name in problem.musts if name in problem.columns), tuple(problem.capacity)
    pins = tuple(name for name in every if problem.musts[name] == "pinned")
    if pins and is_clash(pins, limits):
        every = pins
    elif not every or not is_clash(every, limits):
        return Clash((hopeless[0],), ()) if hopeless else None
    ids = _needed(every, lambda left: is_clash(left, limits))
    return Clash(ids, _needed(limits, lambda left: is_clash(ids, left)))


def _needed(items: Sequence[T], still: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """Leave out one after the other what can be missed, half of what is left at a time while that goes."""
    kept, size = list(items), len(items) // 2
    while size:
        start = 0
        while start < len(kept):
            left = kept[:start] + kept[start + size :]
            if still(left):
                kept = left
            else:
                start += size
        size //= 2
    return tuple(kept)
