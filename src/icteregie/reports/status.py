"""How far what was adopted is: declared and computed colours, money, silence, conditions, hours."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis.conditions import OpenCondition, conditions_open_on, state_on
from icteregie.analysis.foreseen import Foreseen, foreseen
from icteregie.analysis.foreseen_shares import Share, foreseen_shares
from icteregie.analysis.former_ids import current_ids
from icteregie.analysis.progress_state import (
    DeclaredWorse,
    Stopped,
    days_silent,
    days_since_report,
    declared_worse,
    done_on,
    hidden_red,
    is_silent,
    is_sleeping,
    newest_report,
    stopped_in,
)
from icteregie.analysis.rag_status import ColourChange, RagStatus, colour_changes, rag_status
from icteregie.analysis.slips import MissedDeadline, Pushed, Slips, missed_deadlines, pushed, slips
from icteregie.analysis.standing.statuses import is_decided, is_done, is_on_hold
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Lag
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.progress import Progress
from icteregie.reports.basis import Basis
from icteregie.reports.concern import Concern
from icteregie.reports.report import last_meeting
from icteregie.reports.status_hours import NO_HOURS, Quarters, added, hours_by_team


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One initiative; ``rag`` is None without a baseline, ``report`` without a report, ``days`` likewise.

    ``missed`` has the last days before its foreseen end, ``pushed`` its earliest end where what it waits for
    keeps it from ending when foreseen.
    """

    initiative: Initiative
    rag: RagStatus | None
    foreseen: Foreseen
    report: Progress | None
    days: int | None
    conditions: tuple[OpenCondition, ...]
    shares: tuple[Share, ...]
    colour_changes: tuple[ColourChange, ...]
    concerns: tuple[Concern, ...]
    pushed: Pushed | None = None
    missed: tuple[MissedDeadline, ...] = ()
    declared_worse: DeclaredWorse | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of one-off cost in whole euros, and the rows that are left out of agreed and foreseen.

    ``extra`` is foreseen of what is in ``no_baseline``; nobody knows what those in ``unknown`` cost.
    ``spent`` is of all rows, as far as reports say.
    """

    agreed: int
    foreseen: int
    spent: int
    no_baseline: tuple[StatusRow, ...]
    extra: int
    unknown: tuple[StatusRow, ...]


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The rows by id, since the ``meeting`` before; hours by team and initiative; what slips, if asked.

    ``year`` is the calendar year of the hours, and of what was done. ``stopped`` has what was stopped with
    money spent and last reported about in it.
    """

    basis: Basis
    year: int
    meeting: date | None
    rows: tuple[StatusRow, ...]
    team_hours: Mapping[str, Mapping[str, Quarters]]
    slips: Slips | None = None
    stopped: tuple[Stopped, ...] = ()

    @property
    def hours(self) -> Mapping[str, Quarters]:
        """The hours of each team by quarter, of all rows together."""
        return {team: added(parts.values()) for team, parts in self.team_hours.items()}

    @property
    def needing_attention(self) -> tuple[StatusRow, ...]:
        """The rows with something that needs attention."""
        return tuple(row for row in self.rows if row.concerns)

    def hours_of(self, row: StatusRow, team: str) -> int:
        """Give the hours that one row takes of a team in the year."""
        return sum(self.team_hours.get(team, {}).get(row.initiative.id, NO_HOURS))

    def totals(self) -> Totals:
        """Add what was agreed, what is foreseen and what was spent of the one-off cost.

        Agreed and foreseen only of what has both, so that their difference means something.
        """
        agreed = now = extra = 0
        no_baseline: list[StatusRow] = []
        for row in self.rows:
            cost = row.foreseen.one_off_total
            if row.rag is None and cost is not None:
                no_baseline.append(row)
                extra += cost
            elif row.rag is not None and cost is not None:
                agreed += row.rag.agreement.one_off
                now += cost
        return Totals(
            agreed,
            now,
            sum(row.foreseen.spent or 0 for row in self.rows),
            tuple(no_baseline),
            extra,
            tuple(row for row in self.rows if row.foreseen.one_off_total is None),
        )

    def member_shares(self) -> Iterator[Share]:
        """Add the shares of each member that takes part, in their order; what isn't known adds nothing."""
        for member in self.basis.portfolio.partnership.members:
            own = [share for row in self.rows for share in row.shares if share.member == member]
            if not own:
                continue
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
    for condition in conditions_open_on(portfolio, basis.day):
        for name in condition.initiatives:
            conditions.setdefault(current.get(name, name), []).append(condition)
    late = pushed(portfolio)
    rows = tuple(
        _row(portfolio, then, portfolio.initiatives[name], tuple(conditions.get(name, ())), late.get(name))
        for name in sorted(ids)
        if _counts(portfolio, portfolio.initiatives[name], wanted)
    )
    hours = hours_by_team(portfolio, {row.initiative.id for row in rows}, wanted)
    slipped = slips(portfolio, delays) if delays else None
    return StatusReport(basis, wanted, meeting, rows, hours, slipped, stopped_in(portfolio, ids, wanted))


def _counts(portfolio: Portfolio, initiative: Initiative, year: int) -> bool:
    if is_decided(initiative):
        return True
    end = done_on(portfolio, initiative) if is_done(initiative) else None
    return end is not None and end.year == year


def _row(
    portfolio: Portfolio,
    then: Portfolio | None,
    initiative: Initiative,
    conditions: tuple[OpenCondition, ...],
    late: Pushed | None,
) -> StatusRow:
    rag, now = rag_status(portfolio, initiative), foreseen(portfolio, initiative)
    before = rag_status(then, initiative) if then else None
    row = StatusRow(
        initiative,
        rag,
        now,
        newest_report(portfolio, initiative),
        days_silent(portfolio, initiative) or days_since_report(portfolio, initiative),
        conditions,
        foreseen_shares(portfolio, initiative, now),
        tuple(change for change in colour_changes(before, rag) if change.before) if rag else (),
        (),
        late,
        missed_deadlines(portfolio, initiative),
        declared_worse(portfolio, initiative),
    )
    return replace(row, concerns=tuple(_concerns(portfolio, row)))


def _concerns(portfolio: Portfolio, row: StatusRow) -> Iterator[Concern]:
    yield from _colour_concerns(portfolio, row)
    if is_on_hold(row.initiative):
        yield "on-hold"
    if row.foreseen.flag("overrun"):
        yield "overdue"
    if is_silent(portfolio, row.initiative):
        yield "silent"
    if is_sleeping(portfolio, row.initiative):
        yield "sleeping"
    if row.missed:
        yield "past-deadline"
    if row.pushed:
        yield "pushed"
    if row.rag is None:
        yield "no-baseline"
    if row.conditions:
        day = portfolio.day
        late = any(day and state_on(each.condition, day) == "overdue" for each in row.conditions)
        yield "condition-overdue" if late else "condition"


def _colour_concerns(portfolio: Portfolio, row: StatusRow) -> Iterator[Concern]:
    rag = row.rag
    if rag is None:
        return
    colours = {rag.agreed.time, rag.agreed.cost}
    if "red" in colours:
        yield "red"
    elif "amber" in colours:
        yield "amber"
    if hidden_red(portfolio, row.initiative):
        yield "watermelon"
    worse = row.declared_worse
    if worse is not None:
        yield "declared-red" if worse.colour == "red" else "declared-amber"
