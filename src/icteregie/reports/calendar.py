"""What must happen before which date."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from icteregie.analysis.decision_calendar import (
    MEETING_DAYS,
    Entry,
    FactKey,
    FactMove,
    entries,
    entries_between,
)
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis

Only: TypeAlias = Literal["deadlines", "meetings"]


@dataclass(frozen=True, slots=True)
class CalendarReport:
    """The dates that are shown, by day; ``moves`` has how often each fact was moved, as far as known."""

    basis: Basis
    entries: tuple[Entry, ...]
    moves: Mapping[FactKey, FactMove] = field(default_factory=dict)


def calendar_report(
    basis: Basis, year: int | None = None, days: int | None = None, *, everything: bool = False
) -> CalendarReport:
    """List the dates of one agenda year or of all: those to come, within some days, or everything."""
    listed = entries(basis.portfolio, basis.day, year)
    return CalendarReport(basis, listed if everything else entries_between(listed, basis.day, days))


def narrowed(report: CalendarReport, only: Only | None, member: str | None) -> CalendarReport:
    """Keep the meetings or the other dates; of initiatives those in which a member takes part."""
    portfolio = report.basis.portfolio
    kept = (each for each in report.entries if _is_wanted(portfolio, each, only, member))
    return replace(report, entries=tuple(kept))


def _is_wanted(portfolio: Portfolio, entry: Entry, only: Only | None, member: str | None) -> bool:
    if only is not None and (entry.kind in MEETING_DAYS) != (only == "meetings"):
        return False
    if member is not None and entry.subject:
        return member in entry.members
    if member is None or not entry.initiative:
        return True
    return member in portfolio.participants(portfolio.initiatives[entry.initiative])
