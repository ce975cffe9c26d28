"""The deadlines that nothing answers as the page shows them: by state, side by side what goes together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.unanswered.deadlines import ENDED, UnansweredDeadline
from icteregie.analysis.unanswered.listed import DeadlineGroup, grouped
from icteregie.reports.deadlines import DeadlinesReport

BEFORE, AFTER = 1, 3
"""How many years before and after that of the day the drawing reaches at most."""


@dataclass(frozen=True, slots=True)
class UnansweredRow:
    """One deadline, the day that counts now, and the days that are left to submit what must meet it.

    ``left`` is below 0 where the last day to submit is past. Of what ``is_ended`` only the end is known.
    """

    deadline: UnansweredDeadline
    day: date
    left: int
    is_ended: bool


@dataclass(frozen=True, slots=True)
class UnansweredGroup:
    """Deadlines in one state that can be answered together."""

    group: DeadlineGroup
    rows: tuple[UnansweredRow, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """All of them, the furthest gone first, and the years of their drawings."""

    report: DeadlinesReport
    groups: tuple[UnansweredGroup, ...]
    years: tuple[int, ...]

    @property
    def is_pressing(self) -> bool:
        """Whether for one of them something is to be submitted this season, or should have been before."""
        return self.report.count("this-season", "calm-day-passed", "notice-day-passed") > 0


def unanswered(report: DeadlinesReport) -> Unanswered:
    """Group what nothing answers."""
    today = report.basis.day
    groups = tuple(
        UnansweredGroup(each, tuple(_row(deadline, today) for deadline in each.deadlines))
        for each in grouped(report.deadlines)
    )
    return Unanswered(report, groups, _years([row for each in groups for row in each.rows], today))


def _row(each: UnansweredDeadline, today: date) -> UnansweredRow:
    day = each.following.notice_day if each.following else each.day
    return UnansweredRow(each, day, (each.last_day - today).days, each.rule == ENDED)


def _years(rows: Sequence[UnansweredRow], today: date) -> tuple[int, ...]:
    """Give the years of all that is shown, and of the day itself."""
    years = [today.year, *(day.year for row in rows for day in (row.deadline.last_day, row.day))]
    return tuple(range(max(min(years), today.year - BEFORE), min(max(years), today.year + AFTER) + 1))
