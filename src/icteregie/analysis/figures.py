"""How figures are rounded, for every report and finding: half up, to whole percents and whole days.

``docs/definitions.md`` says the same. Amounts are never rounded here: they are shared to the euro.
"""

from collections.abc import Sequence
from fractions import Fraction


def half_up(number: Fraction) -> int:
    """Round to a whole number; a half goes up, also below zero: -0.5 becomes 0."""
    return (2 * number.numerator + number.denominator) // (2 * number.denominator)


def share(part: int, total: int) -> int | None:
    """Give a part as a whole percentage; None of nothing."""
    return half_up(Fraction(100 * part, total)) if total else None


def tenths(part: Fraction) -> int:
    """Give a part of a cost allocation key in tenths of a percent, in which it is shown."""
    return half_up(part * 1000)


def median(days: Sequence[int]) -> int | None:
    """Give the middle one, or the whole day that is halfway between the middle two."""
    if not days:
        return None
    ranked = sorted(days)
    return half_up(Fraction(ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2], 2))
