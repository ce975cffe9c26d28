"""What an initiative costs, brings and takes: whole euros a year, hours a period."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from icteregie.portfolio.period import MomentField
from icteregie.portfolio.record import Terms, record
from icteregie.portfolio.scalars import Day, Euros, Hours, Id, Line, Percentage, Prose, Year

Cover: TypeAlias = Literal["covered", "reserve", "to-be-found"]
PerYear: TypeAlias = dict[Year, Euros]
Effort: TypeAlias = dict[Id, dict[MomentField, Hours]]


@record
class Costs:
    """The estimate. ``people`` is the part of the one-off cost for training and change."""

    as_of: Day | None = None
    margin: Percentage | None = None
    one_off: PerYear = Field(default_factory=dict)
    recurring: PerYear = Field(default_factory=dict)
    people: Euros | None = None
    cover: dict[Id, Annotated[Cover, Terms("cover")]] = Field(default_factory=dict)

    @property
    def one_off_total(self) -> int:
        """The one-off cost of all years together, in whole euros."""
        return sum(self.one_off.values())

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
