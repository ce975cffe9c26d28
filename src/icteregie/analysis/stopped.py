"""What was stopped after money was spent on it."""

from collections.abc import Collection
from dataclasses import dataclass

from icteregie.analysis.foreseen import foreseen
from icteregie.analysis.progress_state import newest_report
from icteregie.analysis.standing.statuses import is_stopped
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Stopped:
    """What was spent on what was stopped, and what must still be paid, in whole euros."""

    initiative: Initiative
    spent: int
    due: int


def stopped_in(portfolio: Portfolio, ids: Collection[str], year: int) -> tuple[Stopped, ...]:
    """List, by id, what of these was stopped and has its last report in a year, if money was spent."""
    stops = []
    for initiative in (portfolio.initiatives[name] for name in sorted(ids)):
        report = newest_report(portfolio, initiative) if is_stopped(initiative) else None
        if report is None or report.date.year != year:
            continue
        now = foreseen(portfolio, initiative)
        due = now.flag("still-due")
        if now.spent is not None:
            stops.append(Stopped(initiative, now.spent, due.amount if due else 0))
    return tuple(stops)
