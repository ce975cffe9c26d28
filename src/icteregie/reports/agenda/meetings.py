"""Which body meets on the days of an agenda: what nobody meets for is not called a meeting."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.portfolio.partnership import AgendaYear, Partnership

Role: TypeAlias = Literal["advises", "decides"]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A day of an agenda; ``body`` is the name of who meets then in its role, "" when nobody does."""

    day: date
    body: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Sittings:
    """The meetings of one agenda; the late ones are None where it has none."""

    advice: Sitting
    decision: Sitting
    late_advice: Sitting | None
    late_decision: Sitting | None

    def next_from(self, day: date) -> Sitting | None:
        """Return the first on or after a day for which somebody meets; None when there is none."""
        every = (self.advice, self.decision, self.late_advice, self.late_decision)
        held = [sitting for sitting in every if sitting and sitting.body and sitting.day >= day]
        return min(held, key=lambda sitting: sitting.day, default=None)

    def next_decision(self, day: date) -> Sitting | None:
        """Return the one that decides next: the first until its day is past, then the late one if any."""
        late = self.late_decision
        if day <= self.decision.day:
            return self.decision
        return late if late and day <= late.day else None


def sittings(partnership: Partnership, agenda: AgendaYear) -> Sittings:
    """Find who meets on the days of an agenda."""
    return Sittings(
        Sitting(agenda.advice, body_on(partnership, agenda.advice, "advises")),
        Sitting(agenda.decision, body_on(partnership, agenda.decision, "decides")),
        _late(partnership, agenda.late_advice, "advises"),
        _late(partnership, agenda.late_decision, "decides"),
    )


def _late(partnership: Partnership, day: date | None, role: Role) -> Sitting | None:
    return Sitting(day, body_on(partnership, day, role), is_late=True) if day else None


def body_on(partnership: Partnership, day: date, role: Role) -> str:
    """Name the first body with a role that has a meeting on a day, "" when none has."""
    meeting = {meeting.body for meeting in partnership.meetings if meeting.date == day}
    return next(
        (body.name for name, body in partnership.bodies.items() if name in meeting and body.role == role), ""
    )
