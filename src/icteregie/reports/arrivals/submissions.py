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
from icteregie.portfolio.arrival import Source
from icteregie.portfolio.initiative import OPEN, Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio

NEEDS = ("agenda", "status", "submitted", "submitter", "title")
"""The keys without which an initiative can't be placed in a season."""
FRAME = frozenset({"agendas", "members", "thresholds"})
_SIZED = frozenset({"costs", "depends_on", "late", "steering"})


@dataclass(frozen=True, slots=True)
class Filed:
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


def filed(portfolio: Portfolio, completions: Mapping[str, Completion], year: int) -> tuple[Filed, ...]:
    """List what asks or asked for a decision on an agenda, whatever came of it, by arrival.

    An idea or an exploration asks for none yet.
    """
    agenda = portfolio.agenda(year)
    if agenda is None:
        return ()
    every = portfolio.without_damage(NEEDS).initiatives.values()
    own = [i for i in every if i.agenda == year and i.status not in OPEN]
    found = [_filed(portfolio, completions, i, agenda) for i in own]
    return tuple(sorted(found, key=lambda one: (not one.has_arrived, one.arrived, one.initiative.id)))


def _filed(
    portfolio: Portfolio, completions: Mapping[str, Completion], one: Initiative, agenda: AgendaYear
) -> Filed:
    known = portfolio.arrivals.get(one.id)
    day = arrival_date(portfolio, one)
    is_sized = not portfolio.unreadable_of("initiative", one.id) & _SIZED
    return Filed(
        one,
        known.opened if known else None,
        day,
        known.source if known else "submitted",
        (agenda.intake_closes - day).days,
        punctuality(portfolio, one, agenda),
        completions.get(one.id, Completion(())),
        lead_time(portfolio, one, agenda) if is_sized else None,
        size(one, portfolio.partnership.thresholds) if is_sized else None,
    )
