"""Estimates of one-off cost: how certain they are, and which part is for people.

What people cost is their training and the change; technology is the rest. Unknown is not zero: what nobody
divided is an amount of its own, and where nobody gave a margin, that is counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from icteregie.portfolio.initiative import Initiative


@dataclass(frozen=True, slots=True)
class Estimate:
    """The one-off cost of all years in whole euros; None where its file doesn't say.

    ``margin`` is a percentage. ``people`` is also None where it is more than the whole cost: such a division
    doesn't hold.
    """

    amount: int | None
    margin: Decimal | None
    people: int | None

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The least and the most by its margin; None without one."""
        if self.amount is None or self.margin is None:
            return None
        return margin_range(self.amount, self.margin)

    @property
    def technology(self) -> int | None:
        """What is not for people; None where nobody divided it."""
        return None if self.amount is None or self.people is None else self.amount - self.people

    @property
    def undivided(self) -> int:
        """What nobody divided between people and technology."""
        return (self.amount or 0) if self.people is None else 0


@dataclass(frozen=True, slots=True)
class EstimateSums:
    """Estimates together, in whole euros, and how many of them lack something.

    ``low`` and ``high`` count those without a margin as they were estimated: ``uncertain`` is their sum.
    People, technology and what is undivided add up to the amount.
    """

    amount: int
    low: int
    high: int
    people: int
    technology: int
    undivided: int
    uncertain: int
    without_amount: int
    without_margin: int
    without_people: int


def margin_range(amount: int, margin: Decimal) -> tuple[int, int]:
    """Give an amount less and more its margin in percent, whole euros, rounded outwards; never below 0."""
    part = Fraction(margin) / 100
    return max(0, int(amount * (1 - part))), -int(-amount * (1 + part) // 1)


def estimate_of(initiative: Initiative) -> Estimate:
    """Give the estimate of one initiative, as its file has it."""
    costs = initiative.costs
    if costs is None or not costs.one_off:
        return Estimate(None, costs.margin if costs else None, None)
    amount, people = costs.one_off_total, costs.people
    return Estimate(amount, costs.margin, people if people is not None and people <= amount else None)


def total_estimate(estimates: Sequence[Estimate]) -> EstimateSums:
    """Add estimates, each rounded by itself."""
    known = [estimate for estimate in estimates if estimate.amount is not None]
    ranges = [estimate.bounds or (estimate.amount or 0, estimate.amount or 0) for estimate in known]
    uncertain = [estimate for estimate in known if estimate.margin is None]
    return EstimateSums(
        amount=sum(estimate.amount or 0 for estimate in known),
        low=sum(low for low, _ in ranges),
        high=sum(high for _, high in ranges),
        people=sum(estimate.people or 0 for estimate in known),
        technology=sum(estimate.technology or 0 for estimate in known),
        undivided=sum(estimate.undivided for estimate in known),
        uncertain=sum(estimate.amount or 0 for estimate in uncertain),
        without_amount=len(estimates) - len(known),
        without_margin=len(uncertain),
        without_people=sum(estimate.people is None for estimate in known),
    )
