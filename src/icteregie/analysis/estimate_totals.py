"""What an estimate comes to: one figure for the one-off cost, one for the recurring cost."""

from icteregie.portfolio.estimate import total
from icteregie.portfolio.initiative import Initiative


def one_off_total(initiative: Initiative) -> int | None:
    """Add the one-off cost of all years, in whole euros; None without an estimate."""
    return total(initiative.costs.one_off) if initiative.costs else None


def recurring_peak(initiative: Initiative) -> int | None:
    """Give the recurring cost of the year in which it is largest; None without an estimate."""
    return max(initiative.costs.recurring.values(), default=0) if initiative.costs else None
