"""Estimates of one-off cost: how certain they are, and which part is for people.

What people cost is their training and the change; technology is the rest. Unknown is not zero: what nobody
divided is an amount of its own, and where nobody gave a margin, that is counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from icteregie.analysis.standing.statuses import is_over
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
        return margin_range([(self.amount, self.margin)])

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


def margin_range(amounts: Iterable[tuple[int, Decimal | None]]) -> tuple[int, int]:
    """Add amounts less and more their margins in percent; rounded outwards once, to whole euros.

    What has no margin counts as it is. None of them is less than 0.
    """
    low = high = Fraction(0)
    for amount, margin in amounts:
        part = amount * Fraction(margin or 0) / 100
        low, high = low + max(amount - part, Fraction(0)), high + amount + part
    return floor(low), ceil(high)


def needs_estimate(initiative: Initiative) -> bool:
    """Whether a one-off cost is asked of it: not of a milestone, an experiment, or what is over."""
    is_milestone = initiative.period is not None and initiative.period.is_milestone
    return not (is_milestone or initiative.steering == "experimental" or is_over(initiative))


def estimates_of(initiatives: Iterable[Initiative]) -> list[tuple[Initiative, Estimate]]:
    """Give the estimates of those that gave one or should; what is over has none any more."""
    pairs = ((i, estimate_of(i)) for i in initiatives if not is_over(i))
    return [(i, estimate) for i, estimate in pairs if estimate.amount is not None or needs_estimate(i)]


def estimate_of(initiative: Initiative) -> Estimate:
    """Give the estimate of one initiative, as its file has it."""
    costs = initiative.costs
    if costs is None or not costs.one_off:
        return Estimate(None, costs.margin if costs else None, None)
    amount, people = costs.one_off_total, costs.people
    return Estimate(amount, costs.margin, people if people is not None and people <= amount else None)


def total_estimate(estimates: Sequence[Estimate]) -> EstimateSums:
    """Add estimates up."""
    known = [estimate for estimate in estimates if estimate.amount is not None]
    low, high = margin_range((estimate.amount or 0, estimate.margin) for estimate in known)
    uncertain = [estimate for estimate in known if estimate.margin is None]
    return EstimateSums(
        amount=sum(estimate.amount or 0 for estimate in known),
        low=low,
        high=high,
        people=sum(estimate.people or 0 for estimate in known),
        technology=sum(estimate.technology or 0 for estimate in known),
        undivided=sum(estimate.undivided for estimate in known),
        uncertain=sum(estimate.amount or 0 for estimate in uncertain),
        without_amount=len(estimates) - len(known),
        without_margin=len(uncertain),
        without_people=sum(estimate.people is None for estimate in known),
    )
