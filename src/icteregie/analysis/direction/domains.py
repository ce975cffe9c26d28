"""Who can direct and supply a domain, what is unclear about that, and what members themselves know of it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.standing.standing import planned
from icteregie.portfolio.direction import Domain
from icteregie.portfolio.initiative import PARTNERSHIP
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio

_BEFORE = re.compile(r"^(?:de |the )?(?:(?:gemeente|stad|municipality of|city of|municipality|city) )?")
_FORM = re.compile(r" (?:b ?v|n ?v|u ?a|w ?a|b ?a)$")
"""Legal forms that stand behind a name, after their points were left out."""

Mixing: TypeAlias = Literal["same", "same-name", "own-without-client"]
"""How a supplier directs: by one id, under two names, or the own organisation without a client's seat."""

Dependence: TypeAlias = Literal["one-person", "supplier-only", "nobody"]
"""``one-person``: one expert over all members. ``supplier-only``: only the member that supplies has any, or
nobody and there is a supplier. ``nobody``: none, and no supplier either."""


def uses_direction(partnership: Partnership) -> bool:
    """Whether a portfolio says who directs in a way that can be judged: it lists parties, or has a mandate.

    Without either, director and supplier are words that nobody promised to be ids.
    """
    return bool(partnership.parties) or any(domain.mandate for domain in partnership.domains.values())


def directors(partnership: Partnership) -> Mapping[str, str]:
    """Name who can direct: a member, a body that decides, or all together; by id."""
    members = {id_: member.name for id_, member in partnership.members.items()}
    bodies = {id_: body.name for id_, body in partnership.bodies.items() if body.role == "decides"}
    return {**members, **bodies, PARTNERSHIP: partnership.name}


def suppliers(partnership: Partnership) -> Mapping[str, str]:
    """Name who can supply: a party, or a member that does so for the others; by id."""
    parties = {id_: party.name for id_, party in partnership.parties.items()}
    return {**{id_: member.name for id_, member in partnership.members.items()}, **parties}


def same_party(partnership: Partnership, director: str, supplier: str) -> bool:
    """Whether director and supplier are one, by their id or, whatever its spelling, by their name."""
    if director == supplier:
        return True
    first, other = directors(partnership).get(director), suppliers(partnership).get(supplier)
    return first is not None and other is not None and folded(first) == folded(other) != ""


def folded(name: str) -> str:
    """Give a name without capitals, accents, points, legal form, and «gemeente» or the like before it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    words = " ".join(re.sub(r"[\W_]+", " ", plain.casefold()).split())
    return _FORM.sub("", _BEFORE.sub("", words, count=1))


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


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A member that needs more experts than it has, from the day after ``by`` on; None: now already."""

    member: str
    now: int
    needed: int
    by: date | None

    def is_due(self, day: date) -> bool:
        """Whether there are too few on a day; the day itself still has enough."""
        return self.by is None or self.by < day


@dataclass(frozen=True, slots=True)
class Expertise:
    """What is known of one domain; ``total`` is of who gave a number, ``unknown`` are who gave none.

    ``dependence`` is None where more than one person knows it, or where somebody gave no number.
    """

    total: int
    unknown: tuple[str, ...]
    dependence: Dependence | None
    shortfalls: tuple[Shortfall, ...]
    single: str = ""


def expertise(portfolio: Portfolio, domain: Domain, day: date) -> Expertise:
    """Add the experts of who are members on a day."""
    members = [name for name, m in portfolio.partnership.members.items() if m.is_member_on(day)]
    stated = {name: domain.experts[name] for name in members if name in domain.experts}
    unknown = tuple(name for name in members if name not in stated)
    having = {name: experts.now for name, experts in stated.items() if experts.now}
    short = tuple(Shortfall(m, e.now, e.needed or 0, e.by) for m, e in stated.items() if e.short)
    dependence = None if unknown or not stated else _dependence(domain, having)
    single = next(iter(having)) if dependence == "one-person" else ""
    return Expertise(sum(having.values()), unknown, dependence, short, single)


def _dependence(domain: Domain, having: dict[str, int]) -> Dependence | None:
    if not having:
        return "supplier-only" if domain.supplier is not None else "nobody"
    if set(having) == {domain.supplier}:
        return "supplier-only"
    return "one-person" if sum(having.values()) == 1 else None
