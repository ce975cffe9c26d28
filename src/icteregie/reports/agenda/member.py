"""The agenda as one member gets it: its own annex, with the dates that bind it."""

from dataclasses import replace
from datetime import date

from icteregie.analysis.decision_calendar import CLOSING_DAYS, Kind
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.basis import Basis
from icteregie.reports.calendar import CalendarReport, calendar_report, narrowed

BINDING: tuple[Kind, ...] = (*CLOSING_DAYS, "obligation", "notice-day", "support-end")
"""The kinds of days that bind a member itself."""


def of_member(report: AgendaReport, member: str) -> AgendaReport:
    """Keep the annex of one member."""
    return replace(report, papers=tuple(paper for paper in report.papers if paper.member == member))


def member_dates(basis: Basis, member: str, year: int) -> CalendarReport:
    """List the deadlines that bind a member and are still to come, up to the end of a year.

    Steps, experiments and what others deliver are of the initiatives, and stand in their factsheets.
    """
    own = narrowed(calendar_report(basis), "deadlines", member)
    last = date(year, 12, 31)
    return replace(
        own, entries=tuple(entry for entry in own.entries if entry.day <= last and entry.kind in BINDING)
    )
