"""Capital charges: depreciation and interest over what is an investment, in whole euros a year.

Linear, as Dutch municipalities do (article 65 of the BBV allows more): each year I/n half up, in the last
year what is left. Interest is over the book value on 1 January, half up; each is rounded by itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from icteregie.analysis.figures import half_up
from icteregie.analysis.standing.statuses import is_given_up
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.money_rates import FirstCharge, MoneyRates


@dataclass(frozen=True, slots=True)
class Charge:
    """The capital charges of a year in whole euros; ``interest`` is None where no rate is given."""

    year: int
    depreciation: int
    interest: int | None
    book_value: int

    @property
    def total(self) -> int | None:
        """Depreciation and interest together; None where the interest is unknown."""
        return None if self.interest is None else self.depreciation + self.interest


def charges(initiative: Initiative, rates: MoneyRates) -> tuple[Charge, ...]:
    """Add the charges of all years of investment of an initiative; () without a depreciation period.

    What was given up was not bought as planned: nobody knows what is left of it to depreciate.
    """
    costs = initiative.costs
    if costs is None or costs.depreciation is None or initiative.steering == "experimental":
        return ()
    if is_given_up(initiative):
        return ()
    return capital_charges(costs.investment, costs.depreciation, rates.interest_rate, rates.first_charge)


def lacks_depreciation(initiative: Initiative) -> bool:
    """Whether it has an investment, and nobody said over how many years that is depreciated."""
    costs = initiative.costs
    is_asked = initiative.steering != "experimental" and not is_given_up(initiative)
    return is_asked and costs is not None and bool(costs.investment_total) and costs.depreciation is None


def capital_charges(
    investment: Mapping[int, int], years: int, rate: Decimal | None, first: FirstCharge = "same-year"
) -> tuple[Charge, ...]:
    """Depreciate each year's investment over ``years``; ``rate`` is a percentage a year. By year."""
    by_year: dict[int, Charge] = {}
    for bought, amount in sorted(investment.items()):
        for charge in _of_one(amount, bought + (first == "next-year"), years, rate):
            known = by_year.get(charge.year, Charge(charge.year, 0, None if rate is None else 0, 0))
            by_year[charge.year] = Charge(
                charge.year,
                known.depreciation + charge.depreciation,
                None
                if known.interest is None or charge.interest is None
                else known.interest + charge.interest,
                known.book_value + charge.book_value,
            )
    return tuple(by_year[year] for year in sorted(by_year))


def _of_one(amount: int, first: int, years: int, rate: Decimal | None) -> Iterator[Charge]:
    step, left = half_up(Fraction(amount, years)), amount
    for year in range(first, first + years):
        interest = None if rate is None else half_up(Fraction(rate) * left / 100)
        depreciation = left if year == first + years - 1 else min(step, left)
        yield Charge(year, depreciation, interest, left)
        left -= depreciation
