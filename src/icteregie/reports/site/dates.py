"""The dates to come as the page shows them: how far each is, and whether it still belongs to this season."""

from dataclasses import dataclass
from datetime import date

from icteregie.analysis.decision_calendar import Entry
from icteregie.reports.calendar import CalendarReport


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date, the days from the day of the page to it, and whether it is part of this season."""

    entry: Entry
    days: int
    is_soon: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """All dates to come; ``last`` is the last day of the season, None where it is over or there is none."""

    rows: tuple[DateRow, ...]
    last: date | None


def dates(report: CalendarReport, year: int | None) -> Dates:
    """Count the days to each date of the calendar."""
    today, last = report.basis.day, _last_day(report, year)
    rows = (
        DateRow(each, (each.day - today).days, last is None or each.day <= last) for each in report.entries
    )
    return Dates(tuple(rows), last)


def _last_day(report: CalendarReport, year: int | None) -> date | None:
    agenda = report.basis.portfolio.agenda(year) if year is not None else None
    if agenda is None:
        return None
    last = agenda.late_decision or agenda.decision
    return last if report.basis.day <= last else None
