"""The rates and periods with which money is calculated: interest, discount rate, cost of ownership."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from icteregie.portfolio.record import Terms, record
from icteregie.portfolio.scalars import Line, Percentage, Years

# Stands for a group that is left out, until it is needed.
_DEFAULTS: Any = {}


@record
class DiscountRate:
    """The rate at which later euros weigh less, a year, and who set it."""

    rate: Percentage
    source: Line


FirstCharge: TypeAlias = Literal["same-year", "next-year"]


@record
class TcoYears:
    """Over how many years the total cost of ownership is added, by steering mode; not of experiments."""

    supporting: Years = 5
    business_critical: Years = 7
    transformational: Years = 10


@record
class MoneyRates:
    """What capital charges, net present value and total cost of ownership are calculated with.

    A rate that nobody gave is unknown. ``first_charge`` is the year of the first depreciation and interest:
    that of the investment, or the one after it.
    """

    interest_rate: Percentage | None = None
    first_charge: Annotated[FirstCharge, Terms("first_charge")] = "same-year"
    discount_rate: DiscountRate | None = None
    tco_years: TcoYears = Field(default=_DEFAULTS, validate_default=True)
