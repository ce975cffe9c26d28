"""Which part of the landscapes is shown, and how much of it may leave git; layers and levels of that part."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from icteregie.analysis.landscape.applications import MemberApplication, folded_supplier
from icteregie.analysis.landscape.differences import Difference
from icteregie.analysis.landscape.layers import Layers, layers, process_data
from icteregie.analysis.landscape.security import Security, security
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import member_of
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis

MOST_CHANCES = 10
"""So many of the largest differences are shown when no other number is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What was asked for. It chooses what is shown, and never changes a figure of what is.

    ``supplier`` is a name as it was typed, or a part of one. ``year`` is the first year that is shown of
    what goes by year. ``has_versions`` and ``has_prices`` allow what otherwise stays in git: versions,
    which show where to attack, and amounts of one supplier, which are a secret of its tender.
    """

    year: int
    component: str | None = None
    member: str | None = None
    supplier: str | None = None
    top: int = MOST_CHANCES
    has_versions: bool = False
    has_prices: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all of the landscapes is shown."""
        return (self.component, self.member, self.supplier) == (None, None, None)

    def covers(self, each: MemberApplication) -> bool:
        """Whether an application is one of those that were asked for."""
        return (
            self.member in (None, each.member)
            and (self.component is None or self.component in each.application.components)
            and self._is_of_supplier(each)
        )

    def covers_component(self, component: str, applications: tuple[MemberApplication, ...]) -> bool:
        """Whether what runs for a component is shown: one of its applications was asked for."""
        return self.component in (None, component) and any(map(self.covers, applications))

    def _is_of_supplier(self, each: MemberApplication) -> bool:
        if self.supplier is None:
            return True
        own = each.application.supplier
        return own is not None and folded_supplier(self.supplier) in folded_supplier(own)


def of_members(basis: Basis) -> Portfolio:
    """Leave out the landscapes of those who left before the day: nobody harmonises with them."""
    portfolio, day = basis.portfolio, basis.day
    members = portfolio.partnership.members
    left = {n for n, member in members.items() if member.has_joined_by(day) and not member.is_member_on(day)}
    kept = {key: each for key, each in portfolio.landscapes.items() if member_of(key) not in left}
    return replace(portfolio, records={**portfolio.records, LANDSCAPE.name: kept}) if left else portfolio


def shown_layers(partnership: Partnership, in_use: Sequence[MemberApplication], scope: Scope) -> Layers:
    """Divide what was asked for over the layers."""
    data = tuple(
        each
        for each in process_data(partnership, in_use)
        if scope.covers_component(each.component, each.applications)
    )
    return replace(layers(partnership, filter(scope.covers, in_use)), data=data)


def shown_security(
    partnership: Partnership,
    in_use: Sequence[MemberApplication],
    scope: Scope,
    compared: Sequence[Difference],
) -> Security:
    """Set the levels against those of GEMMA, for the components that are compared."""
    shown = {each.component for each in compared}
    rows = tuple(each for each in security(partnership, in_use).rows if each.component in shown)
    return replace(security(partnership, filter(scope.covers, in_use)), rows=rows)
