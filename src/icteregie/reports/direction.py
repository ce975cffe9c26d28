"""Who directs each domain, what is unclear about that, on whom knowledge hangs, and who decides what."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from icteregie.analysis.direction.deciders import Amounts, Decider, asked_amounts, deciders
from icteregie.analysis.direction.domains import (
    Expertise,
    Seatless,
    directors,
    expertise,
    mixing,
    seatless,
    suppliers,
    unknown_director,
    unknown_supplier,
)
from icteregie.analysis.direction.sponsors import IdleClient, idle_clients
from icteregie.analysis.standing.standing import Standing, on_agenda, own_standing
from icteregie.diagnostics.types import Value
from icteregie.portfolio.direction import Domain
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis

NEEDS = (
    "agenda", "alternative_to", "costs", "domain", "experiment", "late", "participants", "period", "status",
    "sponsor", "steering", "submitted", "submitter", "title",
)  # fmt: skip
"""The keys of an initiative without which nobody can say who decides it."""

UnclearKind: TypeAlias = Literal[
    "no-director",
    "unknown-director",
    "no-supplier",
    "unknown-supplier",
    "same",
    "same-name",
    "own-without-client",
    "no-client",
    "idle-client",
    "no-experts",
]
ExpertKind: TypeAlias = Literal["one-person", "supplier-only", "nobody", "short", "runs-short"]


@dataclass(frozen=True, slots=True)
class DomainView:
    """One domain; director and supplier by the name that people know, "" where nobody is named."""

    id: str
    domain: Domain
    director: str
    supplier: str
    expertise: Expertise


@dataclass(frozen=True, slots=True)
class Unclear:
    """One thing that is unclear about a domain, and the members that it is about, by name."""

    view: DomainView
    kind: UnclearKind
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dependence:
    """Where a domain hangs on one person or on its supplier, or runs short; ``member`` by name, or ""."""

    view: DomainView
    kind: ExpertKind
    member: str = ""
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decides an initiative, by name, and by which rule."""

    initiative: Initiative
    decider: Decider
    name: str
    amounts: Amounts
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class DirectionReport:
    """The direction of all domains, and who decides the initiatives of ``year``, by id; None without one."""

    basis: Basis
    year: int | None
    domains: tuple[DomainView, ...]
    unclear: tuple[Unclear, ...]
    dependence: tuple[Dependence, ...]
    decides: tuple[Decided, ...]

    @property
    def clients(self) -> int:
        """How many clients are named, over all domains."""
        return sum(len(view.domain.clients) for view in self.domains)

    @property
    def idle_clients(self) -> int:
        """How many of these never sponsor anything in their domain."""
        return sum(len(each.members) for each in self.unclear if each.kind == "idle-client")


def direction_report(basis: Basis, year: int | None) -> DirectionReport:
    """Look at the domains on the day of the basis, and at the initiatives of an agenda."""
    portfolio = basis.portfolio
    views = tuple(_view(basis, id_, domain) for id_, domain in portfolio.partnership.domains.items())
    seats, idle = seatless(portfolio), idle_clients(portfolio)
    return DirectionReport(
        basis,
        year,
        views,
        tuple(
            each
            for view in views
            for each in _unclear(portfolio, view, seats.get(view.id, ()), idle.get(view.id, ()))
        ),
        tuple(each for view in views for each in _dependence(basis, view)),
        () if year is None else decided(portfolio, on_agenda(portfolio, year)),
    )


def decided(portfolio: Portfolio, initiatives: tuple[Initiative, ...]) -> tuple[Decided, ...]:
    """Say of each of these who decides it, in their order."""
    by_id = deciders(portfolio, initiatives)
    return tuple(
        Decided(i, by_id[i.id], _name(portfolio, by_id[i.id]), asked_amounts(i), own_standing(portfolio, i))
        for i in initiatives
    )


def _name(portfolio: Portfolio, decider: Decider) -> str:
    partnership = portfolio.partnership
    if decider.is_by_mandate:
        return directors(partnership).get(decider.director, decider.director)
    body = partnership.bodies.get(decider.body)
    return body.name if body else ""


def _view(basis: Basis, id_: str, domain: Domain) -> DomainView:
    partnership = basis.portfolio.partnership
    director, supplier = domain.director or "", domain.supplier or ""
    return DomainView(
        id_,
        domain,
        directors(partnership).get(director, director),
        suppliers(partnership).get(supplier, supplier),
        expertise(basis.portfolio, domain, basis.day),
    )


def _unclear(
    portfolio: Portfolio, view: DomainView, rows: tuple[Seatless, ...], idle: tuple[IdleClient, ...]
) -> Iterator[Unclear]:
    partnership, domain = portfolio.partnership, view.domain
    if domain.director is None:
        yield Unclear(view, "no-director")
    elif unknown_director(partnership, domain):
        yield Unclear(view, "unknown-director")
    if domain.supplier is None:
        yield Unclear(view, "no-supplier")
    elif partnership.parties and unknown_supplier(partnership, domain):
        yield Unclear(view, "unknown-supplier")
    if (kind := mixing(partnership, domain)) is not None:
        yield Unclear(view, kind)
    if rows:
        yield Unclear(view, "no-client", _members(portfolio, (row.member for row in rows)))
    if idle:
        yield Unclear(view, "idle-client", _members(portfolio, (row.member for row in idle)))
    if view.expertise.unknown:
        yield Unclear(view, "no-experts", _members(portfolio, iter(view.expertise.unknown)))


def _dependence(basis: Basis, view: DomainView) -> Iterator[Dependence]:
    partnership, known = basis.portfolio.partnership, view.expertise
    if known.dependence is not None:
        yield Dependence(
            view, known.dependence, partnership.member_name(known.single) if known.single else ""
        )
    for each in known.shortfalls:
        values: dict[str, Value] = {"now": each.now, "needed": each.needed}
        kind: ExpertKind = "short"
        if each.by is not None and not each.is_due(basis.day):
            kind, values = "runs-short", values | {"by": each.by}
        yield Dependence(view, kind, partnership.member_name(each.member), values)


def _members(portfolio: Portfolio, ids: Iterator[str]) -> tuple[str, ...]:
    return tuple(portfolio.partnership.member_name(name) for name in ids)
