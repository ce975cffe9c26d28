"""What each member pays: the cost of initiatives, shared by their own key or by another.

Whole euros. Every amount is shared by itself, so that the sums here are those of the
agenda and of every factsheet, to the euro.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from icteregie.analysis.cost_sharing import share_of
from icteregie.portfolio.initiative import PAID, Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(slots=True)
class Sums:
    """One-off and recurring cost, in all and for each member in their order."""

    one_off: int = 0
    recurring: int = 0
    shares: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """One-off and recurring together."""
        return self.one_off + self.recurring

    def share(self, member: str) -> int:
        """Give what one member pays of it, one-off and recurring together."""
        return sum(self.shares.get(member, (0, 0)))

    def add(self, other: "Sums") -> None:
        """Add other sums to these."""
        self.one_off += other.one_off
        self.recurring += other.recurring
        for member, (one_off, recurring) in other.shares.items():
            mine = self.shares.get(member, (0, 0))
            self.shares[member] = (mine[0] + one_off, mine[1] + recurring)


def years_of(initiative: Initiative) -> tuple[int, ...]:
    """List the years in which an initiative costs anything, in order."""
    costs = initiative.costs
    return tuple(sorted({*costs.one_off, *costs.recurring})) if costs else ()


def counts(initiative: Initiative) -> bool:
    """Whether its cost is asked for or committed."""
    return (initiative.is_planned and not initiative.is_deferred) or initiative.status in PAID


def contributions(
    portfolio: Portfolio, initiative: Initiative, years: Collection[int] | None = None, key: str | None = None
) -> Sums:
    """Add and share the cost of one initiative, in some years or in all.

    Raises NoShareError when the key gives no participant any weight.
    """
    sums = Sums(shares=dict.fromkeys(portfolio.partnership.members, (0, 0)))
    costs = initiative.costs
    for year in years_of(initiative) if costs else ():
        if costs is None or (years is not None and year not in years):
            continue
        one_off, recurring = costs.one_off.get(year, 0), costs.recurring.get(year, 0)
        first = share_of(portfolio, initiative, one_off, key) if one_off else {}
        second = share_of(portfolio, initiative, recurring, key) if recurring else {}
        shares = {m: (first.get(m, 0), second.get(m, 0)) for m in portfolio.participants(initiative)}
        sums.add(Sums(one_off, recurring, shares))
    return sums


def sum_of(
    portfolio: Portfolio,
    initiatives: Iterable[Initiative],
    years: Collection[int] | None = None,
    key: str | None = None,
) -> Sums:
    """Add the cost of initiatives, each shared by itself; every member has a share, if only 0.

    Raises NoShareError as ``contributions`` does.
    """
    whole = Sums(shares=dict.fromkeys(portfolio.partnership.members, (0, 0)))
    for initiative in initiatives:
        whole.add(contributions(portfolio, initiative, years, key))
    return whole
