"""Which suppliers several members have, so that they can face them together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication, folded_supplier
from icteregie.analysis.landscape.contracts import FEWEST_MEMBERS
from icteregie.analysis.landscape.products import Product, products
from icteregie.analysis.landscape.sums import Sum, YearlySum, users_of, yearly_of


@dataclass(frozen=True, slots=True)
class SharedSupplier:
    """One supplier of two or more members, called as most of them spell it."""

    key: str
    name: str
    members: tuple[str, ...]
    applications: tuple[MemberApplication, ...]
    products: tuple[Product, ...]
    users: Sum
    yearly: YearlySum


def by_supplier(applications: Iterable[MemberApplication]) -> dict[str, tuple[MemberApplication, ...]]:
    """Give the applications of each supplier, by its folded name; without a supplier there are none."""
    by_key: dict[str, list[MemberApplication]] = {}
    for each in applications:
        if each.application.supplier is not None:
            by_key.setdefault(folded_supplier(each.application.supplier), []).append(each)
    return {key: tuple(own) for key, own in by_key.items()}


def supplier_name(applications: Iterable[MemberApplication]) -> str:
    """Give the spelling that most of one supplier's applications have, of equally many the first."""
    spellings = Counter(" ".join((each.application.supplier or "").split()) for each in applications)
    return min(spellings, key=lambda name: (-spellings[name], name))


def shared_suppliers(applications: Iterable[MemberApplication]) -> tuple[SharedSupplier, ...]:
    """List the suppliers of two or more members: by members, then by applications, then by name."""
    suppliers = (_supplier(key, own) for key, own in by_supplier(applications).items())
    shared = (each for each in suppliers if len(each.members) >= FEWEST_MEMBERS)
    return tuple(sorted(shared, key=lambda each: (-len(each.members), -len(each.applications), each.key)))


def _supplier(key: str, own: tuple[MemberApplication, ...]) -> SharedSupplier:
    members = tuple(dict.fromkeys(each.member for each in own))
    return SharedSupplier(key, supplier_name(own), members, own, products(own), users_of(own), yearly_of(own))
