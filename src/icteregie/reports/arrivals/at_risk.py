"""Who can still miss a deadline: known before it closes, while there is something to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.portfolio.initiative import ASKED
from icteregie.portfolio.partnership import AgendaYear
from icteregie.reports.arrivals.submissions import Filed

Risk: TypeAlias = Literal["not-arrived", "incomplete"]
Deadline: TypeAlias = Literal["intake_closes", "dossier_closes"]


@dataclass(frozen=True, slots=True)
class AtRisk:
    """An initiative that must still arrive, or become complete, in ``days`` days; 0 is today."""

    filed: Filed
    risk: Risk
    deadline: Deadline
    day: date
    days: int


def at_risk(found: Iterable[Filed], agenda: AgendaYear, today: date) -> tuple[AtRisk, ...]:
    """List who is at risk, most urgent first: fewest days, then what isn't there, then what lacks most."""
    listed = [risk for one in found if (risk := _risk(one, agenda, today))]
    return tuple(sorted(listed, key=_urgency))


def _urgency(one: AtRisk) -> tuple[object, ...]:
    lacks = one.filed.completion.missing
    return (one.days, one.risk == "incomplete", -len(lacks), one.filed.initiative.id)


def _risk(one: Filed, agenda: AgendaYear, today: date) -> AtRisk | None:
    if one.initiative.status not in ASKED:
        return None
    # A file that nobody committed has no day but the typed one; it is not on main all the same.
    if not one.has_arrived or one.completion.is_on_main is False:
        if today <= agenda.intake_closes:
            return _due(one, "not-arrived", "intake_closes", agenda.intake_closes, today)
        return _due(one, "not-arrived", "dossier_closes", agenda.dossier_closes, today)
    if one.completion.missing:
        return _due(one, "incomplete", "dossier_closes", agenda.dossier_closes, today)
    return None


def _due(one: Filed, risk: Risk, deadline: Deadline, day: date, today: date) -> AtRisk | None:
    return AtRisk(one, risk, deadline, day, (day - today).days) if today <= day else None
