"""Every number that a rule uses, with the default that holds until a partnership sets its own.

A threshold needs one line here, its texts in ``messages/*/fields.toml`` (``Thresholds`` and
``thresholds-in-short``), and its name and default on the page of a rule.
"""

import typing
from decimal import Decimal
from enum import Enum, auto
from typing import Annotated, Any

from pydantic import Field

from icteregie.portfolio.record import record
from icteregie.portfolio.scalars import Euros, Factor, Number, Percentage


class Looser(Enum):
    """In which direction a threshold must go for rules to let more pass."""

    NEITHER = auto()
    """It lets no more and no less pass: what is chosen changes, not what is allowed."""
    HIGHER = auto()
    LOWER = auto()


_NOTHING: Any = {}


@record
class PriorityWeights:
    """How many times the value of what has this priority counts in a plan, from 0 to 10."""

    should: Factor = Decimal("1.5")
    could: Factor = Decimal("0.5")


@record
class Thresholds:
    """Thresholds of rules. Days are calendar days, amounts whole euros, shares percentages."""

    lead_time_experiment: Annotated[Number, Looser.LOWER] = 21
    lead_time_small: Annotated[Number, Looser.LOWER] = 42
    lead_time_large: Annotated[Number, Looser.LOWER] = 99
    large_one_off: Annotated[Euros, Looser.HIGHER] = 250_000
    large_recurring: Annotated[Euros, Looser.HIGHER] = 50_000
    large_dependencies: Annotated[Number, Looser.HIGHER] = 2
    little_slack: Annotated[Number, Looser.LOWER] = 30
    deadline_notice: Annotated[Number, Looser.LOWER] = 365
    meeting_gap: Annotated[Number, Looser.LOWER] = 14
    backdated: Annotated[Number, Looser.HIGHER] = 7
    stale_estimate: Annotated[Number, Looser.HIGHER] = 365
    narrow_margin: Annotated[Percentage, Looser.LOWER] = Decimal(20)
    comply_or_explain: Annotated[Euros, Looser.HIGHER] = 50_000
    slow_payback: Annotated[Number, Looser.HIGHER] = 5
    many_late: Annotated[Percentage, Looser.HIGHER] = Decimal(25)
    many_late_at_least: Annotated[Number, Looser.HIGHER] = 3
    silent: Annotated[Number, Looser.HIGHER] = 62
    sleeping: Annotated[Number, Looser.HIGHER] = 183
    stale_ambition: Annotated[Number, Looser.HIGHER] = 730
    stale_landscape: Annotated[Number, Looser.HIGHER] = 365
    replacement_small: Annotated[Number, Looser.LOWER] = 182
    replacement_large: Annotated[Number, Looser.LOWER] = 365
    contracts_together: Annotated[Number, Looser.HIGHER] = 183
    start_overdue: Annotated[Number, Looser.HIGHER] = 62
    priority_weights: Annotated[PriorityWeights, Looser.NEITHER] = Field(
        default=_NOTHING, validate_default=True
    )


def looser(name: str) -> Looser:
    """Give the direction of a threshold; ValueError when its declaration doesn't say."""
    kind = typing.get_type_hints(Thresholds, include_extras=True)[name]
    (direction,) = [mark for mark in kind.__metadata__ if isinstance(mark, Looser)]
    return direction
