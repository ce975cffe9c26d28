"""Who pays what, in which year, for what, and by which cost allocation key."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.cost_sharing import (
    CostSums,
    NoShareError,
    contributions,
    cost_key_of,
    total_contributions,
)
from icteregie.analysis.money.charges import Charge, charges, lacks_depreciation
from icteregie.analysis.money.estimates import Estimate, estimates_of
from icteregie.analysis.money.ownership import Alone, Ownership, alone_or_together, is_joint, ownership_of
from icteregie.analysis.money.returns import Return, return_of
from icteregie.analysis.money.savings import SavingSums, gives_no_saving, savings_by_year
from icteregie.analysis.money.year_end import YearEnd, end_by_member, realisation, year_end
from icteregie.analysis.standing.amounts import amount_years, is_spent_unknown
from icteregie.analysis.standing.standing import has_cost
from icteregie.portfolio.initiative import Initiative
from icteregie.reports.basis import Basis

Kind: TypeAlias = Literal["one_off", "recurring"]
KINDS: tuple[Kind, ...] = ("one_off", "recurring")


@dataclass(frozen=True, slots=True)
class CostShare:
    """What one member pays of one initiative in one year, one-off or recurring, by which key."""

    member: str
    year: int
    initiative: str
    kind: Kind
    key: str
    amount: int


@dataclass(frozen=True, slots=True)
class CostsReport:
    """The initiatives that count, and the years that do: None for all. Amounts are whole euros.

    ``key`` is the one that is taken to hold for all; "" for each its own. ``nobody`` has what would
    count, but that nobody is left to take part in, ``uncounted`` what is neither asked for nor committed.
    ``spent_unknown`` is over, and no report says what it cost: that is not 0.
    """

    basis: Basis
    initiatives: tuple[Initiative, ...]
    years: tuple[int, ...] | None = None
    key: str = ""
    nobody: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    spent_unknown: tuple[str, ...] = ()

    @property
    def is_of_one_year(self) -> bool:
        """Whether its amounts are those of one year; otherwise recurring cost is a sum over years."""
        return self.years is not None and len(self.years) == 1

    @property
    def unshared(self) -> tuple[str, ...]:
        """The initiatives whose cost can't be shared: none of who take part has weight in the key."""
        return tuple(i.id for i in self.initiatives if not self._is_shared(i))

    def _is_shared(self, initiative: Initiative) -> bool:
        try:
            contributions(self.basis.portfolio, initiative, self.years, self.key or None)
        except NoShareError:
            return False
        return True

    def total(self) -> CostSums:
        """Add everything up."""
        return self._sums(self.years)

    def _sums(self, years: tuple[int, ...] | None) -> CostSums:
        return total_contributions(self.basis.portfolio, self.initiatives, years, self.key or None)

    def by_year(self) -> Iterator[tuple[int, CostSums]]:
        """Add each year up in which something costs something."""
        paid = {year for i in self.initiatives for year in amount_years(self.basis.portfolio, i)}
        for year in sorted(paid if self.years is None else paid.intersection(self.years)):
            yield year, self._sums((year,))

    def by_initiative(self) -> Iterator[tuple[Initiative, str, CostSums]]:
        """Share each initiative that costs something, by the key that is named with it."""
        for initiative in self.initiatives:
            sums = contributions(self.basis.portfolio, initiative, self.years, self.key or None)
            if sums.total:
                yield initiative, self.key_of(initiative), sums

    def key_of(self, initiative: Initiative) -> str:
        """Give the key by which an initiative is shared here."""
        return self.key or cost_key_of(initiative, self.basis.portfolio.partnership)

    def shares(self) -> Iterator[CostShare]:
        """Give each amount that a member pays, by member, year, initiative and kind."""
        known = {year for i in self.initiatives for year in amount_years(self.basis.portfolio, i)}
        years = sorted(known if self.years is None else known.intersection(self.years))
        sums = {
            (year, i.id): contributions(self.basis.portfolio, i, (year,), self.key or None)
            for i in self.initiatives
            for year in years
        }
        for member in self.basis.portfolio.partnership.members:
            for year in years:
                for i in self.initiatives:
                    amounts = sums[year, i.id].shares.get(member, (0, 0))
                    for kind, amount in zip(KINDS, amounts, strict=True):
                        if amount:
                            yield CostShare(member, year, i.id, kind, self.key_of(i), amount)

    def by_key(self) -> Iterator[tuple[str, CostSums | None]]:
        """Add everything up as if one key held for all; None when it can't be shared by that key."""
        for key in self.basis.portfolio.partnership.cost_keys:
            try:
                yield key, total_contributions(self.basis.portfolio, self.initiatives, self.years, key)
            except NoShareError:
                yield key, None

    def charges(self) -> Iterator[tuple[Initiative, Charge]]:
        """Give the capital charges of each year that counts, of each initiative with an investment."""
        rates = self.basis.portfolio.partnership.money
        for initiative in self.initiatives:
            for charge in charges(initiative, rates):
                if self.years is None or charge.year in self.years:
                    yield initiative, charge

    @property
    def without_depreciation(self) -> tuple[str, ...]:
        """The initiatives with an investment of which nobody said over how many years it is depreciated."""
        return tuple(i.id for i in self.initiatives if lacks_depreciation(i))

    def returns(self) -> Iterator[tuple[Initiative, Return | None, Ownership | None]]:
        """Give what each initiative returns, and its total cost of ownership; nothing of experiments."""
        for initiative in self.initiatives:
            figures = (
                return_of(self.basis.portfolio, initiative),
                ownership_of(self.basis.portfolio, initiative),
            )
            if any(figures):
                yield initiative, *figures

    def estimates(self) -> list[tuple[Initiative, Estimate]]:
        """Give the estimate of what asks or runs; milestones and experiments needn't give one."""
        return estimates_of(self.initiatives)

    def savings(self) -> dict[int, SavingSums]:
        """Give what is saved in each year that counts, booked and hoped for."""
        years = savings_by_year(self.initiatives)
        return {year: sums for year, sums in years.items() if self.years is None or year in self.years}

    @property
    def without_saving(self) -> tuple[str, ...]:
        """The initiatives of which nobody said what they save."""
        return tuple(i.id for i in self.initiatives if gives_no_saving(i))

    def alone(self) -> Iterator[tuple[Initiative, Alone]]:
        """Give what each member that said it would pay alone, beside what it pays together."""
        for initiative in self.initiatives:
            if is_joint(self.basis.portfolio, initiative):
                for each in alone_or_together(self.basis.portfolio, initiative, self.key or None):
                    yield initiative, each

    @property
    def without_alone(self) -> tuple[str, ...]:
        """The joint initiatives of which some participant didn't say what it would pay alone."""
        portfolio = self.basis.portfolio
        joint = (i for i in self.initiatives if is_joint(portfolio, i))
        return tuple(i.id for i in joint if not set(portfolio.participants(i)) <= set(i.alone))

    def year_ends(self, year: int) -> Iterator[tuple[Initiative, YearEnd, dict[str, YearEnd]]]:
        """Give the end of a year of each initiative that plans or costs something in it, and by member."""
        for initiative in self.initiatives:
            end = year_end(self.basis.portfolio, initiative, year)
            if end.planned or end.spent or end.foreseen or end.due:
                yield initiative, end, end_by_member(self.basis.portfolio, initiative, end, year)

    def realisation(self, year: int) -> int | None:
        """Give what was spent of a year as a percentage of what was planned; None where nobody reported."""
        return realisation(end for _, end, _ in self.year_ends(year))


def costs_report(
    basis: Basis,
    ids: Iterable[str],
    named: Collection[str] = (),
    years: Collection[int] | None = None,
    key: str = "",
) -> CostsReport:
    """Take the initiatives with these ids that are asked for or committed, and those that are ``named``.

    Of what nobody takes part in there is nothing to share, and it is left out.
    """
    selected = [basis.portfolio.initiatives[name] for name in ids]
    counted = [
        initiative
        for initiative in selected
        if initiative.id in named or has_cost(basis.portfolio, initiative)
    ]
    kept = tuple(initiative for initiative in counted if basis.portfolio.participants(initiative))
    nobody = tuple(i.id for i in counted if not basis.portfolio.participants(i))
    unknown = tuple(i.id for i in selected if is_spent_unknown(basis.portfolio, i))
    uncounted = tuple(i.id for i in selected if i not in counted and i.id not in unknown)
    return CostsReport(basis, kept, tuple(years) if years else None, key, nobody, uncounted, unknown)
