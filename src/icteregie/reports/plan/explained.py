"""Who is left out of a plan, and why: what each lacks, and what would let in those that lack least."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from icteregie.analysis.plan.best import Solve, best, is_over
from icteregie.analysis.plan.changes import Change, Entrance, entrance, least_change
from icteregie.analysis.plan.lacking import LeftOut, lacking
from icteregie.analysis.plan.problem import Hopeless, Must, Plan, Problem

EXPLAINED = 10
"""Of those left out, so many that lack least are told what would let them in."""


@dataclass(frozen=True, slots=True)
class OffPlan:
    """An initiative that isn't on. ``hopeless`` where no plan can have it; else what it lacks.

    ``must`` is why it has to be on all the same, if it does; ``is_asked`` where somebody asked to have it
    explained.
    """

    id: str
    must: Must | None = None
    hopeless: Hopeless | None = None
    left_out: LeftOut | None = None
    entrance: Entrance | None = None
    is_asked: bool = False


def explained(
    problem: Problem, plan: Plan | None, hour: int, solve: Solve | None, asked: Collection[str] = ()
) -> tuple[OffPlan, ...]:
    """List those that are left out, by id; beside no plan at all, only who can never be on.

    With a solver it is sought what would let them in, of those that were asked for and those that lack
    least, as long as there is time. An hour weighs as many euros as ``hour`` says.
    """
    off = {each.id: each for each in _off(problem, plan, hour)}
    if solve is not None and plan is not None:
        near = sorted((each for each in off.values() if each.left_out), key=_distance)
        first = [each.id for each in near if each.id in asked]
        names = (*first, *[each.id for each in near if each.id not in asked][:EXPLAINED])
        for entered in _entrances(problem, plan, names, solve, hour):
            off[entered.id] = replace(off[entered.id], entrance=entered, is_asked=entered.id in asked)
    return tuple(off[name] for name in sorted(off))


def clashing(problem: Problem, ids: Collection[str], hour: int, solve: Solve) -> tuple[OffPlan, ...]:
    """List what each of those that clash lacks beside the best plan in which none of them has to be on.

    Where pins make a plan impossible, that is why. Nothing of who can never be on, nor when time is over.
    """
    known = problem.columns.keys() | problem.never.keys()
    if outside := [name for name in ids if name not in known]:
        return tuple(OffPlan(name, problem.musts[name], Hopeless("not-asking")) for name in outside)
    musts = {name: must for name, must in problem.musts.items() if name not in ids}
    freed = replace(problem, musts=musts, floors=())
    plan = best(freed, solve).plan
    if plan is None:
        return ()
    off = (each for each in lacking(freed, plan, hour) if each.column.id in ids)
    return tuple(OffPlan(each.column.id, problem.musts[each.column.id], left_out=each) for each in off)


def _entrances(
    problem: Problem, plan: Plan, names: Iterable[str], solve: Solve, hour: int
) -> Iterator[Entrance]:
    """Look for the least change of each first: that takes less time than the best plan with it."""
    changes: dict[str, Change | None] = {}
    for name in names:
        if is_over(solve):
            break
        changes[name] = least_change(problem, plan, name, solve, hour)
    for name, change in changes.items():
        yield entrance(problem, name, solve, change)


def _off(problem: Problem, plan: Plan | None, hour: int) -> Iterator[OffPlan]:
    for name, hopeless in problem.never.items():
        yield OffPlan(name, problem.required.get(name), hopeless)
    if plan is None:
        return
    for left_out in lacking(problem, plan, hour):
        yield OffPlan(left_out.column.id, problem.musts.get(left_out.column.id), left_out=left_out)


def _distance(each: OffPlan) -> tuple[int, int, str]:
    lacks = each.left_out.lacks if each.left_out else ()
    return sum(lack.what != "room" for lack in lacks), sum(lack.amount for lack in lacks), each.id
