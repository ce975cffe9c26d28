"""How far what was adopted is: declared and computed colours, money, silence, conditions, hours."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.budget import team_hours
from icteregie.analysis.conditions import OpenCondition, open_conditions, state_on
from icteregie.analysis.cost_sharing import NoShareError, share_of
from icteregie.analysis.foreseen import Foreseen, foreseen, is_begun
from icteregie.analysis.former_ids import current_ids
from icteregie.analysis.progress_state import days_silent, is_silent, is_sleeping, newest_report
from icteregie.analysis.rag_status import WORST_LAST, RagStatus, rag_status
from icteregie.analysis.slips import Slips, slips
from icteregie.analysis.standing.statuses import is_decided, is_done
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Lag
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.progress import Colour, Progress
from icteregie.reports.basis import Basis
from icteregie.reports.report import last_meeting

Concern: TypeAlias = Literal[
    "red",
    "amber",
    "watermelon",
    "silent",
    "sleeping",
    "overdue",
    "condition-overdue",
    "condition",
    "no-baseline",
]
"""Why something needs attention. ``overdue``: it runs past its own foreseen end. ``watermelon``: declared
green, and red against the agreement in force."""
Aspect: TypeAlias = Literal["time", "cost"]
ASPECTS: tuple[Aspect, ...] = ("time", "cost")


@dataclass(frozen=True, slots=True)
class Share:
    """What one member pays of an initiative, in whole euros; None where that isn't known.

    ``spent`` is its share of what was spent, ``one_off`` of the foreseen cost of all years, ``recurring`` of
    the foreseen cost of a year.
    """

    member: str
    spent: int | None
    one_off: int | None
    recurring: int | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A colour against the agreement in force that differs from that on the day of the last meeting."""

    aspect: Aspect
    before: Colour
    after: Colour

    @property
    def is_worse(self) -> bool:
        """Whether it went from better to worse."""
        return WORST_LAST.index(self.after) > WORST_LAST.index(self.before)


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One initiative; ``rag`` is None without a baseline, ``report`` without a report, ``days`` likewise."""

    initiative: Initiative
    rag: RagStatus | None
    foreseen: Foreseen
    report: Progress | None
    days: int | None
    conditions: tuple[OpenCondition, ...]
    shares: tuple[Share, ...]
    turns: tuple[Turn, ...]
    concerns: tuple[Concern, ...]


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The rows by id, since the ``meeting`` before; hours by team and quarter; what slips, if asked.

    ``year`` is the calendar year of the hours, and of what was done.
    """

    basis: Basis
    year: int
    meeting: date | None
    rows: tuple[StatusRow, ...]
    hours: Mapping[str, tuple[int, int, int, int]]
    slips: Slips | None = None

    def totals(self) -> tuple[int, int, int]:
        """Add what was agreed, what is foreseen and what was spent of the one-off cost, in whole euros.

        Of what has no baseline, no forecast or no amount spent, nothing is added.
        """
        agreed = sum(row.rag.agreement.one_off for row in self.rows if row.rag)
        now = sum(row.foreseen.one_off_total or 0 for row in self.rows)
        return agreed, now, sum(row.foreseen.spent or 0 for row in self.rows)

    def member_shares(self) -> Iterator[Share]:
        """Add the shares of each member, in the order of the members; what isn't known adds nothing."""
        for member in self.basis.portfolio.partnership.members:
            own = [share for row in self.rows for share in row.shares if share.member == member]
            yield Share(
                member,
                sum(share.spent or 0 for share in own),
                sum(share.one_off or 0 for share in own),
                sum(share.recurring or 0 for share in own),
            )


def status_report(
    basis: Basis, ids: Collection[str], year: int | None = None, delays: Mapping[str, Lag] | None = None
) -> StatusReport:
    """Describe what was adopted, runs, is on hold, or was done in the year; None is the year of today."""
    portfolio, wanted = basis.portfolio, year or basis.day.year
    meeting = last_meeting(portfolio.partnership, basis.day, is_before=True)
    then = replace(portfolio, day=meeting) if meeting else None
    current = current_ids(portfolio)
    conditions: dict[str, list[OpenCondition]] = {}
    for condition in open_conditions(portfolio):
        for name in condition.initiatives:
            conditions.setdefault(current.get(name, name), []).append(condition)
    rows = tuple(
        _row(portfolio, then, portfolio.initiatives[name], tuple(conditions.get(name, ())))
        for name in sorted(ids)
        if _counts(portfolio, portfolio.initiatives[name], wanted)
    )
    hours = _hours(portfolio, {row.initiative.id for row in rows}, wanted)
    return StatusReport(basis, wanted, meeting, rows, hours, slips(portfolio, delays) if delays else None)


def _counts(portfolio: Portfolio, initiative: Initiative, year: int) -> bool:
    if is_decided(initiative):
        return True
    end = foreseen(portfolio, initiative).end if is_done(initiative) else None
    return end is not None and end.year == year


def _row(
    portfolio: Portfolio,
    then: Portfolio | None,
    initiative: Initiative,
    conditions: tuple[OpenCondition, ...],
) -> StatusRow:
    rag, now = rag_status(portfolio, initiative), foreseen(portfolio, initiative)
    before = rag_status(then, initiative) if then else None
    row = StatusRow(
        initiative,
        rag,
        now,
        newest_report(portfolio, initiative),
        days_silent(portfolio, initiative),
        conditions,
        tuple(_shares(portfolio, initiative, now)),
        tuple(_turns(before, rag)) if before and rag else (),
        (),
    )
    return replace(row, concerns=tuple(_concerns(portfolio, row)))


def _turns(before: RagStatus, after: RagStatus) -> Iterator[Turn]:
    for aspect in ASPECTS:
        was, is_now = getattr(before.agreed, aspect), getattr(after.agreed, aspect)
        if was is not None and is_now is not None and was != is_now:
            yield Turn(aspect, was, is_now)


def _concerns(portfolio: Portfolio, row: StatusRow) -> Iterator[Concern]:
    yield from _colour_concerns(row)
    if row.foreseen.flag("overrun"):
        yield "overdue"
    if is_silent(portfolio, row.initiative):
        yield "silent"
    if is_sleeping(portfolio, row.initiative):
        yield "sleeping"
    if row.rag is None:
        yield "no-baseline"
    if row.conditions:
        day = portfolio.day
        late = any(day and state_on(each.condition, day) == "overdue" for each in row.conditions)
        yield "condition-overdue" if late else "condition"


def _colour_concerns(row: StatusRow) -> Iterator[Concern]:
    rag, report = row.rag, row.report
    if rag is None:
        return
    colours = {rag.agreed.time, rag.agreed.cost}
    if "red" in colours:
        yield "red"
    elif "amber" in colours:
        yield "amber"
    if report and is_begun(row.initiative) and any(_hides(rag, report, aspect) for aspect in ASPECTS):
        yield "watermelon"


def _hides(rag: RagStatus, report: Progress, aspect: Aspect) -> bool:
    """Whether a report calls green what is red against the agreement in force."""
    declared: Colour | None = getattr(report, aspect)
    counted: Colour | None = getattr(rag.agreed, aspect)
    return (declared, counted) == ("green", "red")


def _shares(portfolio: Portfolio, initiative: Initiative, now: Foreseen) -> Iterator[Share]:
    """Share what was spent and what is foreseen, each by itself; unknown where the key gives no weight."""
    amounts = (now.spent, now.one_off_total, now.recurring_level)
    parts: list[Mapping[str, int]] = []
    try:
        parts = [{} if amount is None else share_of(portfolio, initiative, amount) for amount in amounts]
    except NoShareError:
        return
    for member in portfolio.participants(initiative):
        yield Share(member, *(part.get(member) for part in parts))


def _hours(portfolio: Portfolio, ids: Collection[str], year: int) -> Mapping[str, tuple[int, int, int, int]]:
    """Add the hours of each team in the four quarters of a year, of these initiatives only."""
    found: dict[str, list[int]] = {}
    for (team, of_year, quarter), parts in team_hours(portfolio).items():
        hours = sum(amount for name, amount in parts.items() if name in ids) if of_year == year else 0
        if hours:
            found.setdefault(team, [0, 0, 0, 0])[quarter - 1] += hours
    return {team: (q[0], q[1], q[2], q[3]) for team, q in found.items()}
