"""What an unanswered deadline is, by when it must be brought in to be met calmly, and how far that is."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from icteregie.analysis.arrivals import Size
from icteregie.analysis.seasons import last_day
from icteregie.analysis.unanswered.answers import Answer
from icteregie.diagnostics.types import Address
from icteregie.portfolio.justification import ObligationKind
from icteregie.portfolio.period import days_before
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.thresholds import Thresholds

DeadlineKind: TypeAlias = Literal["contract", "support", "external", "ambition"] | ObligationKind
"""``contract``: the end of one, of an application. ``support``: the end of it, of an application or a
component. ``external``: what an outside party must deliver. ``ambition``: by when a member wants it.
Else the kind of the obligation of an initiative."""

SubjectKind: TypeAlias = Literal["application", "component", "initiative", "ambition"]

RULE = "unanswered-deadline"
ENDED = "contract-ended"

DeadlineState: TypeAlias = Literal["coming", "this-season", "calm-day-passed", "notice-day-passed"]
"""``coming``: an earlier season is still open. ``this-season``: the season in which the last calm day falls.
``calm-day-passed``: after the last calm day. ``notice-day-passed``: after the day itself."""

STATES: tuple[DeadlineState, ...] = ("coming", "this-season", "calm-day-passed", "notice-day-passed")
"""From early to late: as days pass, the state of one deadline only goes on."""

SEASON_DAYS = 365
"""An agenda is made once a year: a season that closed longer ago isn't the one before."""


def replacement_size(yearly: int | None, thresholds: Thresholds) -> Size:
    """Say how large it is to replace what costs so much a year, in whole euros; unknown is large."""
    return "large" if yearly is None or yearly >= thresholds.large_recurring else "small"


def work_and_lead_time(size: Size, thresholds: Thresholds) -> tuple[int, int]:
    """Give the days that a replacement takes, and those between filing it and the decision."""
    if size == "large":
        return thresholds.replacement_large, thresholds.lead_time_large
    return thresholds.replacement_small, thresholds.lead_time_small


def last_calm_day(portfolio: Portfolio, day: date, size: Size) -> date:
    """Give the last day to bring in a replacement that must be finished on a day.

    That is the day less the work and the lead time, and not later than the intake of the agenda in whose
    year the first day of the work falls, where that agenda is known. The day itself is the last of the work.
    """
    work, lead = work_and_lead_time(size, portfolio.partnership.thresholds)
    first = days_before(day, max(work - 1, 0))
    agenda = portfolio.agenda(first.year)
    calm = days_before(day, work + lead)
    return min(calm, agenda.intake_closes) if agenda else calm


def season_start(portfolio: Portfolio, calm_day: date) -> date:
    """Give the first day of the season in which a last calm day falls: after the one before closed.

    Where no agenda is known of which the season closed in the year before, that is 1 January.
    """
    closed = (last_day(agenda) for agenda in portfolio.partnership.agendas.values())
    last = max((day for day in closed if day < calm_day), default=None)
    if last is None or (calm_day - last).days > SEASON_DAYS:
        return date(calm_day.year, 1, 1)
    return last + timedelta(days=1)


def deadline_state(portfolio: Portfolio, today: date, day: date, calm_day: date) -> DeadlineState | None:
    """Give the state of a deadline; None until ``deadline_notice`` days before its last calm day.

    Each day is in time itself.
    """
    if today > day:
        return "notice-day-passed"
    if today > calm_day:
        return "calm-day-passed"
    if (calm_day - today).days > portfolio.partnership.thresholds.deadline_notice:
        return None
    return "this-season" if today >= season_start(portfolio, calm_day) else "coming"


@dataclass(frozen=True, slots=True)
class Following:
    """What counts after a missed notice day: the contract goes on to ``end``, with a notice day too.

    ``is_passed`` says that its last calm day is over, as of a notice day that comes too soon after the other.
    """

    end: date
    notice_day: date
    calm_day: date
    is_passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnansweredDeadline:
    """A deadline that comes near, or is past, while nothing meets it.

    ``subject`` is what it is about: an application (utrecht/case-system), a component, an initiative or an
    ambition, with its ``title``. ``day`` is the deadline itself, of a contract the last day to give notice;
    ``calm_day`` the last day to bring in what must meet it. ``end`` is the last day of a contract, and
    ``following`` what counts after its notice day was missed; ``prolonged_from`` is the end before it,
    where that is past. ``answers`` has who names it, too late or not at all.
    ``rule`` names the rule that reports it.
    """

    kind: DeadlineKind
    subject_kind: SubjectKind
    subject: str
    title: str
    at: Address
    day: date
    calm_day: date
    state: DeadlineState
    members: tuple[str, ...]
    rule: str = RULE
    basis: str = ""
    supplier: str | None = None
    components: tuple[str, ...] = ()
    end: date | None = None
    following: Following | None = None
    prolonged_from: date | None = None
    answers: tuple[Answer, ...] = ()

    @property
    def last_day(self) -> date:
        """The last calm day that counts: that of what follows, where the notice day was missed."""
        return self.following.calm_day if self.following else self.calm_day

    @property
    def is_passed(self) -> bool:
        """Whether the last calm day that counts is over, or even the day itself."""
        if self.following is not None:
            return self.following.is_passed
        return self.state in ("calm-day-passed", "notice-day-passed")

    @property
    def too_late(self) -> Answer | None:
        """What answers it, and ends after it; None without."""
        return next((each for each in self.answers if each.verdict == "too-late"), None)

    @property
    def named(self) -> tuple[Answer, ...]:
        """What names it and doesn't answer it."""
        return tuple(each for each in self.answers if each.verdict not in ("in-time", "too-late"))


def urgency(deadline: UnansweredDeadline) -> tuple[object, ...]:
    """Sort what is furthest gone first, then by day, kind and subject."""
    return (-STATES.index(deadline.state), deadline.day, deadline.kind, deadline.subject, deadline.basis)
