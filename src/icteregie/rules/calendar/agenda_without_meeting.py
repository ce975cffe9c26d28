"""An agenda is advised on or decided on a day on which nobody with that role meets."""

from collections.abc import Iterator
from datetime import date

from icteregie.analysis.decision_calendar import meetings_of, moments, role_of_moment
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up every day of advice and decision among the meetings of the bodies with that role.

    A calendar is made year by year: of a year in which none of them meets nothing is judged, and late
    initiatives often come after the last meeting that is known.
    """
    partnership = case.portfolio.partnership
    for year, agenda in partnership.agendas.items():
        for moment, day in moments(agenda):
            role = role_of_moment(moment)
            meetings = meetings_of(partnership, role) if role else {}
            if day in meetings or not _reaches(list(meetings), day, is_late=moment.startswith("late_")):
                continue
            nearest = min(meetings, key=lambda other: (abs((other - day).days), other))
            bodies = tuple(body.name for body in partnership.bodies.values() if body.role == role)
            yield Finding(
                case.portfolio.at_partnership("agendas", str(year), moment),
                {"year": year, "moment": moment, "day": day, "bodies": bodies, "nearest": nearest},
                "",
                year,
                (case.portfolio.at_partnership("meetings", meetings[nearest], "date"),),
            )


def _reaches(meetings: list[date], day: date, *, is_late: bool) -> bool:
    """Whether the calendar is known for a day."""
    if not any(meeting.year == day.year for meeting in meetings):
        return False
    return not is_late or day <= max(meetings)


RULE = Rule(
    "agenda-without-meeting",
    "calendar",
    "warning",
    check,
    needs={"partnership": ("agendas", "bodies", "meetings")},
)
