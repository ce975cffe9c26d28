"""Users and euros of several applications: what is given is added up, what isn't is counted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication, supplier_key

FEWEST_SUPPLIERS = 3
"""A sum of what fewer suppliers get leaves git only where prices are asked for."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum over ``count`` applications, of which ``unknown`` give nothing: unknown is not 0.

    ``total`` is None where none of them gives anything; of no application it is 0.
    """

    total: int | None
    count: int
    unknown: int


@dataclass(frozen=True, slots=True)
class YearlySum:
    """What applications cost a year together, in whole euros; ``suppliers`` counts who get any of it.

    With another sum that is shown it ``shows_price`` where the two differ by what one or two suppliers get.
    """

    euros: Sum
    suppliers: int
    shows_price: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the sum shows nobody's price: of two suppliers, each could work out the other's."""
        return not self.shows_price and self.suppliers not in range(1, FEWEST_SUPPLIERS)


def total(values: Iterable[int | None]) -> Sum:
    """Add up what is given."""
    listed = tuple(values)
    known = [value for value in listed if value is not None]
    return Sum(sum(known) if known or not listed else None, len(listed), len(listed) - len(known))


def users_of(applications: Iterable[MemberApplication]) -> Sum:
    """Add up the users."""
    return total(each.application.users for each in applications)


def yearly_of(applications: Collection[MemberApplication]) -> YearlySum:
    """Add up what they cost a year, in whole euros."""
    suppliers = {supplier_key(each) for each in applications if each.application.yearly}
    return YearlySum(total(each.application.yearly for each in applications), len(suppliers))
