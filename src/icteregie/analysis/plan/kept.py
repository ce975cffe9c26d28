"""Between the plan as a file keeps it and as it is reckoned with: quarters, limits, lacks, differences."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.checker import Entry, Wrong
from icteregie.analysis.plan.columns import columns
from icteregie.analysis.plan.constraints import Constraints, Pin
from icteregie.analysis.plan.problem import MONEY, Column, Limit, Plan
from icteregie.analysis.plan.quarters import quarter_of
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.plan_file import Placed, PlanLack, PlanRoom
from icteregie.portfolio.portfolio import Portfolio

Short: TypeAlias = tuple[str, Limit | None, int, str]
"""What it is, so much of which limit, or which other initiative."""


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


def of_lack(lack: PlanLack) -> Short:
    """Read one thing that is lacking, so that it can be compared."""
    limit = limit_of(lack)
    return ("room" if limit else lack.what, limit, lack.amount or 0, lack.id or "")


def of_wrong(wrong: Wrong, name: str) -> Short:
    """Give what doesn't hold beside the plan as what an initiative lacks."""
    if wrong.fault == "lacks":
        return "room", wrong.limit, wrong.amount, ""
    if wrong.fault == "together":
        return "together", None, 0, wrong.other if wrong.id == name else wrong.id
    if wrong.fault == "too-early" and wrong.id != name:
        return "holds-up", None, 0, wrong.id
    return wrong.fault, None, 0, wrong.other


def kept_columns(portfolio: Portfolio, year: int, plan: Iterable[Entry]) -> Plan:
    """Give each entry its way; what isn't asked for any more, or can't be done so now, is left out."""
    asked = {initiative.id: initiative for initiative in candidates(portfolio, year)}
    kept = (_column(portfolio, asked[entry.id], entry, year) for entry in plan if entry.id in asked)
    return {column.id: column for column in kept if column is not None}


def _column(portfolio: Portfolio, initiative: Initiative, entry: Entry, year: int) -> Column | None:
    pinned = Constraints(pins={entry.id: Pin(members=entry.members)})
    first = entry.start // 4
    every = columns(portfolio, initiative, year, range(first, first + 1), pinned)
    return next((column for column in every if column.start == entry.start), None)
