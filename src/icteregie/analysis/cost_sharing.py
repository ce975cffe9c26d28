"""Cost sharing: whole euros, over the participants, by a cost allocation key.

By the largest remainder method, as seats in a council: everyone gets the whole euros of their
exact share, and the remaining euros go to the largest remainders; equal remainders by the order
of the members. The shares therefore always add up to the amount.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import lcm

from icteregie.analysis.standing.amounts import amount_in, amount_years
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import CostKey, Partnership
from icteregie.portfolio.portfolio import Portfolio


class NoShareError(ValueError):
    """The key is unknown, or none of the participants has any weight in it."""


def weights(key: CostKey, partnership: Partnership, participants: tuple[str, ...]) -> dict[str, Fraction]:
    """Calculate each participant's exact part of the whole by this key; the parts add up to 1.

    A mix is the weighted sum of the parts by its keys. Raises NoShareError when no
    participant has any weight.
    """
    if key.mix:
        return _mixed_weights(key, partnership, participants)
    unscaled = {
        m: Fraction(1) if key.equal else Fraction(key.weights.get(m, Decimal(0))) for m in participants
    }
    total = sum(unscaled.values())
    if not total:
        raise NoShareError(key.label)
    return {member: weight / total for member, weight in unscaled.items()}


def _mixed_weights(
    key: CostKey, partnership: Partnership, participants: tuple[str, ...]
) -> dict[str, Fraction]:
    parts = dict.fromkeys(participants, Fraction(0))
    for name, percentage in key.mix.items():
        part = partnership.cost_keys.get(name)
        if part is None or part.mix:
            raise NoShareError(key.label)
        for member, weight in weights(part, partnership, participants).items():
            parts[member] += weight * Fraction(percentage) / 100
    return parts


def split_amount(amount: int, parts: Mapping[str, Fraction]) -> dict[str, int]:
    """Split whole euros by parts that add up to 1; equal remainders in the order of the parts."""
    # Over one denominator all are whole numbers, which are exact too and far faster than fractions.
    scale = lcm(*(part.denominator for part in parts.values()))
    exact = {m: amount * part.numerator * (scale // part.denominator) for m, part in parts.items()}
    amounts = {member: share // scale for member, share in exact.items()}
    remainder = amount - sum(amounts.values())
    order = sorted(parts, key=lambda member: -(exact[member] % scale))
    for member in order[:remainder]:
        amounts[member] += 1
    return amounts


def cost_key_of(initiative: Initiative, partnership: Partnership) -> str:
    """Return the name of the cost key of an initiative: its own, or the default."""
    return initiative.cost_key or partnership.default_cost_key


def share_of(
    portfolio: Portfolio,
    initiative: Initiative,
    amount: int,
    key: str | None = None,
    year: int | None = None,
) -> dict[str, int]:
    """Share an amount of one initiative over its participants, by its own key or another.

    An amount of a year is shared over those who are members on 1 January of it. Raises NoShareError
    when the key is unknown or gives no participant any weight.
    """
    name = key or cost_key_of(initiative, portfolio.partnership)
    cost_key = portfolio.partnership.cost_keys.get(name)
    if cost_key is None:
        raise NoShareError(name)
    paying = portfolio.participants(initiative) if year is None else portfolio.payers(initiative, year)
    return split_amount(amount, _known_weights(portfolio, name, cost_key, paying))


def _known_weights(
    portfolio: Portfolio, name: str, key: CostKey, paying: tuple[str, ...]
) -> Mapping[str, Fraction]:
    """Calculate the parts of a key once for all who share by it."""
    asked = weights, name, paying
    known: Mapping[str, Fraction] | None = portfolio.conclusions.get(asked)
    if known is None:
        known = portfolio.conclusions[asked] = weights(key, portfolio.partnership, paying)
    return known


def share_of_years(
    portfolio: Portfolio, initiative: Initiative, amounts: Mapping[int, int]
) -> dict[str, int]:
    """Share amounts by year, each over those who are members on 1 January of its year, and add them up.

    Who takes part and pays in none of these years has 0. Raises NoShareError as ``share_of`` does.
    """
    sums = dict.fromkeys(portfolio.participants(initiative), 0)
    for year, amount in amounts.items():
        for member, part in share_of(portfolio, initiative, amount, year=year).items():
            sums[member] += part
    return sums


@dataclass(frozen=True, slots=True)
class CostSums:
    """One-off and recurring cost in whole euros, in all and for each member in their order."""

    one_off: int = 0
    recurring: int = 0
    shares: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """One-off and recurring together."""
        return self.one_off + self.recurring

    def share(self, member: str) -> int:
        """Return what one member pays of it, one-off and recurring together."""
        return sum(self.shares.get(member, (0, 0)))


def added(sums: Collection[CostSums], members: Collection[str]) -> CostSums:
    """Add several, with a share for every member, if only 0."""
    shares = {
        member: (
            sum(each.shares.get(member, (0, 0))[0] for each in sums),
            sum(each.shares.get(member, (0, 0))[1] for each in sums),
        )
        for member in members
    }
    return CostSums(sum(each.one_off for each in sums), sum(each.recurring for each in sums), shares)


def contributions(
    portfolio: Portfolio, initiative: Initiative, years: Collection[int] | None = None, key: str | None = None
) -> CostSums:
    """Add and share the cost of one initiative, in some years or in all.

    Every amount is shared by itself, so that these sums are those of the agenda and of every
    factsheet, to the euro. Raises NoShareError when the key gives no participant any weight.
    """
    counted = [year for year in amount_years(portfolio, initiative) if years is None or year in years]
    return _sum(portfolio, (_year_sums(portfolio, initiative, year, key) for year in counted))


def _year_sums(portfolio: Portfolio, initiative: Initiative, year: int, key: str | None) -> CostSums:
    one_off, recurring = amount_in(portfolio, initiative, year)
    first = share_of(portfolio, initiative, one_off, key, year) if one_off else {}
    second = share_of(portfolio, initiative, recurring, key, year) if recurring else {}
    shares = {m: (first.get(m, 0), second.get(m, 0)) for m in portfolio.participants(initiative)}
    return CostSums(one_off, recurring, shares)


def total_contributions(
    portfolio: Portfolio,
    initiatives: Iterable[Initiative],
    years: Collection[int] | None = None,
    key: str | None = None,
) -> CostSums:
    """Add the cost of initiatives, each shared by itself; every member has a share, if only 0.

    Raises NoShareError as ``contributions`` does.
    """
    return _sum(portfolio, (contributions(portfolio, initiative, years, key) for initiative in initiatives))


def _sum(portfolio: Portfolio, parts: Iterable[CostSums]) -> CostSums:
    one_off = recurring = 0
    shares = dict.fromkeys(portfolio.partnership.members, (0, 0))
    for part in parts:
        one_off += part.one_off
        recurring += part.recurring
        for member, (first, second) in part.shares.items():
            so_far = shares.get(member, (0, 0))
            shares[member] = (so_far[0] + first, so_far[1] + second)
    return CostSums(one_off, recurring, shares)
