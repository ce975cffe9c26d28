"""What a change of an initiative costs or saves, in all years, in all and for each member."""

from collections.abc import Iterator
from dataclasses import dataclass

from icteregie.analysis.cost_sharing import CostSums, NoShareError, contributions
from icteregie.analysis.standing.standing import has_cost
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.workspace.matching import Initiatives
from icteregie.workspace.sides import Version


@dataclass(frozen=True, slots=True)
class MoneyChange:
    """The cost of one initiative in all years before and after, in whole euros.

    What is neither asked for nor committed costs nothing yet. The shares, by member, add up to
    the totals.
    """

    id: str
    title: str
    before: CostSums
    after: CostSums

    @property
    def difference(self) -> int:
        """What it costs more; negative is less."""
        return self.after.total - self.before.total

    def difference_for(self, member: str) -> int:
        """Give what one member pays more; negative is less."""
        return self.after.share(member) - self.before.share(member)


def sums(portfolio: Portfolio, initiative: Initiative) -> CostSums | None:
    """Add and share what an initiative asks or has; None when its key gives nobody any weight."""
    if not has_cost(portfolio, initiative):
        return CostSums()
    try:
        return contributions(portfolio, initiative)
    except NoShareError:
        return None


def compare(
    before: Version, after: Version, matches: Initiatives
) -> tuple[tuple[MoneyChange, ...], tuple[str, ...]]:
    """Compare the money of every initiative, by id; and name those of which it can't be shared."""
    if not after.has_base_config:
        return (), ()
    changes, unshared = [], []
    for name, earlier, later in _pairs(before, after, matches):
        was = sums(before.portfolio, earlier) if earlier else CostSums()
        now = sums(after.portfolio, later) if later else CostSums()
        if was is None or now is None:
            unshared.append(name)
        elif _amounts(was) != _amounts(now):
            changes.append(MoneyChange(name, (later or earlier).title, was, now))  # type: ignore[union-attr]
    return tuple(changes), tuple(unshared)


def _amounts(sums: CostSums) -> object:
    return sums.one_off, sums.recurring, {m: share for m, share in sums.shares.items() if any(share)}


def _pairs(
    before: Version, after: Version, matches: Initiatives
) -> Iterator[tuple[str, Initiative | None, Initiative | None]]:
    old = {
        matches.renames.get(name, name): initiative
        for name, initiative in before.portfolio.initiatives.items()
    }
    new = after.portfolio.initiatives
    for name in sorted({*old, *new}):
        yield name, old.get(name), new.get(name)
