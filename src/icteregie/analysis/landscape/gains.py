"""What harmonising a component would gain: euros, contracts that end together, and users that move.

The euros are those above the cheapest cost a user, times users, over all applications of which both are
given; a bound of what could be saved, in whole euros and rounded down.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from icteregie.analysis.landscape.applications import MemberApplication, supplier_key
from icteregie.analysis.landscape.contracts import ContractsTogether, contract_ends, together
from icteregie.analysis.landscape.differences import Difference
from icteregie.analysis.landscape.sums import FEWEST_SUPPLIERS

FEWEST_COMPARED = 2


@dataclass(frozen=True, slots=True)
class Gain:
    """What one component would gain.

    ``euros`` is None where fewer than two applications give both users and cost: there is nothing to compare.
    ``unknown`` counts those that don't, ``suppliers`` who get any of what was compared. ``contracts`` is the
    group of contracts of most members that end together; None where none do.
    """

    difference: Difference
    euros: int | None
    unknown: int
    suppliers: int
    contracts: ContractsTogether | None

    @property
    def is_price(self) -> bool:
        """Whether it shows what one or two suppliers charge: of two, each could work out the other's."""
        return self.euros is not None and self.suppliers in range(1, FEWEST_SUPPLIERS)


def gains(differences: Iterable[Difference], day: date, within: int) -> tuple[Gain, ...]:
    """Give what each component with more than one product would gain, the largest first.

    In euros, of which unknown ones come last; then by the contracts that end together, the users that
    move, and the id of the component.
    """
    compared = (gain(each, day, within) for each in differences if each.is_different)
    return tuple(sorted(compared, key=_size))


def _size(gain: Gain) -> tuple[int, int, int, str]:
    contracts = len(gain.contracts.ends) if gain.contracts else 0
    euros = -1 if gain.euros is None else gain.euros
    return -euros, -contracts, -(gain.difference.touched.users.total or 0), gain.difference.component


def gain(difference: Difference, day: date, within: int) -> Gain:
    """Give what one component would gain."""
    compared = [(each, rate) for each in difference.applications if (rate := cost_a_user(each)) is not None]
    groups = together(contract_ends(difference.applications, day), within)
    return Gain(
        difference,
        _above_cheapest(compared),
        len(difference.applications) - len(compared),
        len({supplier_key(each) for each, _ in compared if each.application.yearly}),
        max(
            groups,
            key=lambda each: (len(each.members), len(each.ends), -each.first.toordinal()),
            default=None,
        ),
    )


def cost_a_user(each: MemberApplication) -> Fraction | None:
    """Give the exact euros a user a year; None where one isn't given, or nobody uses it."""
    yearly, users = each.application.yearly, each.application.users
    return Fraction(yearly, users) if yearly is not None and users else None


def _above_cheapest(compared: list[tuple[MemberApplication, Fraction]]) -> int | None:
    if len(compared) < FEWEST_COMPARED:
        return None
    cheapest = min(rate for _, rate in compared)
    return int(sum((rate - cheapest) * (each.application.users or 0) for each, rate in compared))
