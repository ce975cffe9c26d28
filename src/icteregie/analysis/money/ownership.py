"""Total cost of ownership, the part for people, the range of an estimate, and together against alone."""

from dataclasses import dataclass
from fractions import Fraction

from icteregie.analysis.cost_sharing import share_of
from icteregie.analysis.money.returns import cost_years
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Ownership:
    """All cost over a number of years, in whole euros; ``repeated`` years have that of the last one known."""

    amount: int
    years: int
    first: int
    repeated: int


def ownership_of(portfolio: Portfolio, initiative: Initiative) -> Ownership | None:
    """Add all cost from the first year on; None of an experiment, and without cost.

    Years beyond the estimate repeat the last recurring cost, until ``costs.until`` if there is one.
    """
    costs, known = initiative.costs, cost_years(portfolio, initiative)
    if costs is None or not known or initiative.steering == "experimental":
        return None
    years = costs.tco_years or _years(portfolio, initiative)
    first, last = min(known), max(known)
    end = first + years - 1
    amount = sum(sum(both) for year, both in known.items() if year <= end)
    stop = min(end, costs.until.year) if costs.until else end
    repeated = max(0, stop - last) if known[last][1] else 0
    return Ownership(amount + repeated * known[last][1], years, first, repeated)


def _years(portfolio: Portfolio, initiative: Initiative) -> int:
    years = portfolio.partnership.money.tco_years
    if initiative.steering == "supporting":
        return years.supporting
    return years.business_critical if initiative.steering == "business-critical" else years.transformational


def estimate_range(initiative: Initiative) -> tuple[int, int] | None:
    """Give the one-off cost less and more its margin, whole euros, rounded outwards; None without one."""
    costs = initiative.costs
    if costs is None or costs.margin is None or not costs.one_off:
        return None
    amount, margin = costs.one_off_total, Fraction(costs.margin) / 100
    return max(0, int(amount * (1 - margin))), -int(-amount * (1 + margin) // 1)


@dataclass(frozen=True, slots=True)
class Alone:
    """What a member would pay without the others, and what it pays with them, one-off, in whole euros."""

    member: str
    alone: int
    together: int


def alone_or_together(portfolio: Portfolio, initiative: Initiative) -> tuple[Alone, ...]:
    """Compare for the members whose own cost the file gives; NoShareError where nothing can be shared."""
    known = cost_years(portfolio, initiative)
    shares = [share_of(portfolio, initiative, one_off, year=year) for year, (one_off, _) in known.items()]
    return tuple(
        Alone(member, initiative.alone[member], sum(share.get(member, 0) for share in shares))
        for member in portfolio.participants(initiative)
        if member in initiative.alone and known
    )
