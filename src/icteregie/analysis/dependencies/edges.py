"""Which initiative waits for which, and when the one is ready for the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from icteregie.portfolio.coherence import Dependency
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Period
from icteregie.portfolio.portfolio import Portfolio

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Edge:
    """``dependent`` waits for ``on``; ``index`` is its 0-based position in ``depends_on``."""

    dependent: Initiative
    on: Initiative
    link: Dependency
    index: int


def edges(portfolio: Portfolio) -> Iterator[Edge]:
    """List the dependencies between two initiatives that both exist, by id and position."""
    for dependent in portfolio.initiatives.values():
        for index, link in enumerate(dependent.depends_on):
            on = portfolio.initiatives.get(link.on)
            if on is not None and on is not dependent:
                yield Edge(dependent, on, link, index)


def ready(link: Dependency, start: date, end: date) -> date:
    """Give the first day on which the dependent may start (or, finish-to-finish, finish).

    ``start`` and ``end`` are the first and last day of what it waits for. Something that
    ends on 30 June is ready on 1 July; a lag counts from there.
    """
    if link.kind == "finish-to-start":
        return link.lag.after(end + DAY)
    if link.kind == "start-to-start":
        return link.lag.after(start)
    return link.lag.after(end)


def ready_on(edge: Edge) -> date | None:
    """Give the first day on which an edge lets its dependent go on; None without a period."""
    before = edge.on.period
    return ready(edge.link, before.start.first, before.end.last) if before else None


def wanted(link: Dependency, period: Period) -> date:
    """Give the day on which the dependent counts on it, by its own period."""
    return period.end.last if link.kind == "finish-to-finish" else period.start.first


def slack(edge: Edge) -> int | None:
    """Count the days between ready and wanted; negative is too late, None without periods."""
    free, after = ready_on(edge), edge.dependent.period
    if free is None or after is None:
        return None
    return (wanted(edge.link, after) - free).days


def room(initiative: Initiative) -> int:
    """Count the days that its window lets it move to a later time; 0 without a window."""
    if initiative.window is None or initiative.period is None:
        return 0
    return max(0, (initiative.window.latest.last - initiative.period.end.last).days)
