"""What initiatives save: booked on a budget, or hoped for."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.standing.statuses import is_given_up
from icteregie.portfolio.initiative import Initiative


@dataclass(frozen=True, slots=True)
class SavingSums:
    """What is saved in a year, or in several, in whole euros: one-off and recurring together."""

    booked: int = 0
    hoped_for: int = 0

    @property
    def total(self) -> int:
        """Booked and hoped for together."""
        return self.booked + self.hoped_for


def saved_by_year(initiative: Initiative) -> dict[int, int]:
    """Give what it says that it saves by year, in order: one-off and recurring together, whole euros."""
    benefits = initiative.benefits
    if benefits is None:
        return {}
    years = sorted({*benefits.one_off, *benefits.recurring})
    return {year: benefits.one_off.get(year, 0) + benefits.recurring.get(year, 0) for year in years}


def savings_by_year(initiatives: Iterable[Initiative]) -> dict[int, SavingSums]:
    """Add savings by year, in order; what was given up saves nothing any more."""
    years: dict[int, SavingSums] = {}
    for initiative in initiatives:
        if initiative.benefits is None or is_given_up(initiative):
            continue
        is_booked = initiative.benefits.booked_on is not None
        for year, amount in saved_by_year(initiative).items():
            more = SavingSums(amount, 0) if is_booked else SavingSums(0, amount)
            years[year] = _sum((years.get(year, SavingSums()), more))
    return dict(sorted(years.items()))


def total_savings(years: Iterable[SavingSums]) -> SavingSums:
    """Add years up."""
    return _sum(tuple(years))


def gives_no_saving(initiative: Initiative) -> bool:
    """Whether nobody said what it saves; a given 0 is an answer. Nothing is asked of what was given up."""
    benefits = initiative.benefits
    return not is_given_up(initiative) and (benefits is None or not (benefits.one_off or benefits.recurring))


def _sum(parts: tuple[SavingSums, ...]) -> SavingSums:
    return SavingSums(sum(part.booked for part in parts), sum(part.hoped_for for part in parts))
