"""Initiatives in full: what their files say, and what follows from it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.ambitions.served import Served, served
from icteregie.analysis.arrivals import Size, arrival_date, size
from icteregie.analysis.asked import request_of
from icteregie.analysis.cost_sharing import NoShareError, cost_key_of, share_of
from icteregie.analysis.dependencies.edges import Edge, earliest_date_of, edges, slack
from icteregie.analysis.dossiers import NO_EVIDENCE, Evidence, evidence
from icteregie.analysis.foreseen import Foreseen, foreseen
from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.moves import added_members
from icteregie.analysis.landscape.touches import NEEDS, known_applications, meant
from icteregie.analysis.programmes import Programme, direct_parts, programme, wholes
from icteregie.portfolio.arrivals import Request, Span
from icteregie.portfolio.initiative import Addition, Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis
from icteregie.reports.show_application import ApplicationFactsheet, application_factsheets

CostKind: TypeAlias = Literal["one_off", "recurring"]


@dataclass(frozen=True, slots=True)
class YearShare:
    """One kind of cost in one year, in whole euros, and each participant's share of it.

    ``shares`` is empty when the cost allocation key gives no participant any weight.
    """

    kind: CostKind
    year: int
    amount: int
    shares: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other end of a dependency: when what comes first is ready, and the slack in days."""

    initiative: Initiative
    link: str
    ready: date | None
    slack: int | None


@dataclass(frozen=True, slots=True)
class Factsheet:
    """One initiative, with what its own file doesn't say.

    ``conflicts`` are ids with a reason, also those that only the other file names; so are
    ``alternatives``. ``wholes`` is what it is part of, the nearest first. ``arrived_span`` is set
    where lost history has to tell when it arrived. ``dossier`` is the path of the text beside its file,
    None without one. ``retired`` are the applications that it retires, and ``added`` has what it adds, each
    with its members.
    """

    initiative: Initiative
    file: str
    participants: tuple[str, ...]
    cost_key: str
    arrived: date
    request: Request
    size: Size
    year_shares: tuple[YearShare, ...]
    waits_for: tuple[Neighbour, ...]
    waited_for_by: tuple[Neighbour, ...]
    conflicts: tuple[tuple[str, str], ...]
    alternatives: tuple[str, ...]
    foreseen: Foreseen
    wholes: tuple[str, ...] = ()
    programme: Programme | None = None
    arrived_span: Span | None = None
    dossier: str | None = None
    evidence: Evidence = NO_EVIDENCE
    ambitions: tuple[Served, ...] = ()
    retired: tuple[MemberApplication, ...] = ()
    added: tuple[tuple[Addition, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ShowReport:
    """The factsheets that were asked for, in that order, and the sheets of applications.

    ``kept_back`` names what of applications isn't shown, as it stays in git: versions and prices.
    """

    basis: Basis
    factsheets: tuple[Factsheet, ...]
    applications: tuple[ApplicationFactsheet, ...] = ()
    kept_back: frozenset[str] = frozenset()


def show_report(
    basis: Basis,
    ids: Iterable[str],
    application_ids: Iterable[str] = (),
    kept_back: frozenset[str] = frozenset(),
) -> ShowReport:
    """Make a factsheet of every id, and a sheet of every application; each must be in the portfolio."""
    portfolio = basis.portfolio
    listed = known_applications(portfolio)
    known = _relations(portfolio)
    initiatives = (portfolio.initiatives[name] for name in ids)
    return ShowReport(
        basis,
        tuple(_factsheet(portfolio, initiative, known, listed) for initiative in initiatives),
        application_factsheets(portfolio.readable(NEEDS), listed, application_ids, basis.day),
        kept_back,
    )


@dataclass(frozen=True, slots=True)
class _Relations:
    """What ties initiatives, by id: what each waits for and what waits for it, and who names it elsewhere."""

    before: Mapping[str, list[Edge]]
    after: Mapping[str, list[Edge]]
    conflicts: Mapping[str, list[tuple[str, str]]]
    alternatives: Mapping[str, list[str]]
    parts: Mapping[str, tuple[str, ...]]


def _relations(portfolio: Portfolio) -> _Relations:
    before, after = defaultdict[str, list[Edge]](list), defaultdict[str, list[Edge]](list)
    for edge in edges(portfolio):
        before[edge.dependent.id].append(edge)
        after[edge.on.id].append(edge)
    conflicts, alternatives = defaultdict[str, list[tuple[str, str]]](list), defaultdict[str, list[str]](list)
    for other in portfolio.initiatives.values():
        for conflict in other.conflicts_with:
            conflicts[conflict.id].append((other.id, conflict.why))
        for name in dict.fromkeys(other.alternative_to):
            alternatives[name].append(other.id)
    return _Relations(before, after, conflicts, alternatives, direct_parts(portfolio))


def _factsheet(
    portfolio: Portfolio,
    initiative: Initiative,
    known: _Relations,
    listed: tuple[MemberApplication, ...],
) -> Factsheet:
    name = initiative.id
    arrival = portfolio.arrivals.get(name)
    return Factsheet(
        initiative=initiative,
        file=portfolio.files[initiative.id],
        participants=portfolio.participants(initiative),
        cost_key=cost_key_of(initiative, portfolio.partnership),
        arrived=arrival_date(portfolio, initiative),
        request=request_of(portfolio, initiative),
        size=size(initiative, portfolio.partnership.thresholds),
        year_shares=tuple(_year_shares(portfolio, initiative)),
        waits_for=tuple(_neighbour(edge, edge.on) for edge in known.before.get(name, ())),
        waited_for_by=tuple(_neighbour(edge, edge.dependent) for edge in known.after.get(name, ())),
        conflicts=tuple(_conflicts(initiative, known)),
        alternatives=tuple(dict.fromkeys((*initiative.alternative_to, *known.alternatives.get(name, ())))),
        foreseen=foreseen(portfolio, initiative),
        wholes=wholes(portfolio, initiative),
        programme=programme(portfolio, initiative, known.parts),
        arrived_span=arrival.span if arrival else None,
        dossier=portfolio.dossiers.get(initiative.id),
        evidence=evidence(portfolio, initiative),
        ambitions=served(portfolio, initiative),
        retired=meant(portfolio, listed, initiative),
        added=tuple(
            (addition, added_members(portfolio, initiative, addition)) for addition in initiative.adds
        ),
    )


def _year_shares(portfolio: Portfolio, initiative: Initiative) -> Iterator[YearShare]:
    costs = initiative.costs
    kinds: tuple[tuple[CostKind, Mapping[int, int]], ...] = (
        (("one_off", costs.one_off), ("recurring", costs.recurring)) if costs else ()
    )
    for kind, amounts in kinds:
        for year, amount in sorted(amounts.items()):
            yield YearShare(kind, year, amount, _shares(portfolio, initiative, amount, year))


def _shares(portfolio: Portfolio, initiative: Initiative, amount: int, year: int) -> Mapping[str, int]:
    try:
        return share_of(portfolio, initiative, amount, year=year)
    except NoShareError:
        return {}


def _neighbour(edge: Edge, other: Initiative) -> Neighbour:
    return Neighbour(other, edge.link.kind, earliest_date_of(edge), slack(edge))


def _conflicts(initiative: Initiative, known: _Relations) -> Iterator[tuple[str, str]]:
    """List conflicts with their reason: those that its own file names, then those of other files."""
    yield from ((conflict.id, conflict.why) for conflict in initiative.conflicts_with)
    yield from known.conflicts.get(initiative.id, ())
