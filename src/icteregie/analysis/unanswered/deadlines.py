"""What an unanswered deadline is, whatever it is of, and the order in which they are shown."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.unanswered.answers import Answer
from icteregie.analysis.unanswered.calm_days import STATES, DeadlineState
from icteregie.diagnostics.types import Address
from icteregie.portfolio.justification import ObligationKind

DeadlineKind: TypeAlias = Literal["contract", "support", "external", "ambition"] | ObligationKind
"""``contract``: the end of one, of an application. ``support``: the end of it, of an application or a
component. ``external``: what an outside party must deliver. ``ambition``: by when a member wants it.
Else the kind of the obligation of an initiative."""

SubjectKind: TypeAlias = Literal["application", "component", "initiative", "ambition"]

RULE = "unanswered-deadline"
ENDED = "contract-ended"


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
