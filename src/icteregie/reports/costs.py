"""Who pays what, in which year, for what, and by which cost allocation key."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from icteregie.analysis.cost_sharing import (
    CostSums,
    NoShareError,
    contributions,
    cost_key_of,
    total_contributions,
)
from icteregie.analysis.standing.amounts import amount_years
from icteregie.analysis.standing.standing import has_cost
from icteregie.portfolio.initiative import Initiative
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class CostsReport:
    """The initiatives that count, and the years that do: None for all. Amounts are whole euros."""

    basis: Basis
    initiatives: tuple[Initiative, ...]
    years: tuple[int, ...] | None = None

    def total(self) -> CostSums:
        """Add everything up."""
        return total_contributions(self.basis.portfolio, self.initiatives, self.years)

    def by_year(self) -> Iterator[tuple[int, CostSums]]:
        """Add each year up in which something costs something."""
        found = {year for i in self.initiatives for year in amount_years(self.basis.portfolio, i)}
        for year in sorted(found if self.years is None else found.intersection(self.years)):
            yield year, total_contributions(self.basis.portfolio, self.initiatives, (year,))

    def by_initiative(self) -> Iterator[tuple[Initiative, str, CostSums]]:
        """Share each initiative that costs something, by the key that is named with it."""
        for initiative in self.initiatives:
            sums = contributions(self.basis.portfolio, initiative, self.years)
            if sums.total:
                yield initiative, cost_key_of(initiative, self.basis.portfolio.partnership), sums

    def by_key(self) -> Iterator[tuple[str, CostSums | None]]:
        """Add everything up as if one key held for all; None when it can't be shared by that key."""
        for key in self.basis.portfolio.partnership.cost_keys:
            try:
                yield key, total_contributions(self.basis.portfolio, self.initiatives, self.years, key)
            except NoShareError:
                yield key, None


def costs_report(
    basis: Basis, ids: Iterable[str], named: Collection[str] = (), years: Collection[int] | None = None
) -> CostsReport:
    """Take the initiatives with these ids that are asked for or committed, and those that are ``named``."""
    selected = (basis.portfolio.initiatives[name] for name in ids)
    kept = tuple(
        initiative
        for initiative in selected
        if initiative.id in named or has_cost(basis.portfolio, initiative)
    )
    return CostsReport(basis, kept, tuple(years) if years else None)
