"""What must happen before which date."""

from dataclasses import dataclass

from icteregie.analysis.decision_calendar import Entry, entries, entries_between
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class CalendarReport:
    """The dates that are shown, by day."""

    basis: Basis
    entries: tuple[Entry, ...]


def calendar_report(
    basis: Basis, year: int | None = None, days: int | None = None, *, everything: bool = False
) -> CalendarReport:
    """List the dates of one agenda year or of all: those to come, within some days, or everything."""
    listed = entries(basis.portfolio, year)
    return CalendarReport(basis, listed if everything else entries_between(listed, basis.day, days))
