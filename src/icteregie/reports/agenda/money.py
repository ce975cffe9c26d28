"""The money of one agenda: per member, per key, per year, its cover and its range."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.cost_sharing import CostSums, contributions, cost_key_of, total_contributions
from icteregie.analysis.money.estimates import margin_range
from icteregie.analysis.standing.amounts import amount_in
from icteregie.portfolio.estimate import Cover
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.running import running_contributions

YEARS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class MemberMoney:
    """What one member pays in the agenda's year, in whole euros."""

    member: str
    name: str
    one_off: int
    recurring: int
    running: int

    @property
    def asked(self) -> int:
        """What the list asks of this member."""
        return self.one_off + self.recurring

    @property
    def total(self) -> int:
        """What the list asks, and what runs already."""
        return self.asked + self.running


@dataclass(frozen=True, slots=True)
class KeyMoney:
    """What is shared by one key in the agenda's year, by member in their order."""

    key: str
    label: str
    amount: int
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class YearShare:
    """What one member pays in one year of the list, and of what runs, in whole euros."""

    one_off: int
    recurring: int
    running: int

    @property
    def total(self) -> int:
        """What the list asks of this member, and what runs already."""
        return self.one_off + self.recurring + self.running


@dataclass(frozen=True, slots=True)
class YearMoney:
    """What the list and what runs cost in one year, and what each member pays of both, in whole euros."""

    year: int
    one_off: int
    recurring: int
    running: int
    members: tuple[YearShare, ...]

    @property
    def shares(self) -> tuple[int, ...]:
        """What each member pays of all, in their order."""
        return tuple(each.total for each in self.members)

    @property
    def total(self) -> int:
        """What the list asks, and what runs already."""
        return self.one_off + self.recurring + self.running


@dataclass(frozen=True, slots=True)
class CoverMoney:
    """How one member covers its share of the one-off cost; ``unknown`` is what nobody said."""

    name: str
    covered: int
    reserve: int
    to_be_found: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Range:
    """Between which amounts the one-off cost lies by the margins given; ``unknown`` gave none."""

    low: int
    high: int
    unknown: int


def per_member(
    portfolio: Portfolio, year: int, asked: Iterable[Initiative], running: Iterable[Initiative]
) -> tuple[MemberMoney, ...]:
    """Share what is asked, and what is foreseen of what runs, in a year over the members."""
    new, runs = (
        total_contributions(portfolio, asked, (year,)),
        total_contributions(portfolio, running, (year,)),
    )
    return tuple(
        MemberMoney(member, known.name, *new.shares[member], runs.share(member))
        for member, known in portfolio.partnership.members.items()
    )


def per_key(portfolio: Portfolio, year: int, asked: tuple[Initiative, ...]) -> tuple[KeyMoney, ...]:
    """Add what is shared by each key, in the order of the keys; keys without any are left out."""
    keys = []
    for name, key in portfolio.partnership.cost_keys.items():
        own = [i for i in asked if cost_key_of(i, portfolio.partnership) == name]
        sums = total_contributions(portfolio, own, (year,))
        if sums.total:
            keys.append(KeyMoney(name, key.label, sums.total, _shares(portfolio, sums)))
    return tuple(keys)


def per_year(
    portfolio: Portfolio, first: int, asked: tuple[Initiative, ...], running: tuple[Initiative, ...]
) -> tuple[YearMoney, ...]:
    """Add the cost of the list, and of what runs, in each of four years."""
    years = []
    for year in range(first, first + YEARS_AHEAD):
        new = total_contributions(portfolio, asked, (year,))
        runs = running_contributions(portfolio, running, year)
        members = tuple(YearShare(*new.shares[m], runs.share(m)) for m in portfolio.partnership.members)
        years.append(YearMoney(year, new.one_off, new.recurring, runs.total, members))
    return tuple(years)


def _shares(portfolio: Portfolio, sums: CostSums) -> tuple[int, ...]:
    return tuple(sums.share(member) for member in portfolio.partnership.members)


def cover(portfolio: Portfolio, year: int, asked: tuple[Initiative, ...]) -> tuple[CoverMoney, ...]:
    """Add, for each member, how it covers its share of the one-off cost in a year."""
    sums: dict[str, dict[Cover | None, int]] = {
        member: dict.fromkeys(("covered", "reserve", "to-be-found", None), 0)
        for member in portfolio.partnership.members
    }
    for initiative in asked:
        covers = initiative.costs.cover if initiative.costs else {}
        for member, (one_off, _) in contributions(portfolio, initiative, (year,)).shares.items():
            sums[member][covers.get(member)] += one_off
    return tuple(
        CoverMoney(
            portfolio.partnership.member_name(member),
            own["covered"],
            own["reserve"],
            own["to-be-found"],
            own[None],
        )
        for member, own in sums.items()
    )


def cost_range(portfolio: Portfolio, year: int, asked: tuple[Initiative, ...]) -> Range:
    """Add the least and the most that the one-off cost can be; rounded outwards to whole euros."""
    amounts = [(amount_in(portfolio, i, year)[0], i.costs.margin if i.costs else None) for i in asked]
    unknown = sum(amount for amount, margin in amounts if margin is None)
    return Range(*margin_range(amounts), unknown)
