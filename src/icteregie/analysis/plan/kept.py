"""Between the plan as a file keeps it and as it is reckoned with: quarters, limits, and what differs."""

from collections.abc import Iterable, Mapping

from icteregie.analysis.plan.checker import Entry
from icteregie.analysis.plan.problem import MONEY, Limit
from icteregie.analysis.plan.quarters import quarter_of
from icteregie.portfolio.plan_file import Placed, PlanLack, PlanRoom


def entry(placed: Placed) -> Entry:
    """Read what is placed."""
    return Entry(placed.id, quarter_of(placed.start.first), placed.members)


def limit_of(amount: PlanRoom | PlanLack) -> Limit | None:
    """Read of what limit a file speaks; None of what no limit has, or a part lacks."""
    if amount.what == "hours" and amount.quarter is not None and amount.team:
        return Limit("hours", quarter_of(amount.quarter.first), amount.team)
    if amount.what == "share" and amount.year is not None and amount.member:
        return Limit("share", amount.year, amount.member)
    if amount.what in MONEY and amount.year is not None:
        return Limit(amount.what, amount.year)
    return None


def with_differences(
    plan: Iterable[Placed], differing: Iterable[Placed], out: Iterable[str] = ()
) -> tuple[Entry, ...]:
    """Give another plan from what differs of it."""
    every = {each.id: entry(each) for each in plan} | {each.id: entry(each) for each in differing}
    left_out = set(out)
    return tuple(each for name, each in sorted(every.items()) if name not in left_out)


def differences(plan: Mapping[str, Entry], other: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """Give of another plan only what is not the same in the plan."""
    return tuple(each for name, each in sorted(other.items()) if plan.get(name) != each)
