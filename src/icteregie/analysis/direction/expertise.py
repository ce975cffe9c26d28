"""What members themselves know of a domain: on whom it hangs, where it runs short, and since when."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.portfolio.direction import Domain
from icteregie.portfolio.portfolio import Portfolio

Dependence: TypeAlias = Literal["one-person", "supplier-only", "nobody"]
"""``one-person``: one expert over all members. ``supplier-only``: only the member that supplies has any, or
nobody and there is a supplier. ``nobody``: none, and no supplier either."""


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
