"""The histogram: how many were received in each week of an agenda, cut exactly at its two deadlines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from icteregie.analysis.arrivals import Punctuality
from icteregie.portfolio.partnership import AgendaYear
from icteregie.reports.arrivals.submissions import Submission

MOST_BUCKETS = 60
"""With more weeks than this a bucket has two weeks, or more."""
_WEEKS_BEFORE = (8, 39)
"""The histogram starts with its first arrival, between so many weeks before the intake closes."""
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bucket:
    """Days of one week, or of a few, both ends inclusive, on one side of each deadline.

    ``count`` arrived in it; ``reached`` is how many had arrived by its end.
    """

    first: date
    last: date
    count: int
    reached: int
    punctuality: Punctuality


@dataclass(frozen=True, slots=True)
class Histogram:
    """All buckets, oldest first.

    ``weeks`` is how many weeks a whole bucket has. ``earlier`` and ``later`` arrived outside of
    it; ``total`` were filed, those included that have not arrived. Not among them are those that
    are ``left_out``: lost history has to tell their day.
    """

    buckets: tuple[Bucket, ...]
    weeks: int
    intake: date
    dossier: date
    earlier: int
    later: int
    total: int
    left_out: int = 0

    def reached(self, day: date) -> int:
        """Count how many had arrived by the end of a deadline's day."""
        before = [bucket.reached for bucket in self.buckets if bucket.last <= day]
        return before[-1] if before else self.earlier

    def is_part(self, bucket: Bucket) -> bool:
        """Whether a deadline cut this bucket, so that it has fewer days than the others."""
        return (bucket.last - bucket.first).days + 1 < 7 * self.weeks

    @property
    def highest(self) -> int:
        """How many arrived in the bucket with most arrivals."""
        return max(bucket.count for bucket in self.buckets)


def histogram(submissions: Iterable[Submission], agenda: AgendaYear) -> Histogram:
    """Count what was received by week from Monday; a deadline's day is the last one before its line."""
    every = list(submissions)
    listed = [s for s in every if not s.has_arrived or s.request.received_span is None]
    days = sorted(s.received for s in listed if s.has_arrived)
    start, end = _span(days, agenda)
    weeks = -(-((end - start).days // 7) // MOST_BUCKETS)
    earlier = sum(day < start for day in days)
    buckets, reached = [], earlier
    for first, last in _cut(start, end, weeks, agenda):
        number = sum(first <= day <= last for day in days)
        reached += number
        buckets.append(Bucket(first, last, number, reached, _punctuality(first, agenda)))
    later = sum(day >= end for day in days)
    closes = (agenda.intake_closes, agenda.dossier_closes)
    return Histogram(tuple(buckets), weeks, *closes, earlier, later, len(listed), len(every) - len(listed))


def _span(days: list[date], agenda: AgendaYear) -> tuple[date, date]:
    """Give the Monday on which the histogram starts, and the one after it ends."""
    closes = (agenda.intake_closes, agenda.dossier_closes)
    nearest, farthest = (min(closes) - weeks * _WEEK for weeks in _WEEKS_BEFORE)
    start = max(farthest, min([nearest, *days]))
    furthest = max(*closes, agenda.decision, agenda.late_decision or agenda.decision)
    end = max([*closes, *(day for day in days if day <= furthest)])
    return _monday(start), _monday(end) + _WEEK


def _monday(day: date) -> date:
    return day - day.weekday() * _DAY


def _cut(start: date, end: date, weeks: int, agenda: AgendaYear) -> Iterator[tuple[date, date]]:
    marks = {start + number * _WEEK for number in range(0, (end - start).days // 7, weeks)}
    marks |= {day + _DAY for day in (agenda.intake_closes, agenda.dossier_closes)}
    firsts = sorted(mark for mark in marks if mark < end)
    for first, following in zip(firsts, [*firsts[1:], end], strict=True):
        yield first, following - _DAY


def _punctuality(day: date, agenda: AgendaYear) -> Punctuality:
    if day > agenda.dossier_closes:
        return "after-dossier"
    return "after-intake" if day > agenda.intake_closes else "in-time"
