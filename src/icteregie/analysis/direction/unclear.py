"""What is unclear about the direction of a domain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.direction.roles import directors, same_party, suppliers, uses_direction
from icteregie.analysis.standing.standing import planned
from icteregie.portfolio.direction import Domain
from icteregie.portfolio.initiative import PARTNERSHIP
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio

Mixing: TypeAlias = Literal["same", "same-name", "own-without-client"]
"""How a supplier directs: by one id, under two names, or the own organisation without a client's seat."""


@dataclass(frozen=True, slots=True)
class Seatless:
    """A member without a client in a domain, and how many initiatives of that domain it takes part in."""

    member: str
    count: int


def mixing(partnership: Partnership, domain: Domain) -> Mixing | None:
    """Say how the supplier of a domain directs it too; None where it doesn't."""
    director, supplier = domain.director, domain.supplier
    if director is None or supplier is None:
        return None
    if director == supplier:
        return "same"
    if director != PARTNERSHIP and same_party(partnership, director, supplier):
        return "same-name"
    party = partnership.parties.get(supplier)
    is_own = director == PARTNERSHIP and party is not None and party.kind == "own"
    return "own-without-client" if is_own and not domain.clients else None


def without_director(portfolio: Portfolio) -> tuple[str, ...]:
    """Name the domains that nobody directs, where the portfolio says of domains who directs."""
    partnership = portfolio.partnership
    if not uses_direction(partnership):
        return ()
    return tuple(name for name, domain in partnership.domains.items() if domain.director is None)


def seatless(portfolio: Portfolio) -> Mapping[str, tuple[Seatless, ...]]:
    """Name by domain who take part in what asks or runs in it, and name no client there."""
    partnership = portfolio.partnership
    counts: dict[str, dict[str, int]] = {name: {} for name in partnership.domains}
    for initiative in planned(portfolio) if uses_direction(partnership) else ():
        if initiative.domain in counts:
            for member in portfolio.participants(initiative):
                counts[initiative.domain][member] = counts[initiative.domain].get(member, 0) + 1
    seatless = {name: tuple(_without_seat(partnership, name, counts[name])) for name in counts}
    return {name: rows for name, rows in seatless.items() if rows}


def _without_seat(partnership: Partnership, name: str, counts: Mapping[str, int]) -> Iterator[Seatless]:
    for member in partnership.members:
        if member in counts and member not in partnership.domains[name].clients:
            yield Seatless(member, counts[member])


def unknown_director(partnership: Partnership, domain: Domain) -> bool:
    """Whether a domain names a director that can't be one."""
    return domain.director is not None and domain.director not in directors(partnership)


def unknown_supplier(partnership: Partnership, domain: Domain) -> bool:
    """Whether a domain names a supplier that is no party and no member."""
    return domain.supplier is not None and domain.supplier not in suppliers(partnership)
