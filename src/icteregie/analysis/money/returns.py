"""What an initiative returns: payback, year of break-even, net present value. Never asked of an experiment.

Costs are what members are asked for or pay; savings are those of its file, booked on a budget or hoped for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from icteregie.analysis.figures import half_up
from icteregie.analysis.standing.amounts import amount_in, amount_years, is_spent_unknown
from icteregie.analysis.standing.statuses import is_given_up
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Payback:
    """``years`` until the one-off cost is earned back, in hundredths; None when it never is.

    ``year`` is the one whose saving and recurring cost it was calculated with.
    """

    years: Decimal | None
    year: int


@dataclass(frozen=True, slots=True)
class Return:
    """What an initiative returns; each figure is None where it is unknown. Amounts are whole euros.

    ``is_booked`` says whether its savings are booked on a budget; otherwise they are hoped for.
    ``break_even`` is None also when it lies beyond the years of the estimate, until ``last``.
    """

    is_booked: bool
    payback: Payback | None
    break_even: int | None
    net_present_value: int | None
    last: int


def return_of(portfolio: Portfolio, initiative: Initiative) -> Return | None:
    """Calculate what an initiative returns; None of an experiment, and without savings or costs.

    What was given up saves nothing, and of what was done without a report nobody knows what it cost.
    """
    benefits, costs = initiative.benefits, cost_years(portfolio, initiative)
    if initiative.steering == "experimental" or not costs or benefits is None:
        return None
    if is_given_up(initiative) or is_spent_unknown(portfolio, initiative):
        return None
    if not (benefits.one_off or benefits.recurring):
        return None
    cash = _cash(costs, {**benefits.one_off}, benefits.recurring)
    rate = portfolio.partnership.money.discount_rate
    return Return(
        benefits.booked_on is not None,
        payback(costs, benefits.recurring),
        break_even(cash),
        net_present_value(cash, rate.rate) if rate else None,
        max(cash),
    )


def cost_years(portfolio: Portfolio, initiative: Initiative) -> dict[int, tuple[int, int]]:
    """Give the one-off and the recurring cost by year, in order, in whole euros."""
    return {year: amount_in(portfolio, initiative, year) for year in amount_years(portfolio, initiative)}


def payback(costs: Mapping[int, tuple[int, int]], savings: Mapping[int, int]) -> Payback | None:
    """Divide the one-off cost by what a year yields: saving less recurring cost.

    That of the first year after the last one-off cost that has both; None when no year has. Half up.
    """
    last = max((year for year, (one_off, _) in costs.items() if one_off), default=0)
    year = next((year for year in sorted(costs) if year > last and year in savings), None)
    if year is None:
        return None
    yearly = savings[year] - costs[year][1]
    one_off = sum(one_off for one_off, _ in costs.values())
    return Payback(Decimal(half_up(Fraction(100 * one_off, yearly))) / 100 if yearly > 0 else None, year)


def _cash(
    costs: Mapping[int, tuple[int, int]], one_off: Mapping[int, int], recurring: Mapping[int, int]
) -> dict[int, int]:
    years = sorted({*costs, *one_off, *recurring})
    return {
        year: one_off.get(year, 0) + recurring.get(year, 0) - sum(costs.get(year, (0, 0)))
        for year in range(years[0], years[-1] + 1)
    }


def break_even(cash: Mapping[int, int]) -> int | None:
    """Find the first year in which all cash so far is at least 0, undiscounted; None when there is none."""
    years = sorted(cash)
    sums = accumulate(cash[year] for year in years)
    return next((year for year, so_far in zip(years, sums, strict=True) if so_far >= 0), None)


def net_present_value(cash: Mapping[int, int], rate: Decimal) -> int:
    """Discount cash by year at a percentage a year, the first year being year 0: rounded once, half up."""
    if not cash:
        return 0
    first, factor = min(cash), 1 + Fraction(rate) / 100
    return half_up(sum((amount / factor ** (year - first) for year, amount in cash.items()), Fraction(0)))
