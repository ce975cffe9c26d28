"""Up to which year the cost is estimated: where an estimate ends, the cost needn't."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.foreseen import foreseen
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

Column: TypeAlias = Literal["one_off", "recurring", "running"]


@dataclass(frozen=True, slots=True)
class Unestimated:
    """What nobody estimated in one year.

    ``columns`` are those of which no initiative gives an amount for this year or a later one.
    ``stopped`` counts the initiatives, new and running, whose recurring cost was estimated up to an
    earlier year, and not further.
    """

    year: int
    columns: frozenset[Column]
    stopped: int


def unestimated(
    portfolio: Portfolio, years: range, asked: tuple[Initiative, ...], running: tuple[Initiative, ...]
) -> tuple[Unestimated, ...]:
    """Judge every year but the first, in which nothing given is nothing asked."""
    return tuple(_in_year(portfolio, year, asked, running) for year in years[1:])


def _in_year(
    portfolio: Portfolio, year: int, asked: tuple[Initiative, ...], running: tuple[Initiative, ...]
) -> Unestimated:
    new, runs = ([foreseen(portfolio, i) for i in each] for each in (asked, running))
    columns: set[Column] = set()
    if new and not any(_reaches(f.recurring, year) for f in new):
        columns.add("recurring")
    works_on = any(f.end is not None and f.end.year >= year for f in new)
    if works_on and not any(_reaches(f.one_off, year) for f in new):
        columns.add("one_off")
    if runs and not any(_reaches(f.one_off, year) or _reaches(f.recurring, year) for f in runs):
        columns.add("running")
    stopped = sum(stops_before(f.recurring, year) for f in (*new, *runs))
    return Unestimated(year, frozenset(columns), stopped)


def _reaches(amounts: Mapping[int, int] | None, year: int) -> bool:
    return any(named >= year for named in amounts or ())


def stops_before(amounts: Mapping[int, int] | None, year: int) -> bool:
    """Whether the last amount that was given is of an earlier year, and isn't 0."""
    last = max(amounts or (), default=None)
    return amounts is not None and last is not None and last < year and amounts[last] > 0
