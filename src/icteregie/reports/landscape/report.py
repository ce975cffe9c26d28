"""The landscapes against each other: what is judged, and the sections of what is found.

A section is a module in this folder that makes a value from the portfolio and the scope, a field here that
holds it, and an entry in ``render/landscape/sections.py`` that shows it.
"""

from dataclasses import dataclass

from icteregie.analysis.landscape.applications import judged, running
from icteregie.analysis.landscape.differences import Difference, differences
from icteregie.analysis.landscape.gains import Gain, gains
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis
from icteregie.reports.landscape.scope import Scope
from icteregie.reports.landscape.totals import Totals, totals

NEEDS = ("id", "participants", "retires", "status")
"""The keys of an initiative without which it can't be set against what it retires."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LandscapeReport:
    """What the members run, as far as it was asked for.

    ``judged`` are the members whose landscape can be read, ``without`` those that have none, and
    ``unread`` the files that can't be read: of these nothing is known, which is no clean bill. ``totals``
    are of all that is judged, or of what was asked for.
    """

    basis: Basis
    scope: Scope
    judged: tuple[str, ...]
    without: tuple[str, ...]
    unread: tuple[str, ...]
    totals: Totals
    gains: tuple[Gain, ...]
    differences: tuple[Difference, ...]

    @property
    def different(self) -> int:
        """How many components run on more than one product."""
        return sum(each.is_different for each in self.differences)


def landscape_report(basis: Basis, scope: Scope) -> LandscapeReport:
    """Set the landscapes against each other as of a day; only what is in use counts."""
    portfolio = basis.portfolio
    partnership, in_use = portfolio.partnership, running(portfolio)
    compared = tuple(
        each
        for each in differences(partnership, in_use)
        if scope.covers_component(each.component, each.applications)
    )
    return LandscapeReport(
        basis=basis,
        scope=scope,
        judged=judged(portfolio),
        without=_without(basis),
        unread=unread(portfolio),
        totals=totals(partnership, tuple(filter(scope.covers, in_use)), compared),
        gains=gains(compared, basis.day, partnership.thresholds.contracts_together),
        differences=compared,
    )


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
