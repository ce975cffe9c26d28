"""What a meeting needs: what it decides or advises on, what is still open, and what is new since the last."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.conditions import OpenCondition, conditions_open_on, state_on
from icteregie.analysis.decisions import Advised
from icteregie.analysis.discussion import Cause, backdrop, discussion_causes
from icteregie.analysis.meeting_subjects import Subjects, meeting_subjects, newest_advice
from icteregie.analysis.progress_state import days_silent, is_silent
from icteregie.analysis.rag_status import WORST_LAST, Aspect, colour_changes, rag_status
from icteregie.analysis.slips import Pushed, pushed
from icteregie.analysis.standing.statuses import is_decided
from icteregie.analysis.unanswered.deadlines import UnansweredDeadline
from icteregie.analysis.unanswered.landscape import unjudged_members
from icteregie.analysis.unanswered.listed import unanswered_deadlines
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Body, Meeting
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.progress import Colour
from icteregie.reports.basis import Basis
from icteregie.reports.meeting_changes import Since, changes_since

Handling: TypeAlias = Literal["discussion", "no-discussion", "information"]
"""How a meeting takes an item: it talks about it, it decides without talking, or it only takes note."""


FilesOf: TypeAlias = Literal["now", "then", "unknown"]
"""Which files the pack is made of: those on disk for a coming meeting, or what main had when the day of a
past one began; ``unknown`` are those on disk, because the history doesn't tell what main had."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is decided or advised on; without ``causes`` it needs no discussion. Whole euros, None unknown."""

    initiative: Initiative
    causes: tuple[Cause, ...]
    one_off: int | None
    recurring: int | None
    advised: Advised | None

    @property
    def handling(self) -> Handling:
        """For discussion as soon as there is a cause for it."""
        return "discussion" if self.causes else "no-discussion"


@dataclass(frozen=True, slots=True)
class ConditionItem:
    """A condition that is open; for discussion once its last day is past."""

    open: OpenCondition
    is_overdue: bool

    @property
    def handling(self) -> Handling:
        """For discussion where somebody is too late with it."""
        return "discussion" if self.is_overdue else "information"


@dataclass(frozen=True, slots=True)
class Turned:
    """Progress of which the calculated signal differs from that on the day of the meeting before."""

    initiative: Initiative
    quantity: Aspect
    before: Colour | None
    now: Colour

    @property
    def handling(self) -> Handling:
        """For discussion when it is red now."""
        return "discussion" if self.now == "red" else "information"


@dataclass(frozen=True, slots=True)
class LateChain:
    """What can't end when foreseen because of what it waits for; for discussion if that misses a date."""

    initiative: Initiative
    pushed: Pushed

    @property
    def handling(self) -> Handling:
        """For discussion when a last day is missed."""
        return "discussion" if self.pushed.missed else "information"


@dataclass(frozen=True, slots=True)
class Silence:
    """What runs, and on which nobody reported for so many days."""

    initiative: Initiative
    days: int


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """The pack of one meeting; ``before`` is the day of that body's meeting before, None at its first.

    The day of the basis is that as of which all of it is said. ``not_judged`` are the members without a
    landscape. ``steady`` counts the initiatives whose
    progress did not turn, and that are neither pushed nor silent. ``agenda`` is the year that it decides or
    advises about, if any.
    """

    basis: Basis
    meeting: Meeting
    body: Body
    before: date | None
    agenda: int | None
    subjects: tuple[Subject, ...]
    conditions: tuple[ConditionItem, ...]
    since: Since
    turned: tuple[Turned, ...]
    steady: int
    unanswered: tuple[UnansweredDeadline, ...]
    chains: tuple[LateChain, ...] = ()
    silent: tuple[Silence, ...] = ()
    files: FilesOf = "now"
    not_judged: tuple[str, ...] = ()


def meeting_before(portfolio: Portfolio, meeting: Meeting) -> date | None:
    """Give the day of the meeting before of the same body; None at its first."""
    days = (m.date for m in portfolio.partnership.meetings if m.body == meeting.body)
    return max((day for day in days if day < meeting.date), default=None)


def meeting_report(
    basis: Basis, meeting: Meeting, earlier: Portfolio | None, files: FilesOf = "now"
) -> MeetingReport:
    """Gather what a meeting needs; ``earlier`` is what main had at the end of the day of the one before."""
    portfolio = basis.portfolio
    body, before = portfolio.partnership.bodies[meeting.body], meeting_before(portfolio, meeting)
    on_table = meeting_subjects(portfolio, meeting.date, body)
    subjects = tuple(_subjects(portfolio, on_table, basis.day))
    chains, silent = tuple(_chains(portfolio)), tuple(_silent(portfolio))
    noted = {each.initiative.id for each in chains} | {each.initiative.id for each in silent}
    turned, steady = _turned(portfolio, before, noted)
    return MeetingReport(
        basis,
        meeting,
        body,
        before,
        on_table.agenda,
        subjects,
        tuple(_conditions(portfolio, basis.day)),
        changes_since(portfolio, before, earlier),
        turned,
        steady,
        unanswered_deadlines(portfolio, basis.day),
        files=files,
        chains=chains,
        silent=silent,
        not_judged=unjudged_members(portfolio, basis.day),
    )


def _subjects(portfolio: Portfolio, on_table: Subjects, day: date) -> Iterator[Subject]:
    advice = newest_advice(portfolio, on_table.agenda, day)
    behind = backdrop(portfolio)
    for each in on_table.initiatives:
        about = advice.get(each.id)
        causes = tuple(discussion_causes(portfolio, each, on_table.initiatives, about, behind))
        yield Subject(each, causes, each.one_off_total, each.recurring_most, about)


def _conditions(portfolio: Portfolio, day: date) -> Iterator[ConditionItem]:
    """List what lists before the meeting left open, what is overdue first."""
    items = [
        ConditionItem(each, state_on(each.condition, day) == "overdue")
        for each in conditions_open_on(portfolio, day)
    ]
    yield from sorted(items, key=lambda item: (not item.is_overdue, item.open.condition.by or date.max))


def _chains(portfolio: Portfolio) -> Iterator[LateChain]:
    for name, late in pushed(portfolio).items():
        yield LateChain(portfolio.initiatives[name], late)


def _silent(portfolio: Portfolio) -> Iterator[Silence]:
    for initiative in portfolio.initiatives.values():
        if is_silent(portfolio, initiative):
            yield Silence(initiative, days_silent(portfolio, initiative) or 0)


def _turned(
    portfolio: Portfolio, before: date | None, noted: Collection[str]
) -> tuple[tuple[Turned, ...], int]:
    """Compare the calculated signals with those on the day of the meeting before, the worst first.

    With how many did not turn, without what is ``noted`` for another reason.
    """
    then = replace(portfolio, day=before) if before is not None else None
    turned: list[Turned] = []
    steady = 0
    for initiative in portfolio.initiatives.values():
        now = rag_status(portfolio, initiative) if is_decided(initiative) else None
        if now is None:
            continue
        was = rag_status(then, initiative) if then is not None else None
        rows = [
            Turned(initiative, change.aspect, change.before, change.after)
            for change in colour_changes(was, now)
        ]
        turned += rows
        steady += not rows and initiative.id not in noted
    return tuple(
        sorted(turned, key=lambda t: (-WORST_LAST.index(t.now), t.initiative.id, t.quantity))
    ), steady
