"""Which products applications are: one name however it is spelled, with its use added up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication, folded_product
from icteregie.analysis.landscape.sums import Sum, YearlySum, users_of, yearly_of


@dataclass(frozen=True, slots=True)
class Product:
    """One product with the applications that are it; ``key`` is its folded name.

    ``name`` is the spelling that most of them have, of equally many the first in the alphabet.
    ``versions`` are the distinct ones that are given, and ``members`` who run it, in their order.
    """

    key: str
    name: str
    applications: tuple[MemberApplication, ...]
    members: tuple[str, ...]
    versions: tuple[str, ...]
    users: Sum
    yearly: YearlySum


def products(applications: Iterable[MemberApplication]) -> tuple[Product, ...]:
    """List the distinct products, the most common first: by members, then by users, then by name.

    Users that nobody gave count as none in this order. Names that only look alike stay two products.
    """
    by_key: dict[str, list[MemberApplication]] = {}
    for each in applications:
        by_key.setdefault(folded_product(each.application.product), []).append(each)
    return tuple(sorted((_product(key, own) for key, own in by_key.items()), key=_commonness))


def _commonness(product: Product) -> tuple[int, int, str]:
    return -len(product.members), -(product.users.total or 0), product.key


def _product(key: str, own: list[MemberApplication]) -> Product:
    spellings = Counter(" ".join(each.application.product.split()) for each in own)
    return Product(
        key,
        min(spellings, key=lambda name: (-spellings[name], name)),
        tuple(own),
        tuple(dict.fromkeys(each.member for each in own)),
        versions_of(own),
        users_of(own),
        yearly_of(own),
    )


def versions_of(applications: Iterable[MemberApplication]) -> tuple[str, ...]:
    """List the distinct versions that are given, in the order of their names."""
    named = (each.application.version for each in applications)
    by_key: dict[str, str] = {}
    for version in sorted(version for version in named if version is not None):
        by_key.setdefault(folded_product(version), version)
    return tuple(by_key.values())
