"""Every number a rule uses, with the default that holds until a partnership sets its own."""

from decimal import Decimal

from icteregie.portfolio.record import record
from icteregie.portfolio.scalars import Euros, Number, Percentage


@record
class Thresholds:
    """Days are calendar days, amounts whole euros, shares percentages."""

    lead_time_experiment: Number = 21
    lead_time_small: Number = 42
    lead_time_large: Number = 99
    large_one_off: Euros = 250_000
    large_recurring: Euros = 50_000
    large_dependencies: Number = 2
    little_slack: Number = 30
    deadline_notice: Number = 365
    meeting_gap: Number = 14
    backdated: Number = 7
    many_late: Percentage = Decimal(25)
    many_late_at_least: Number = 3
