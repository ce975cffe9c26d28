"""Whether a group of members would really do better by itself, reckoned again without a solver."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from icteregie.analysis.cost_sharing import NoShareError, weights
from icteregie.analysis.plan.candidates import value
from icteregie.analysis.plan.capacity import capacity
from icteregie.analysis.plan.checker import Entry, Wrong, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.kept import entry
from icteregie.portfolio.plan_file import PlanGroup
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class GroupFault:
    """What doesn't hold of a group: of its plan, or of what a member gets."""

    member: str = ""
    wrong: Wrong | None = None


def group_faults(
    portfolio: Portfolio, year: int, on: tuple[Entry, ...], group: PlanGroup
) -> Iterator[GroupFault]:
    """Look that a group is smaller than all, that its plan fits its own room, and each gets more."""
    everyone = tuple(portfolio.partnership.members)
    plan = tuple(entry(each) for each in group.placed)
    is_group = set(group.members) < set(everyone) and set(group.better) == set(group.members)
    if not is_group or any(not set(each.members) <= set(group.members) for each in plan):
        yield GroupFault()
        return
    again = reckon(portfolio, year, Constraints(), plan)
    yield from (GroupFault(wrong=wrong) for wrong in again.wrong if wrong.fault != "lacks")
    part = _part(portfolio, group.members)
    for limit, amount in sorted(capacity(portfolio, year, Constraints()).items()):
        short = again.used.get(limit, 0) - int(amount * part)
        if short > 0:
            yield GroupFault(wrong=Wrong("lacks", limit=limit, amount=short))
    for member, better in group.better.items():
        now, then = _worth(portfolio, year, on, member), _worth(portfolio, year, plan, member)
        if (better.plan, better.together) != (now, then) or then <= now:
            yield GroupFault(member)


def _part(portfolio: Portfolio, members: tuple[str, ...]) -> Fraction:
    """Give which part of the room is theirs, by the default key."""
    partnership = portfolio.partnership
    try:
        key = partnership.cost_keys[partnership.default_cost_key]
        parts = weights(key, partnership, tuple(partnership.members))
    except (KeyError, NoShareError):
        return Fraction(0)
    return sum((parts.get(member, Fraction(0)) for member in members), Fraction(0))


def _worth(portfolio: Portfolio, year: int, plan: tuple[Entry, ...], member: str) -> int:
    known = ((portfolio.initiatives.get(each.id), each) for each in plan if member in each.members)
    return sum(
        value(portfolio, initiative, (member,), each.start // 4 - year)
        for initiative, each in known
        if initiative is not None
    )
