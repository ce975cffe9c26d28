"""What an initiative costs, brings and takes: whole euros a year, hours a period."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from icteregie.portfolio.period import MomentField
from icteregie.portfolio.readers import euros
from icteregie.portfolio.record import OneOrByName, Terms, record
from icteregie.portfolio.scalars import (
    EUROS,
    Day,
    Euros,
    Hours,
    Id,
    Line,
    Percentage,
    Prose,
    Year,
    Years,
)

Cover: TypeAlias = Literal["covered", "reserve", "to-be-found"]
PerYear: TypeAlias = dict[Year, Euros]
OneOff: TypeAlias = Annotated[Euros | PerYear, OneOrByName(euros, EUROS)]
"""A one-off cost in whole euros: that of all years together, or that of each year."""
Effort: TypeAlias = dict[Id, dict[MomentField, Hours]]


def total(one_off: OneOff) -> int:
    """Give a one-off cost of all years together, in whole euros."""
    return sum(one_off.values()) if isinstance(one_off, dict) else one_off


def by_year(one_off: OneOff) -> PerYear:
    """Give a one-off cost by year, in whole euros; empty where nobody said in which years it falls."""
    return one_off if isinstance(one_off, dict) else {}


@record
class Until:
    """The last year in which an initiative costs anything, and why it stops then."""

    year: Year
    because: Prose


@record
class Costs:
    """The estimate. ``people`` is the part of the one-off cost for training and change.

    ``investment`` is, by year, the part of the one-off cost that is activated and depreciated over
    ``depreciation`` years. ``tco_years`` is over how many years all of it is added.
    """

    as_of: Day | None = None
    margin: Percentage | None = None
    one_off: PerYear = Field(default_factory=dict)
    recurring: PerYear = Field(default_factory=dict)
    until: Until | None = None
    people: Euros | None = None
    investment: PerYear = Field(default_factory=dict)
    depreciation: Years | None = None
    tco_years: Years | None = None
    cover: dict[Id, Annotated[Cover, Terms("cover")]] = Field(default_factory=dict)

    @property
    def one_off_total(self) -> int:
        """The one-off cost of all years together, in whole euros."""
        return sum(self.one_off.values())

    @property
    def investment_total(self) -> int:
        """The investment of all years together, in whole euros."""
        return sum(self.investment.values())

    @property
    def recurring_most(self) -> int:
        """The recurring cost of the year in which it is highest, in whole euros."""
        return max(self.recurring.values(), default=0)


@record
class Benefits:
    """What an initiative saves, and on which budget the saving is booked."""

    one_off: PerYear = Field(default_factory=dict)
    recurring: PerYear = Field(default_factory=dict)
    booked_on: Line | None = None
    text: Prose | None = None

    @property
    def recurring_most(self) -> int:
        """The saving of the year in which it is highest, in whole euros."""
        return max(self.recurring.values(), default=0)
