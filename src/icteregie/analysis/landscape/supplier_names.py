"""Of which supplier an application is, however its name is spelled."""

from icteregie.analysis.direction.domains import folded as folded_party
from icteregie.analysis.landscape.applications import MemberApplication


def folded_supplier(name: str) -> str:
    """Give a supplier's name without capitals, accents, points and legal form."""
    return folded_party(name) or name.casefold()


def supplier_key(each: MemberApplication) -> str:
    """Give what tells suppliers apart; without a supplier, the product stands for who makes it."""
    name = each.application.supplier
    return folded_supplier(name) if name is not None else f"/{each.application.product.casefold()}"
