"""What was filed for one agenda, and how each came in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.arrivals import (
    LeadTime,
    Punctuality,
    Size,
    arrival_date,
    lead_time,
    punctuality,
    size,
)
from icteregie.analysis.completeness import Completion
from icteregie.portfolio.initiative import OPEN, Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio, Source

NEEDS = ("agenda", "status", "submitted", "submitter", "title")
"""The keys without which an initiative can't be placed among the arrivals."""
PARTNERSHIP_NEEDS = frozenset({"agendas", "members", "thresholds"})
_SIZED = frozenset({"costs", "depends_on", "late", "steering"})


@dataclass(frozen=True, slots=True)
class Submission:
    """One initiative of an agenda: when it was opened and arrived, and how that compares.

    ``arrived`` is the day that counts; ``has_arrived`` is False when it is not on main yet, and
    then that day is today. ``days`` are those left to the closing of the intake, negative after
    it. ``lead`` and ``size`` are None when its file can't be read well enough.
    """

    initiative: Initiative
    opened: date | None
    arrived: date
    source: Source
    days: int
    punctuality: Punctuality
    completion: Completion
    lead: LeadTime | None
    size: Size | None

    @property
    def has_arrived(self) -> bool:
        """Whether it is on main, as far as anyone can tell."""
        return self.source != "today"

    @property
    def is_late(self) -> bool:
        """Whether it came, or now can only come, after the intake closed."""
        return self.punctuality != "in-time"

    @property
    def counts(self) -> bool:
        """Whether it is settled that it was late or not: what can still be in time is not."""
        return self.has_arrived or self.is_late


def submissions(
    portfolio: Portfolio, completions: Mapping[str, Completion], year: int
) -> tuple[Submission, ...]:
    """List what asks or asked for a decision on an agenda, whatever came of it, by arrival.

    An idea or an exploration asks for none yet.
    """
    agenda = portfolio.agenda(year)
    if agenda is None:
        return ()
    readable = portfolio.without_damage(NEEDS).initiatives.values()
    own = [i for i in readable if i.agenda == year and i.status not in OPEN]
    listed = [_submission(portfolio, completions, i, agenda) for i in own]
    return tuple(sorted(listed, key=lambda s: (not s.has_arrived, s.arrived, s.initiative.id)))


def _submission(
    portfolio: Portfolio, completions: Mapping[str, Completion], initiative: Initiative, agenda: AgendaYear
) -> Submission:
    arrival = portfolio.arrivals.get(initiative.id)
    day = arrival_date(portfolio, initiative)
    is_sized = not portfolio.damage.get(initiative.id, frozenset()) & _SIZED
    return Submission(
        initiative,
        arrival.opened if arrival else None,
        day,
        arrival.source if arrival else "submitted",
        (agenda.intake_closes - day).days,
        punctuality(portfolio, initiative, agenda),
        completions.get(initiative.id, Completion(())),
        lead_time(portfolio, initiative, agenda) if is_sized else None,
        size(initiative, portfolio.partnership.thresholds) if is_sized else None,
    )
