"""What must happen before which date: the moments of one agenda and the meetings around it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.portfolio.partnership import AgendaYear, Meeting, Partnership

MomentName: TypeAlias = Literal[
    "first_estimate", "intake_closes", "dossier_closes", "advice", "decision", "late_advice", "late_decision"
]
ORDER: tuple[MomentName, ...] = (
    "first_estimate",
    "intake_closes",
    "dossier_closes",
    "advice",
    "decision",
    "late_advice",
    "late_decision",
)


def moments(agenda: AgendaYear) -> list[tuple[MomentName, date]]:
    """List the dates of an agenda that are set, in the order in which they belong."""
    return [(name, day) for name in ORDER if (day := getattr(agenda, name)) is not None]


@dataclass(frozen=True, slots=True)
class Pair:
    """A meeting that decides, and the last one before it that advises; ``index`` of the first."""

    index: int
    decides: Meeting
    advises: Meeting

    @property
    def days(self) -> int:
        """Days from advice to decision."""
        return (self.decides.date - self.advises.date).days


def pairs(partnership: Partnership) -> list[Pair]:
    """Match every deciding meeting with the last advising meeting on or before its day."""
    roles = {name: body.role for name, body in partnership.bodies.items()}
    meetings = sorted(enumerate(partnership.meetings), key=lambda found: (found[1].date, found[0]))
    found: list[Pair] = []
    advice: Meeting | None = None
    decided: set[date] = set()
    for index, meeting in meetings:
        role = roles.get(meeting.body)
        if role == "advises":
            advice = meeting
        elif role == "decides" and advice is not None and meeting.date not in decided:
            decided.add(meeting.date)
            found.append(Pair(index, meeting, advice))
            advice = None
    return found
