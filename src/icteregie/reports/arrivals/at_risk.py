"""Who can still miss a deadline: known before it closes, while there is something to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.standing.statuses import is_asking
from icteregie.portfolio.partnership import AgendaYear
from icteregie.reports.arrivals.submissions import Submission

Risk: TypeAlias = Literal["not-arrived", "incomplete"]
Deadline: TypeAlias = Literal["intake_closes", "dossier_closes"]


@dataclass(frozen=True, slots=True)
class AtRisk:
    """An initiative that must still arrive, or become complete, in ``days`` days; 0 is today."""

    submission: Submission
    risk: Risk
    deadline: Deadline
    day: date
    days: int


def at_risk(submissions: Iterable[Submission], agenda: AgendaYear, today: date) -> tuple[AtRisk, ...]:
    """List who is at risk, most urgent first: fewest days, then what isn't there, then what lacks most."""
    listed = [risk for submission in submissions if (risk := _risk(submission, agenda, today))]
    return tuple(sorted(listed, key=_urgency))


def _urgency(risk: AtRisk) -> tuple[object, ...]:
    lacks = risk.submission.completion.missing
    return (risk.days, risk.risk == "incomplete", -len(lacks), risk.submission.id)


def _risk(submission: Submission, agenda: AgendaYear, today: date) -> AtRisk | None:
    initiative = submission.initiative
    if initiative is None or not submission.is_here or not is_asking(initiative):
        return None
    # A file that nobody committed has no day but the typed one; it is not on main all the same.
    if not submission.has_arrived or submission.completion.is_on_main is False:
        if today <= agenda.intake_closes:
            return _due(submission, "not-arrived", "intake_closes", agenda.intake_closes, today)
        return _due(submission, "not-arrived", "dossier_closes", agenda.dossier_closes, today)
    if submission.completion.missing:
        return _due(submission, "incomplete", "dossier_closes", agenda.dossier_closes, today)
    return None


def _due(submission: Submission, risk: Risk, deadline: Deadline, day: date, today: date) -> AtRisk | None:
    return AtRisk(submission, risk, deadline, day, (day - today).days) if today <= day else None
