"""The landscapes against each other: what is judged, and the sections of what is found.

A section is a module in this folder that makes a value from the portfolio and the scope, a field here that
holds it, and an entry in ``render/landscape/sections.py`` that shows it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from icteregie.analysis.landscape import moves
from icteregie.analysis.landscape.applications import MemberApplication, judged, running
from icteregie.analysis.landscape.changes import Changes, changes, of_member
from icteregie.analysis.landscape.contracts import ContractsTogether
from icteregie.analysis.landscape.differences import Difference, differences
from icteregie.analysis.landscape.gains import Gain, gains
from icteregie.analysis.landscape.growth import GrowthPath, growth_paths
from icteregie.analysis.landscape.layers import Layers
from icteregie.analysis.landscape.pruning import Candidate, pruning
from icteregie.analysis.landscape.security import Security
from icteregie.analysis.landscape.similar_names import SimilarNames, similar_names
from icteregie.analysis.landscape.suppliers import SharedSupplier, shared_suppliers
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis
from icteregie.reports.landscape.contracts import SharedEnd, shared_ends
from icteregie.reports.landscape.scope import Scope, of_members, shown_layers, shown_security
from icteregie.reports.landscape.totals import Totals, judged_differences, totals

NEEDS = ("id", *moves.NEEDS)
"""The keys of an initiative without which it can't be set against what it retires."""
ShownGain: TypeAlias = Gain
"""A difference of the report, by the name under which who shows reports knows it."""
ShownContracts: TypeAlias = ContractsTogether
"""The contracts of such a difference that end together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LandscapeReport:
    """What the members run, as far as it was asked for.

    ``judged`` are the members whose landscape can be read, ``without`` those that have none, and
    ``unread`` the files that can't be read: of these nothing is known, which is no clean bill. ``totals``
    are of all that is judged, or of what was asked for. ``changes`` are those of the agenda of its year;
    None where only a component or a supplier was asked for. ``at`` are the members that run what is shown.
    """

    basis: Basis
    scope: Scope
    judged: tuple[str, ...]
    at: tuple[str, ...]
    without: tuple[str, ...]
    unread: tuple[str, ...]
    totals: Totals
    gains: tuple[Gain, ...]
    differences: tuple[Difference, ...]
    growth: tuple[GrowthPath, ...]
    changes: Changes | None
    names: tuple[SimilarNames, ...]
    pruning: tuple[Candidate, ...]
    suppliers: tuple[SharedSupplier, ...]
    contracts: tuple[SharedEnd, ...]
    layers: Layers
    security: Security

    @property
    def different(self) -> int:
        """How many components run on more than one product."""
        return sum(each.is_different for each in self.differences)


def landscape_report(basis: Basis, scope: Scope) -> LandscapeReport:
    """Set the landscapes against each other as of a day; only what is in use counts."""
    portfolio = of_members(basis)
    partnership, in_use = portfolio.partnership, running(portfolio)
    agenda = changes(portfolio, scope.year)
    compared = tuple(
        each
        for each in judged_differences(differences(partnership, in_use), agenda.shown)
        if scope.covers_component(each.component, each.applications)
    )
    asked = tuple(filter(scope.covers, in_use))
    return LandscapeReport(
        basis=basis,
        scope=scope,
        judged=judged(portfolio),
        at=judged(portfolio) if scope.is_whole else tuple(dict.fromkeys(each.member for each in asked)),
        without=_without(basis),
        unread=unread(basis.portfolio),
        totals=totals(partnership, asked, compared, agenda.shown),
        gains=gains(compared, basis.day, partnership.thresholds.contracts_together),
        differences=compared,
        growth=_growth(portfolio, scope),
        changes=_changes(agenda, scope),
        names=tuple(
            each
            for each in similar_names(in_use)
            if _is_shown(scope, (*each.first.applications, *each.second.applications))
        ),
        pruning=tuple(
            each
            for each in pruning(portfolio)
            if _is_shown(scope, each.applications)
            and scope.component in (None, each.component or scope.component)
        ),
        suppliers=tuple(each for each in shared_suppliers(in_use) if _is_shown(scope, each.applications)),
        contracts=tuple(
            each
            for each in shared_ends(basis, in_use)
            if _is_shown(scope, (own.application for own in each.contracts.ends))
        ),
        layers=shown_layers(partnership, in_use, scope),
        security=shown_security(partnership, in_use, scope, compared),
    )


def _is_shown(scope: Scope, applications: Iterable[MemberApplication]) -> bool:
    """Whether one of the applications was asked for."""
    return any(map(scope.covers, applications))


def _growth(portfolio: Portfolio, scope: Scope) -> tuple[GrowthPath, ...]:
    """Give the paths that were asked for; none by a supplier, since it is no way to a target."""
    if scope.supplier is not None:
        return ()
    paths = growth_paths(portfolio, scope.year)
    return tuple(path for path in paths if scope.component in (None, path.component))


def _changes(every: Changes, scope: Scope) -> Changes | None:
    """Say what an agenda changes, for all or for one member; nothing of one component or supplier."""
    if not scope.component is scope.supplier is None:
        return None
    return every if scope.member is None else of_member(every, scope.member)


def unread(portfolio: Portfolio) -> tuple[str, ...]:
    """Name the files with landscapes that can't be read."""
    paths = portfolio.paths[LANDSCAPE.name]
    return tuple(path for key, path in paths.items() if key not in portfolio.landscapes)


def _without(basis: Basis) -> tuple[str, ...]:
    """Name who are members on the day and have no landscape at all."""
    with_file = {key.partition("/")[0] for key in basis.portfolio.paths[LANDSCAPE.name]}
    members = basis.portfolio.partnership.members
    return tuple(
        name for name, member in members.items() if name not in with_file and member.is_member_on(basis.day)
    )
