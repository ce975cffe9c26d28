"""What a plan that was made says of those that it leaves out."""

from dataclasses import dataclass

from icteregie.analysis.plan.kept import limit_of
from icteregie.analysis.plan.lacking import Lack, Lacks
from icteregie.analysis.plan.problem import Hopeless, Limit
from icteregie.portfolio.plan_file import PlanChange, PlanLack, PlanLeftOut, PlanResult

_OTHERS: tuple[Lack, ...] = ("waits-for", "too-early", "holds-up", "together")


@dataclass(frozen=True, slots=True)
class Outside:
    """An initiative that a plan leaves out: why it can't be on, or else what it lacks beside the plan.

    ``change`` is the least room that lets it in, empty where only others have to move; None without one.
    """

    id: str
    hopeless: Hopeless | None = None
    lacks: tuple[Lacks, ...] = ()
    change: tuple[tuple[Limit, int], ...] | None = None


def outside(result: PlanResult) -> tuple[Outside, ...]:
    """Read what a plan that is kept says of those that it leaves out."""
    return tuple(_outside(each) for each in result.left_out)


def _outside(each: PlanLeftOut) -> Outside:
    if each.never is not None and each.never != "no-plan":
        return Outside(each.id, Hopeless(each.never, each.because_of or ""))
    lacks = tuple(lack for raw in each.lacks if (lack := _lack(raw)) is not None)
    return Outside(each.id, lacks=lacks, change=None if each.change is None else _change(each.change))


def _change(change: PlanChange) -> tuple[tuple[Limit, int], ...]:
    amounts = ((limit_of(each), each.amount) for each in change.capacity)
    return tuple(sorted((limit, amount) for limit, amount in amounts if limit is not None))


def _lack(lack: PlanLack) -> Lacks | None:
    """Read one thing that lacks; None of what a hand left half, so that it can't be worded."""
    if (limit := limit_of(lack)) is not None:
        return None if lack.amount is None else Lacks("room", limit, lack.amount)
    what = next((each for each in _OTHERS if each == lack.what), None)
    return Lacks(what, other=lack.id) if what and lack.id else None
