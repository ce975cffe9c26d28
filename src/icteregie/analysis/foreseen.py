"""What is foreseen of an initiative: its period, its cost by year and what was spent, as of a day.

The newest fact by date wins, of each quantity by itself: baseline, the file's own plan, rebaseline,
report. Facts of later days don't count yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

from icteregie.analysis.cost_by_year import at_level, spent_by_year, spread, still_due
from icteregie.analysis.facts import Fact, Quantity, amounts, ends, newest
from icteregie.analysis.once import once
from icteregie.analysis.standing.statuses import (
    is_done,
    is_given_up,
    is_on_hold,
    is_over,
    is_running,
    is_stopped,
)
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio

DAY = timedelta(days=1)

FlagName: TypeAlias = Literal[
    "overrun", "not-in-plan", "not-split-by-year", "still-due", "spent-unknown", "recurring-without-years"
]
"""``overrun``: it runs past the end that was stated last. ``not-in-plan``: so much more (or less) than
the plan's years add up to, which falls in the year of the end. ``not-split-by-year``: so much was spent
up to the first report, perhaps in earlier years too. ``still-due``: so much must still be paid of what is
over. ``spent-unknown``: it is over, and no report says what it cost. ``recurring-without-years``: so
much a year was stated, and no plan says in which years."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to be said beside what is foreseen; ``amount`` in whole euros, in ``year`` if any."""

    name: FlagName
    amount: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The period and the cost that are foreseen, and what was spent.

    ``start`` and ``end`` are the first and the last day, None when nobody said; of a milestone the first
    is the day after the last. ``one_off`` and ``recurring`` are whole euros by year, None when nobody
    gave any: unknown isn't zero. ``spent`` is what was spent of the one-off cost so far, None when no
    report says. ``sources`` has the fact that each of them rests on, ``ends`` all that was stated about
    the end, the newest last.
    """

    start: date | None
    end: date | None
    one_off: Mapping[int, int] | None
    recurring: Mapping[int, int] | None
    spent: int | None
    flags: tuple[Flag, ...] = ()
    sources: Mapping[Quantity, Fact[Any]] = field(default_factory=dict)
    ends: tuple[Fact[Moment], ...] = ()

    def in_year(self, year: int) -> tuple[int, int]:
        """Give the one-off and the recurring cost of a year, in whole euros; what is unknown adds nothing."""
        return (self.one_off or {}).get(year, 0), (self.recurring or {}).get(year, 0)

    def cost_in(self, year: int) -> int:
        """Add the one-off and the recurring cost of a year, in whole euros."""
        return sum(self.in_year(year))

    @property
    def one_off_total(self) -> int | None:
        """The one-off cost of all years, in whole euros; None when unknown."""
        return None if self.one_off is None else sum(self.one_off.values())

    @property
    def recurring_level(self) -> int | None:
        """The recurring cost of a year as stated last, or else of the highest year; None when unknown."""
        fact = self.sources.get("recurring")
        return None if fact is None or self.recurring is None else fact.value

    @property
    def end_moment(self) -> Moment | None:
        """The end as it was written, or the day itself where it runs past that; None when unknown."""
        return _written(self.end, self.sources.get("end"))

    @property
    def is_cost_known(self) -> bool:
        """Whether anyone gave its one-off or its recurring cost."""
        return self.one_off is not None or self.recurring is not None

    def flag(self, name: FlagName) -> Flag | None:
        """Give the flag of this name; None without it."""
        return next((flag for flag in self.flags if flag.name == name), None)


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that are foreseen, and the fact that the last rests on, if any.

    ``is_overrun`` says that it runs past that last day as stated, and so ends today at the earliest.
    ``stated`` is all that was stated about the end, the newest last.
    """

    start: date | None
    end: date | None
    fact: Fact[Moment] | None
    is_overrun: bool = False
    stated: tuple[Fact[Moment], ...] = ()

    @property
    def moment(self) -> Moment | None:
        """The end as it was written, or the day itself where it runs past that; None when unknown."""
        return _written(self.end, self.fact)


def _written(end: date | None, fact: Fact[Moment] | None) -> Moment | None:
    if end is None or fact is None:
        return None
    return fact.value if fact.value.last == end else Moment(end.isoformat(), end, end)


@once
def foreseen(portfolio: Portfolio, initiative: Initiative) -> Foreseen:
    """Say what is foreseen of an initiative, as of the day of the portfolio."""
    span = foreseen_span(portfolio, initiative)
    spent = newest(amounts(portfolio, initiative, "spent"))
    one_off = (_spent_years if _is_over(initiative) else _one_off)(portfolio, initiative, span)
    recurring = _recurring(portfolio, initiative)
    overrun = (Flag("overrun"),) if span.is_overrun else ()
    facts: dict[Quantity, Fact[Any] | None] = {
        "end": span.fact,
        "one_off": one_off.fact,
        "recurring": recurring.fact,
        "spent": spent,
    }
    return Foreseen(
        span.start,
        span.end,
        one_off.years,
        recurring.years,
        spent.value if spent else None,
        (*overrun, *one_off.flags, *recurring.flags),
        {quantity: fact for quantity, fact in facts.items() if fact is not None},
        span.stated,
    )


@once
def foreseen_span(portfolio: Portfolio, initiative: Initiative) -> Span:
    """Say from which to which day it is foreseen to run.

    What runs past its own foreseen end is foreseen to end on the day of the portfolio, at the earliest.
    """
    period, day = getattr(initiative, "period", None), portfolio.day
    stated = ends(portfolio, initiative)
    fact = newest(stated)
    if fact is None:
        return Span(period.first if period else None, None, None)
    end, is_overrun = fact.value.last, False
    if day is not None and end < day and is_begun(initiative):
        end, is_overrun = day, True
    if period is None:
        return Span(None, end, fact, is_overrun, stated)
    start = end + DAY if period.is_milestone else min(period.first, end)
    return Span(start, end, fact, is_overrun, stated)


@dataclass(frozen=True, slots=True)
class _Years:
    """Whole euros by year, None when unknown, what is to be said about them, and the fact behind them."""

    years: Mapping[int, int] | None = None
    fact: Fact[int] | None = None
    flags: tuple[Flag, ...] = ()


def _one_off(portfolio: Portfolio, initiative: Initiative, span: Span) -> _Years:
    """Divide the newest total over the years that were stated last, and say what these don't add up to."""
    totals = amounts(portfolio, initiative, "one_off")
    stated = newest(totals)
    spent = newest(amounts(portfolio, initiative, "spent"))
    known = [fact for fact in (stated, spent) if fact is not None]
    if not known or not hasattr(initiative, "costs"):
        return _Years()
    fact = max(known, key=lambda each: each.value)
    plan = next((fact.years for fact in reversed(totals) if fact.years), {})
    end = span.end or (date(max(plan), 12, 31) if plan else fact.day)
    difference = fact.value - sum(plan.values())
    flags = (Flag("not-in-plan", difference, end.year),) if difference else ()
    return _Years(spread(plan, fact.value, end.year), fact, flags)


def _spent_years(portfolio: Portfolio, initiative: Initiative, span: Span) -> _Years:
    """Give what was spent of what is over, and what must still be paid: never the plan."""
    reports = amounts(portfolio, initiative, "spent")
    if not reports:
        return _Years(flags=(Flag("spent-unknown"),))
    years = spent_by_year(reports)
    first = min(years)
    is_split = span.start is not None and span.start.year == first
    flags = () if is_split or not years[first] else (Flag("not-split-by-year", years[first], first),)
    due = still_due(amounts(portfolio, initiative, "one_off"), reports[-1])
    if due is None:
        return _Years(years, reports[-1], flags)
    # What is due falls in the year of the end that was reported, or else in that of the report itself.
    is_reported = span.fact is not None and span.fact.source == "report"
    year = max(due.day, span.end).year if span.end is not None and is_reported else due.day.year
    years[year] = years.get(year, 0) + due.value
    return _Years(years, due, (*flags, Flag("still-due", due.value, year)))


def _recurring(portfolio: Portfolio, initiative: Initiative) -> _Years:
    """Bring the plan's years to what was stated last; what was stopped costs nothing more."""
    fact = newest(amounts(portfolio, initiative, "recurring"))
    if fact is None:
        return _Years()
    if hasattr(initiative, "status") and is_given_up(initiative):
        return _Years({})
    plan = initiative.costs.recurring if initiative.costs else {}
    flags = () if plan or not fact.value else (Flag("recurring-without-years", fact.value),)
    return _Years(at_level(plan, fact.value, fact.day.year), fact, flags)


def _is_over(initiative: Initiative) -> bool:
    """Whether it was done or stopped, or refused after money was spent, so that only that counts."""
    if not hasattr(initiative, "status"):
        return False
    is_refused = is_over(initiative) and any(r.spent for r in getattr(initiative, "progress", ()))
    return is_done(initiative) or is_stopped(initiative) or is_refused


def is_begun(initiative: Initiative) -> bool:
    """Whether it runs, be it on hold."""
    return hasattr(initiative, "status") and (is_running(initiative) or is_on_hold(initiative))
