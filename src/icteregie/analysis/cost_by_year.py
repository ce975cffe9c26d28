"""In which years the foreseen cost of an initiative falls, in whole euros."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from icteregie.analysis.facts import Fact


def spread(plan: Mapping[int, int], total: int, year: int) -> dict[int, int]:
    """Divide a total over the years of a plan; what it differs from the plan falls in ``year``.

    Less than planned comes off that year, and what doesn't fit there off the last years, so that no
    year is below 0. The years always add up to the total.
    """
    years, difference = dict(plan), total - sum(plan.values())
    if difference > 0:
        years[year] = years.get(year, 0) + difference
        return years
    last_first = sorted(years, key=lambda planned: (planned != year, -planned))
    for planned in last_first:
        taken = min(years[planned], -difference)
        years[planned] -= taken
        difference += taken
    return years


def at_level(plan: Mapping[int, int], level: int, since: int) -> dict[int, int]:
    """Bring recurring cost to a level, as its highest year, from a year on; earlier years stay.

    Years below the highest keep their part of it, half a euro rounded up.
    """
    highest = max(plan.values(), default=0)
    if level == highest:
        return dict(plan)
    return {
        year: amount
        if year < since
        else (2 * amount * level + highest) // (2 * highest)
        if highest
        else level
        for year, amount in plan.items()
    }


def spent_by_year(reports: Sequence[Fact[int]]) -> dict[int, int]:
    """Divide what was spent over the years: up to the last report of a year, less that of years before.

    ``reports`` are in order of their day. All that was spent up to the first report falls in its
    year. Where a later report says less than an earlier one, the later one is right.
    """
    least = reversed(list(accumulate((r.value for r in reversed(reports)), min)))
    until = {report.day.year: spent for report, spent in zip(reports, least, strict=True)}
    years, before = {}, 0
    for year, spent in until.items():
        years[year], before = spent - before, spent
    return years


def still_due(totals: Sequence[Fact[int]], spent: Fact[int]) -> Fact[int] | None:
    """Give what must still be paid of what is over, and the fact that says so; None when nobody said.

    That is a total stated after the last report of what was spent, or in that report itself where it is
    less than was stated before: what was foreseen while it still ran isn't due. Whole euros.
    """
    last = totals[-1] if totals else None
    if last is None or last.source in ("baseline", "plan") or last.value <= spent.value:
        return None
    before = [total.value for total in totals if total.day < spent.day]
    is_reduced = last.day == spent.day and bool(before) and last.value < before[-1]
    if not (last.day > spent.day or is_reduced):
        return None
    return Fact(last.value - spent.value, last.source, last.day, last.keys)
