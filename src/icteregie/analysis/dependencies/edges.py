"""Dependencies between initiatives, their slack, what lies before and after one, and what nobody has planned.

All days are those that are foreseen, as of the day of the portfolio.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from icteregie.analysis.foreseen import Span, foreseen_span
from icteregie.analysis.standing.standing import own_standing
from icteregie.analysis.standing.statuses import NotDone, is_later, is_over, not_done
from icteregie.diagnostics.types import Keys
from icteregie.portfolio.coherence import Dependency
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

DAY = timedelta(days=1)

Unplanned: TypeAlias = NotDone | Literal["later", "other-route"]
"""The status of what nobody is going to do; on a ``later`` agenda; or asking for another route."""


@dataclass(frozen=True, slots=True)
class Edge:
    """``dependent`` depends on ``on``; ``index`` is the 0-based position in its ``depends_on``.

    ``before`` and ``after`` are the foreseen periods of ``on`` and of ``dependent``.
    """

    dependent: Initiative
    on: Initiative
    link: Dependency
    index: int
    before: Span
    after: Span

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of what comes first and of what waits for it."""
        return self.on.id, self.dependent.id

    @property
    def counted_keys(self) -> Keys:
        """The way, in the file of ``on``, to the day from which this dependency counts."""
        if self.link.counts_from_start or self.before.fact is None:
            return "period", "start" if self.link.counts_from_start else "end"
        return self.before.fact.keys


def edges(portfolio: Portfolio) -> tuple[Edge, ...]:
    """List the dependencies between two different initiatives that both exist, by id and position."""
    return tuple(_edges(portfolio))


def _edges(portfolio: Portfolio) -> Iterator[Edge]:
    spans: dict[str, Span] = {}

    def span(initiative: Initiative) -> Span:
        if initiative.id not in spans:
            spans[initiative.id] = foreseen_span(portfolio, initiative)
        return spans[initiative.id]

    for dependent in portfolio.initiatives.values():
        for index, link in enumerate(dependent.depends_on):
            on = portfolio.initiatives.get(link.on)
            if on is not None and on is not dependent:
                yield Edge(dependent, on, link, index, span(on), span(dependent))


def earliest_date(link: Dependency, start: date, end: date) -> date:
    """Return the earliest start of the dependent, or its earliest end where the link holds that up.

    ``start`` and ``end`` are the first and last day of its predecessor, inclusive. What ends on
    30 June lets it start on 1 July; what starts on 1 July lets it end on 30 June. A lag counts
    from there, and one below 0 lets it overlap.
    """
    if link.kind == "finish-to-start":
        return link.lag.after(end + DAY)
    if link.kind == "start-to-start":
        return link.lag.after(start)
    return link.lag.after(start) - DAY if link.kind == "start-to-finish" else link.lag.after(end)


def earliest_date_of(edge: Edge) -> date | None:
    """Return the earliest date that an edge allows its dependent; None without a period."""
    before = edge.before
    if before.start is None or before.end is None:
        return None
    return earliest_date(edge.link, before.start, before.end)


def required_date_of(edge: Edge) -> date | None:
    """Return the day on which the dependent needs its predecessor, by its own period; None without one."""
    after = edge.after
    if after.start is None or after.end is None:
        return None
    return after.end if edge.link.holds_end else after.start


def slack(edge: Edge) -> int | None:
    """Count the days from earliest to required date; negative is too late, None without periods."""
    earliest, required = earliest_date_of(edge), required_date_of(edge)
    return None if earliest is None or required is None else (required - earliest).days


def window_slack(edge: Edge) -> int:
    """Count the days that its window lets the dependent move to later; 0 without a window."""
    window, end = edge.dependent.window, edge.after.end
    return 0 if window is None or end is None else max(0, (window.latest.last - end).days)


def is_within(tangles: Mapping[str, int], edge: Edge) -> bool:
    """Whether both ends wait for each other in circles: then no day of one can be held against the other."""
    before, after = (tangles.get(name) for name in edge.ends)
    return before is not None and before == after


@dataclass(frozen=True, slots=True)
class Step:
    """One dependency at ``depth`` steps from the start of the walk; 1 is a direct one.

    ``is_repeated`` says that its other end was reached before, and is not followed again.
    """

    edge: Edge
    depth: int
    is_repeated: bool


def predecessors(portfolio: Portfolio, name: str) -> tuple[Step, ...]:
    """Walk to everything that an initiative depends on, depth first, each followed once."""
    return _walk(portfolio, name, lambda edge: edge.dependent.id, lambda edge: edge.on.id)


def successors(portfolio: Portfolio, name: str) -> tuple[Step, ...]:
    """Walk to everything that depends on an initiative, depth first, each followed once."""
    return _walk(portfolio, name, lambda edge: edge.on.id, lambda edge: edge.dependent.id)


def _walk(
    portfolio: Portfolio, name: str, near: Callable[[Edge], str], far: Callable[[Edge], str]
) -> tuple[Step, ...]:
    edges_by_end: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges(portfolio):
        edges_by_end[near(edge)].append(edge)
    reached, steps = {name}, []
    # A stack and not recursion: a chain may be longer than the interpreter's stack is deep.
    waiting = [(edge, 1) for edge in _last_first(edges_by_end[name], far)]
    while waiting:
        edge, depth = waiting.pop()
        neighbour = far(edge)
        steps.append(Step(edge, depth, neighbour in reached))
        if neighbour not in reached:
            reached.add(neighbour)
            waiting.extend((further, depth + 1) for further in _last_first(edges_by_end[neighbour], far))
    return tuple(steps)


def _last_first(unsorted: list[Edge], far: Callable[[Edge], str]) -> list[Edge]:
    return sorted(unsorted, key=far, reverse=True)


def unplanned(portfolio: Portfolio, dependent: Initiative, on: Initiative) -> Unplanned | None:
    """Say why nobody has planned what an initiative waits for; None where it was done, or has its place."""
    if ended := not_done(on):
        return ended
    if is_later(on, dependent) and not is_over(on):
        return "later"
    return "other-route" if own_standing(portfolio, on) == "other-route" else None
