"""The finance chapter in brief: what a director reads of what the list asks, and what nobody gave."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from icteregie.analysis.cost_sharing import contributions, share_of, split_amount
from icteregie.analysis.money.charges import charges
from icteregie.analysis.money.estimates import EstimateSums, estimates_of, total_estimate
from icteregie.analysis.money.ownership import alone_or_together, is_joint
from icteregie.analysis.money.savings import (
    SavingSums,
    gives_no_saving,
    savings_by_year,
    total_savings,
)
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.money import Range


@dataclass(frozen=True, slots=True)
class MemberBrief:
    """What the list asks of one member, in whole euros: in its year, and recurring in a later one.

    ``low`` and ``high`` are its part of the range of all; ``charges`` are the capital charges of the year.
    """

    name: str
    one_off: int
    low: int
    high: int
    recurring: int
    later: int
    charges: int


@dataclass(frozen=True, slots=True)
class ChargesBrief:
    """The capital charges of the year in whole euros; ``interest`` is None where a rate is missing."""

    depreciation: int
    interest: int | None

    @property
    def total(self) -> int:
        """Depreciation, and interest as far as it is known."""
        return self.depreciation + (self.interest or 0)


@dataclass(frozen=True, slots=True)
class FinanceBrief:
    """What the list costs, saves and leaves unknown; whole euros.

    ``later_year`` is the one in which the list costs most in recurring cost; None when nobody estimated
    one. ``estimate`` is of all years, ``saving_years`` are the first and the last year with a saving.
    ``alone`` and ``together`` are of the members that said what they would pay alone, ``without_alone``
    counts the joint initiatives of which not all of them did.
    """

    members: tuple[MemberBrief, ...]
    later_year: int | None
    estimate: EstimateSums
    savings: SavingSums
    saving_years: tuple[int, ...]
    without_saving: int
    charges: ChargesBrief | None
    alone: int
    together: int
    without_alone: int


def finance_brief(
    portfolio: Portfolio, year: int, asked: tuple[Initiative, ...], later_year: int | None, known: Range
) -> FinanceBrief:
    """Add up what is asked; ``known`` is the range of its one-off cost in the year."""
    savings = savings_by_year(asked)
    years = [saved for saved, sums in savings.items() if sums.total]
    joint = [i for i in asked if is_joint(portfolio, i)]
    compared = [each for i in joint for each in alone_or_together(portfolio, i)]
    return FinanceBrief(
        members=_members(portfolio, year, asked, later_year, known),
        later_year=later_year,
        estimate=total_estimate([estimate for _, estimate in estimates_of(asked)]),
        savings=total_savings(savings.values()),
        saving_years=(years[0], years[-1]) if years else (),
        without_saving=sum(map(gives_no_saving, asked)),
        charges=_charges(portfolio, year, asked),
        alone=sum(each.alone for each in compared),
        together=sum(each.together for each in compared),
        without_alone=sum(not set(portfolio.participants(i)) <= set(i.alone) for i in joint),
    )


def _members(
    portfolio: Portfolio, year: int, asked: tuple[Initiative, ...], later_year: int | None, known: Range
) -> tuple[MemberBrief, ...]:
    members = portfolio.partnership.members
    now = [(i, contributions(portfolio, i, (year,)).shares) for i in asked]
    later = [contributions(portfolio, i, (later_year,)).shares for i in asked if later_year is not None]
    low, high = (_spread(portfolio, now, sign, total) for sign, total in ((-1, known.low), (1, known.high)))
    shared = _charge_shares(portfolio, year, asked)
    return tuple(
        MemberBrief(
            name=member.name,
            one_off=sum(shares[key][0] for _, shares in now),
            low=low[key],
            high=high[key],
            recurring=sum(shares[key][1] for _, shares in now),
            later=sum(shares[key][1] for shares in later),
            charges=sum(share.get(key, 0) for share in shared),
        )
        for key, member in members.items()
    )


def _spread(
    portfolio: Portfolio,
    shared: list[tuple[Initiative, Mapping[str, tuple[int, int]]]],
    sign: int,
    total: int,
) -> dict[str, int]:
    """Divide one end of the range over the members, by their shares less or more the margins."""
    exact = dict.fromkeys(portfolio.partnership.members, Fraction(0))
    for initiative, shares in shared:
        margin = (initiative.costs.margin if initiative.costs else None) or 0
        factor = max(1 + sign * Fraction(margin) / 100, Fraction(0))
        for member in exact:
            exact[member] += shares[member][0] * factor
    exact_total = sum(exact.values())
    if not exact_total:
        return dict.fromkeys(exact, 0)
    return split_amount(total, {member: part / exact_total for member, part in exact.items()})


def _charges(portfolio: Portfolio, year: int, asked: tuple[Initiative, ...]) -> ChargesBrief | None:
    rates = portfolio.partnership.money
    own = [charge for i in asked for charge in charges(i, rates) if charge.year == year]
    interest = [charge.interest for charge in own]
    known = None if None in interest else sum(amount or 0 for amount in interest)
    return ChargesBrief(sum(charge.depreciation for charge in own), known) if own else None


def _charge_shares(portfolio: Portfolio, year: int, asked: tuple[Initiative, ...]) -> list[dict[str, int]]:
    rates = portfolio.partnership.money
    own = [(i, charge) for i in asked for charge in charges(i, rates) if charge.year == year]
    amounts = [(i, charge.depreciation + (charge.interest or 0)) for i, charge in own]
    return [share_of(portfolio, i, amount, year=year) for i, amount in amounts if amount]
