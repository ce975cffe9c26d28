"""Quarters as words: when something runs, short enough for a drawing."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from icteregie.render.site.words import Words

_MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year; ``number`` is 1 to 4."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, _MONTHS * (self.number - 1) + 1, 1)

    @property
    def days(self) -> int:
        """How many days it has."""
        months = range(self.first.month, self.first.month + _MONTHS)
        return sum(monthrange(self.year, month)[1] for month in months)

    @property
    def next(self) -> "Quarter":
        """The one that follows."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)


def quarter_of(day: date) -> Quarter:
    """Give the quarter that a day is in."""
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)


def period(words: Words, start: date | None, end: date | None) -> str:
    """Write the quarters from start to end, with the year once where it is the same."""
    if end is None:
        return words.plainly("period.none")
    last = quarter_of(end)
    first = quarter_of(start) if start and start <= end else last
    if first == last:
        return f"Q{last.number} {last.year}"
    if first.year == last.year:
        return f"Q{first.number}–Q{last.number} {last.year}"
    return f"Q{first.number} {first.year}–Q{last.number} {last.year}"
