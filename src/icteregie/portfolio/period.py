"""Moments, spans and lags: when something starts, ends and may follow.

A moment is a quarter (``2027-Q1``), a month (``2027-03``) or a day (``2027-03-31``).
Both ends of a span are inclusive: a span that ends in 2027-Q4 ends on 31 December.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, TypeAlias

from pydantic import PlainValidator, WithJsonSchema, model_validator

from icteregie.diagnostics.ceilings import (
    FIRST_YEAR,
    LAST_YEAR,
    MOST_LAG_DAYS,
    MOST_LAG_MONTHS,
    MOST_LAG_WEEKS,
)
from icteregie.portfolio import scalars
from icteregie.portfolio.readers import InvalidValueError, day, invalid_value, text_of
from icteregie.portfolio.record import record

_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_LOOSE_QUARTER = re.compile(r"(?:([0-9]{4})[- ]?[qk]([1-4])|[qk]([1-4])[- ]?([0-9]{4}))", re.IGNORECASE)
_OF_A_MOMENT = ("not-a-moment", "not-a-day", "day-first", "no-such-day")
"""What is said of a month or a day, where a quarter should be."""
_LAG = re.compile(r"(-?)([1-9][0-9]{0,3}) (day|week|month)s?")
_DURATION = re.compile(r"([1-9][0-9]{0,3}) (day|week|month|year)s?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A quarter, month or day, with its source text, first day and last day."""

    text: str
    first: date
    last: date

    def __str__(self) -> str:
        return self.text


def month_start(year: int, month: int) -> date:
    """Give the first day of a month; ``month`` may run past 12 into the next years."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _months(text: str, year: int, month: int, length: int) -> Moment:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise invalid_value("year-out-of-range", first=FIRST_YEAR, last=LAST_YEAR)
    last = month_start(year, month + length) - timedelta(days=1)
    return Moment(text, month_start(year, month), last)


@lru_cache(maxsize=4096)
def _moment(text: str) -> Moment:
    if quarter := _QUARTER.fullmatch(text):
        return _months(text, int(quarter[1]), int(quarter[2]) * 3 - 2, 3)
    if month := _MONTH.fullmatch(text):
        return _months(text, int(month[1]), int(month[2]), 1)
    if loose := _LOOSE_QUARTER.fullmatch(text):
        instead = f"{loose[1] or loose[4]}-Q{loose[2] or loose[3]}"
        raise invalid_value("loose-quarter", instead=instead)
    if re.fullmatch("[0-9]{4}", text):
        raise invalid_value("only-a-year", first=f"{text}-Q1", last=f"{text}-Q4")
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) or re.fullmatch(r"[0-9/.-]{8,10}", text):
        exact = day(text)
        return Moment(text, exact, exact)
    raise invalid_value("not-a-moment")


def moment(raw: object) -> Moment:
    """Read a quarter, month or day."""
    return _moment(text_of(raw))


def quarter(raw: object) -> Moment:
    """Read a quarter; a month or a day is refused."""
    try:
        read = moment(raw)
    except InvalidValueError as refused:
        if refused.type in _OF_A_MOMENT:
            raise invalid_value("not-a-quarter") from None
        raise
    if _QUARTER.fullmatch(read.text):
        return read
    raise invalid_value("quarter-instead", instead=f"{read.first.year}-Q{(read.first.month + 2) // 3}")


def horizon(raw: object) -> Moment:
    """Read by when something is wanted: a year, quarter, month or day; a year ends on 31 December."""
    text = text_of(raw)
    if re.fullmatch("[0-9]{4}", text):
        return _months(text, int(text), 1, 12)
    return _moment(text)


def days_before(day: date, days: int) -> date:
    """Give the day so many days earlier, and never one before the first that there is."""
    return date.min if days > (day - date.min).days else day - timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Lag:
    """Time between one initiative and the next; below 0 is an overlap, as schedulers have it."""

    months: int = 0
    days: int = 0

    def after(self, start: date) -> date:
        """Give the day this much later, or sooner; 31 January plus a month is the last of February."""
        if not self.months:
            return start + timedelta(days=self.days)
        first = month_start(start.year, start.month + self.months)
        following = month_start(first.year, first.month + 1)
        return first.replace(day=min(start.day, (following - timedelta(days=1)).day))

    def before(self, end: date) -> date:
        """Give the day this much sooner; 31 December less half a year is 30 June."""
        return Lag(-self.months, -self.days).after(end)


def lag(raw: object) -> Lag:
    """Read ``10 days``, ``2 weeks`` or ``1 month``; ``-2 weeks`` is an overlap."""
    match = _LAG.fullmatch(text_of(raw))
    if match is None:
        raise invalid_value("not-a-lag")
    number, unit = int(match[2]), match[3]
    most = {"day": MOST_LAG_DAYS, "week": MOST_LAG_WEEKS, "month": MOST_LAG_MONTHS}[unit]
    if number > most:
        raise invalid_value("too-large", most=most)
    signed = -number if match[1] else number
    if unit == "month":
        return Lag(months=signed)
    return Lag(days=signed * (7 if unit == "week" else 1))


def duration(raw: object) -> Lag:
    """Read ``90 days``, ``13 weeks``, ``6 months`` or ``1 year``."""
    match = _DURATION.fullmatch(text_of(raw))
    if match is None:
        raise invalid_value("not-a-duration")
    number, unit = int(match[1]), match[2]
    most = {"day": MOST_LAG_DAYS, "week": MOST_LAG_WEEKS, "month": MOST_LAG_MONTHS}
    if number > (limit := most.get(unit, MOST_LAG_MONTHS // 12)):
        raise invalid_value("too-large", most=limit)
    if unit in ("month", "year"):
        return Lag(months=number * (12 if unit == "year" else 1))
    return Lag(days=number * (7 if unit == "week" else 1))


MomentField: TypeAlias = Annotated[Moment, PlainValidator(moment), WithJsonSchema(scalars.MOMENT)]
QuarterField: TypeAlias = Annotated[Moment, PlainValidator(quarter), WithJsonSchema(scalars.QUARTER)]
HorizonField: TypeAlias = Annotated[Moment, PlainValidator(horizon), WithJsonSchema(scalars.HORIZON)]
LagField: TypeAlias = Annotated[
    Lag,
    PlainValidator(lag),
    WithJsonSchema(scalars.LAG),
]
DurationField: TypeAlias = Annotated[Lag, PlainValidator(duration), WithJsonSchema(scalars.DURATION)]


@record
class Period:
    """When an initiative runs, as asked for; both ends inclusive.

    An end alone is a milestone: a point in time, at the end of its last day, of length zero.
    """

    start: MomentField | None = None
    end: MomentField

    @property
    def is_milestone(self) -> bool:
        """Whether it is a point in time, without work of its own."""
        return self.start is None

    @property
    def moments(self) -> tuple[Moment, ...]:
        """What people read: the start and the end, of a milestone its end alone."""
        return (self.end,) if self.start is None else (self.start, self.end)

    @property
    def first(self) -> date:
        """The first day; of a milestone the day after its last, so that no day lies between them."""
        return self.end.last + timedelta(days=1) if self.start is None else self.start.first

    @property
    def last(self) -> date:
        """The last day."""
        return self.end.last

    @model_validator(mode="after")
    def _runs_forward(self) -> "Period":
        if self.start is not None and self.end.last < self.start.first:
            raise invalid_value("ends-before-start", start=self.start.text, end=self.end.text, at="end")
        return self


@record
class Window:
    """How far a planner may move an initiative: earliest start and latest end, inclusive."""

    earliest: MomentField
    latest: MomentField

    @model_validator(mode="after")
    def _runs_forward(self) -> "Window":
        if self.latest.last < self.earliest.first:
            raise invalid_value(
                "ends-before-start", start=self.earliest.text, end=self.latest.text, at="latest"
            )
        return self
