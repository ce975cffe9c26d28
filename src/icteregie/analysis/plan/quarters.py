"""Quarters as whole numbers, and what moves a whole number of quarters: days, euros and hours."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from icteregie.portfolio.period import month_start

Quarter: TypeAlias = int
"""Four times the year, plus 0 for its first quarter up to 3 for its last."""
DAY = timedelta(days=1)


def quarter_of(day: date) -> Quarter:
    """Give the quarter in which a day lies."""
    return day.year * 4 + (day.month - 1) // 3


def year_of(quarter: Quarter) -> int:
    """Give the year of a quarter."""
    return quarter // 4


def quarters_of(year: int) -> range:
    """Give the quarters of a year."""
    return range(year * 4, year * 4 + 4)


def name_of(quarter: Quarter) -> str:
    """Write a quarter as files do: 2027-Q1."""
    return f"{quarter // 4:04d}-Q{quarter % 4 + 1}"


def moved(day: date, quarters: int) -> date:
    """Move a day three months a quarter; the last day of a month stays one, and no day leaves its month."""
    months = day.year * 12 + day.month - 1 + 3 * quarters
    first = month_start(months // 12, months % 12 + 1)
    last = month_start(first.year, first.month + 1) - DAY
    is_last = (day + DAY).day == 1
    return last if is_last else first.replace(day=min(day.day, last.day))


def by_quarter(by_year: Mapping[int, int], start: Quarter, end: Quarter) -> dict[Quarter, int]:
    """Spread the amount of each year evenly over the quarters of it between start and end, inclusive.

    Euros left over go to the first of them. The amount of a year outside falls in the quarter of that
    year that is nearest.
    """
    spread: dict[Quarter, int] = defaultdict(int)
    for year, amount in by_year.items():
        inside = [quarter for quarter in quarters_of(year) if start <= quarter <= end]
        over = inside or [min(quarters_of(year), key=lambda quarter: abs(quarter - start))]
        for quarter, part in zip(over, _evenly(amount, over), strict=True):
            spread[quarter] += part
    return dict(spread)


def _evenly(amount: int, over: Sequence[Quarter]) -> list[int]:
    part, left = divmod(amount, len(over))
    return [part + (place < left) for place in range(len(over))]


def moved_by_year(by_quarter: Mapping[Quarter, int], quarters: int) -> dict[int, int]:
    """Move amounts a number of quarters, and add them up by year again."""
    years: dict[int, int] = defaultdict(int)
    for quarter, amount in by_quarter.items():
        years[year_of(quarter + quarters)] += amount
    return dict(years)
