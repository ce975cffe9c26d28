"""A plan that is kept as the ways in which it does each initiative, with what each is worth and takes."""

from collections.abc import Iterable

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.checker import Entry
from icteregie.analysis.plan.columns import columns
from icteregie.analysis.plan.constraints import Constraints, Pin
from icteregie.analysis.plan.problem import Column, Plan
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


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
