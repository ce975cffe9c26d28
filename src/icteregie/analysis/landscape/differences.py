"""How much members differ in what they run for one component, and what harmonising that touches."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from icteregie.analysis.cost_sharing import split_amount
from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.products import Product, products
from icteregie.analysis.landscape.sums import Sum, YearlySum, users_of, yearly_of
from icteregie.portfolio.partnership import Partnership


@dataclass(frozen=True, slots=True)
class Touched:
    """What moves when all go to the most common product: all applications that are another one.

    ``contracts`` counts those with a contract of which an end is given.
    """

    applications: tuple[MemberApplication, ...]
    members: tuple[str, ...]
    users: Sum
    yearly: YearlySum
    contracts: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What runs for one component: its products, the most common first, and all sums over them.

    ``members`` are those that run something for it, in their order. ``shares`` has the part of the
    users that each product has, in whole percents that add up to 100, by the key of the product; empty
    where no users are given.
    """

    component: str
    applications: tuple[MemberApplication, ...]
    products: tuple[Product, ...]
    members: tuple[str, ...]
    versions: int
    users: Sum
    yearly: YearlySum
    shares: dict[str, int]
    touched: Touched

    @property
    def most_common(self) -> Product:
        """The product that most members run, of equally many the one with most users."""
        return self.products[0]

    @property
    def is_different(self) -> bool:
        """Whether more than one product runs."""
        return len(self.products) > 1


def by_component(
    partnership: Partnership, applications: Iterable[MemberApplication]
) -> dict[str, tuple[MemberApplication, ...]]:
    """Give the applications of each component that has any, in the order of ``regie.yaml``.

    An application of two components stands under each of them; one of none, or of a component that the
    partnership doesn't have, under none.
    """
    by_id: dict[str, list[MemberApplication]] = {}
    for each in applications:
        for component in each.application.components:
            by_id.setdefault(component, []).append(each)
    return {component: tuple(by_id[component]) for component in partnership.components if component in by_id}


def differences(
    partnership: Partnership, applications: Iterable[MemberApplication]
) -> tuple[Difference, ...]:
    """Describe every component for which something runs, in the order of ``regie.yaml``."""
    return tuple(
        difference(component, own) for component, own in by_component(partnership, applications).items()
    )


def difference(component: str, applications: tuple[MemberApplication, ...]) -> Difference:
    """Describe the products that run for one component; ``applications`` are all of it, at least one."""
    distinct = products(applications)
    return Difference(
        component,
        applications,
        distinct,
        tuple(dict.fromkeys(each.member for each in applications)),
        sum(len(product.versions) for product in distinct),
        users_of(applications),
        yearly_of(applications),
        user_shares(distinct),
        _touched(distinct[1:]),
    )


def user_shares(distinct: Iterable[Product]) -> dict[str, int]:
    """Share 100 percent by users, by the largest remainder; empty where nobody gave any users."""
    users = {product.key: product.users.total or 0 for product in distinct}
    everyone = sum(users.values())
    return split_amount(100, {key: Fraction(own, everyone) for key, own in users.items()}) if everyone else {}


def _touched(others: tuple[Product, ...]) -> Touched:
    applications = tuple(each for product in others for each in product.applications)
    return Touched(
        applications,
        tuple(dict.fromkeys(each.member for each in applications)),
        users_of(applications),
        yearly_of(applications),
        sum(each.application.contract is not None for each in applications),
    )
