"""Exact figures: shares to a tenth of a percent, medians to half a day."""

from collections.abc import Sequence
from decimal import Decimal


def share(part: int, whole: int) -> Decimal | None:
    """Give a part as a percentage, to one decimal, half a tenth up; None of nothing."""
    if not whole:
        return None
    return Decimal((2000 * part + whole) // (2 * whole)) / 10


def median(numbers: Sequence[int]) -> Decimal | None:
    """Give the middle one, or halfway between the middle two: half a day stays half a day."""
    if not numbers:
        return None
    ranked = sorted(numbers)
    twice = ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]
    return Decimal(twice) / 2
