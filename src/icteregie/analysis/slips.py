"""What slips if this slips, compared with the schedule without a delay, and what is pushed without one.

Both schedules are the forward pass of ``analysis.dependencies.schedule`` over the periods that are foreseen:
durations stay, and what runs keeps its start. Where plans fit, the schedule without a delay is what the
files foresee; where they don't, it is what the dependencies allow, so that a delay is never blamed for
what was too late already.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.dependencies.edges import edges, slack
from icteregie.analysis.dependencies.schedule import (
    Slot,
    order_outside_circles,
    schedule,
    schedule_in_order,
    slot_after,
)
from icteregie.analysis.foreseen import DAY, foreseen_span, is_begun
from icteregie.analysis.obligations import deadlines
from icteregie.analysis.standing.statuses import is_decided, is_over
from icteregie.portfolio.coherence import Dependency
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Lag
from icteregie.portfolio.portfolio import Portfolio

LimitKind: TypeAlias = Literal["statutory", "contractual", "choice", "window", "time-box"]
"""Whose last day it is: an obligation by its kind, the window that it may move in, or its time box."""
NEEDS = frozenset(
    {
        "baseline",
        "depends_on",
        "experiment",
        "obligation",
        "period",
        "progress",
        "rebaselines",
        "status",
        "window",
    }
)
"""The keys of an initiative that say what slips with it."""


@dataclass(frozen=True, slots=True)
class MissedDeadline:
    """A last day that was met without the delay and is missed with it; ``basis`` as the file words it."""

    day: date
    kind: LimitKind
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """An initiative that ends later: its last day without and with the delay, both inclusive.

    ``start_before`` and ``start`` are its first days; what runs keeps it. ``days`` counts the calendar days
    that its end moves. ``link`` is the dependency that pushes it, None where its own delay does. ``missed``
    has the deadlines that this breaks, the earliest first.
    """

    id: str
    start_before: date
    start: date
    end_before: date
    end: date
    link: Dependency | None
    missed: tuple[MissedDeadline, ...] = ()

    @property
    def days(self) -> int:
        """The calendar days between its last day without and with the delay."""
        return (self.end - self.end_before).days


@dataclass(frozen=True, slots=True)
class Slips:
    """What slips, each after what pushes it; ``unknown`` has, by id, what can't be said.

    That is what is delayed or waits for it, and has no period, or lies in or behind a circle.
    """

    rows: tuple[Slip, ...] = ()
    unknown: tuple[str, ...] = ()


def slips(portfolio: Portfolio, delays: Mapping[str, Lag]) -> Slips:
    """Say what ends later when each of ``delays``, by id, ends so much later than it would.

    What has not begun starts as much later. A delay of nothing, or below it, moves nothing; nor does one of
    what is over or isn't there.
    """
    in_order = order_outside_circles(portfolio)
    before = schedule_in_order(portfolio, in_order)
    after: dict[str, Slot] = {}
    for name in in_order:
        if name in before:
            initiative = portfolio.initiatives[name]
            own = _delayed(before[name], delays.get(name, Lag()), keeps_start=is_begun(initiative))
            after[name] = slot_after(initiative, own.start, own.end, after)
    rows = (_slip(portfolio.initiatives[name], before[name], after[name]) for name in after)
    moved = tuple(row for row in rows if row.days > 0)
    return Slips(moved, _unknown(portfolio, before, {*delays} & {*portfolio.initiatives}, moved))


def _delayed(slot: Slot, delay: Lag, *, keeps_start: bool) -> Slot:
    moved = max(_later(slot.end, delay), slot.end) - slot.end
    return Slot(slot.start if keeps_start else slot.start + moved, slot.end + moved)


def _later(end: date, delay: Lag) -> date:
    """Add a delay to a last day: three months after the end of February is the end of May."""
    following = end + DAY
    if delay.months and following.day == 1:
        return delay.after(following) - DAY
    return delay.after(end)


def _slip(initiative: Initiative, before: Slot, after: Slot) -> Slip:
    link = next((each for each in initiative.depends_on if each.on == after.driver), None)
    missed = tuple(limit for limit in limits(initiative) if before.end <= limit.day < after.end)
    return Slip(initiative.id, before.shown_start, after.shown_start, before.end, after.end, link, missed)


def limits(initiative: Initiative) -> tuple[MissedDeadline, ...]:
    """List the last days by which it must have ended, the earliest first; on the day itself it is in time.

    What an outside party delivers is none of them: that day is theirs to keep. Nor is what can't be read.
    """
    last_days = [
        MissedDeadline(deadline.day, deadline.obligation.kind, deadline.obligation.basis)
        for deadline in deadlines(initiative)
    ]
    window, experiment = getattr(initiative, "window", None), getattr(initiative, "experiment", None)
    if window is not None:
        last_days.append(MissedDeadline(window.latest.last, "window"))
    if experiment is not None:
        last_days.append(MissedDeadline(experiment.time_box.last, "time-box"))
    return tuple(sorted(last_days, key=lambda limit: limit.day))


def _unknown(
    portfolio: Portfolio, slots: Mapping[str, Slot], delayed: set[str], rows: tuple[Slip, ...]
) -> tuple[str, ...]:
    """Name what is live, delayed or waiting for what moves, and has no place in the schedule."""
    dependents: dict[str, list[str]] = defaultdict(list)
    for name, initiative in portfolio.initiatives.items():
        for link in initiative.depends_on:
            dependents[link.on].append(name)
    moved = {row.id for row in rows}
    waiting = [*moved, *(name for name in delayed if name not in slots)]
    reached = {name for name in waiting if name not in slots}
    while waiting:
        for name in dependents[waiting.pop()]:
            if name not in slots and name not in reached:
                reached.add(name)
                waiting.append(name)
    return tuple(sorted(name for name in reached if not is_over(portfolio.initiatives[name])))


@dataclass(frozen=True, slots=True)
class Slack:
    """How many days what comes first can slip before a dependent does, by what is foreseen of both.

    Negative is too late already.
    """

    dependent: str
    link: Dependency
    days: int


def slack_to_dependents(portfolio: Portfolio) -> Mapping[str, tuple[Slack, ...]]:
    """Give by id the slack to each direct dependent, the least first; of equals by id.

    Those that are over are left out, and those that run and only waited to start. So is one of which the
    period isn't known.
    """
    slacks: dict[str, list[Slack]] = defaultdict(list)
    for edge in edges(portfolio):
        days = slack(edge)
        if days is None or is_over(edge.on) or is_over(edge.dependent):
            continue
        if edge.link.holds_end or not is_begun(edge.dependent):
            slacks[edge.on.id].append(Slack(edge.dependent.id, edge.link, days))
    return {name: tuple(sorted(each, key=lambda s: (s.days, s.dependent))) for name, each in slacks.items()}


@dataclass(frozen=True, slots=True)
class Pushed:
    """The earliest last day of an initiative, ``days`` after the foreseen one, and the id of what pushes it.

    ``missed`` has all last days that this end comes after, the earliest first.
    """

    id: str
    end: date
    days: int
    driver: str
    missed: tuple[MissedDeadline, ...] = ()


def missed_deadlines(portfolio: Portfolio, initiative: Initiative) -> tuple[MissedDeadline, ...]:
    """List the last days of what was decided on that its own foreseen end comes after, the earliest first."""
    end = foreseen_span(portfolio, initiative).end if is_decided(initiative) else None
    return tuple(limit for limit in limits(initiative) if end is not None and limit.day < end)


def pushed(portfolio: Portfolio) -> Mapping[str, Pushed]:
    """Find, by id, what was decided on and can only end later than foreseen; circles are not judged."""
    pushed_by = {}
    for name, slot in sorted(schedule(portfolio).items()):
        initiative = portfolio.initiatives[name]
        end = foreseen_span(portfolio, initiative).end
        if slot.driver is None or end is None or slot.end <= end or not is_decided(initiative):
            continue
        missed = tuple(limit for limit in limits(initiative) if limit.day < slot.end)
        pushed_by[name] = Pushed(name, slot.end, (slot.end - end).days, slot.driver, missed)
    return pushed_by
