"""Total cost of ownership, and what members would pay alone beside what they pay together."""

from dataclasses import dataclass

from icteregie.analysis.cost_sharing import share_of
from icteregie.analysis.money.returns import cost_years
from icteregie.analysis.standing.amounts import is_spent_unknown
from icteregie.analysis.standing.statuses import is_given_up
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
    """Add all cost from the first year on; None of an experiment, without cost, or where it is unknown.

    Years beyond the estimate repeat the last recurring cost, until ``costs.until`` if there is one.
    """
    costs, known = initiative.costs, cost_years(portfolio, initiative)
    if costs is None or not known or initiative.steering == "experimental":
        return None
    if is_spent_unknown(portfolio, initiative):
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


@dataclass(frozen=True, slots=True)
class Alone:
    """What a member would pay without the others, and what it pays with them, one-off, in whole euros."""

    member: str
    alone: int
    together: int

    @property
    def difference(self) -> int:
        """What this member saves by doing it together; below 0 when it doesn't."""
        return self.alone - self.together


def is_joint(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether members do it together, it wasn't given up, and somebody knows what it costs."""
    is_kept = not is_given_up(initiative) and not is_spent_unknown(portfolio, initiative)
    return is_kept and len(portfolio.participants(initiative)) > 1


def alone_or_together(
    portfolio: Portfolio, initiative: Initiative, key: str | None = None
) -> tuple[Alone, ...]:
    """Compare for the members whose own cost the file gives; NoShareError where nothing can be shared."""
    known = cost_years(portfolio, initiative)
    years = {year: one_off for year, (one_off, _) in known.items() if one_off}
    shares = [share_of(portfolio, initiative, one_off, key, year) for year, one_off in years.items()]
    return tuple(
        Alone(member, initiative.alone[member], sum(share.get(member, 0) for share in shares))
        for member in portfolio.participants(initiative)
        if member in initiative.alone and known
    )
