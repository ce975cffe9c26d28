"""What the list saves, beside what the same initiatives cost in the same years."""

from dataclasses import dataclass

from icteregie.analysis.money.savings import saved_by_year
from icteregie.analysis.standing.amounts import amount_in, amount_years
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Line


@dataclass(frozen=True, slots=True)
class SavingYear:
    """One year of those that gave a saving: what they save and what they cost, in whole euros.

    ``unknown`` counts those that save something in this year and estimated no recurring cost for it,
    nor for a later year.
    """

    year: int
    saving: int
    one_off: int
    recurring: int
    unknown: int

    @property
    def net(self) -> int | None:
        """What is left of the saving; negative when it costs more, None when some cost is unknown."""
        return None if self.unknown else self.saving - self.one_off - self.recurring


def savings(portfolio: Portfolio, lines: tuple[Line, ...]) -> tuple[SavingYear, ...]:
    """Set cost beside saving, from the first year of either to the last saving; none when nobody saves."""
    saving = [line.initiative for line in lines if _last_saving(line.initiative)]
    if not saving:
        return ()
    first = min(min((*amount_years(portfolio, i), *saved_by_year(i))) for i in saving)
    last = max(_last_saving(i) for i in saving)
    return tuple(_year(portfolio, year, saving) for year in range(first, last + 1))


def _last_saving(initiative: Initiative) -> int:
    """Give the last year in which it saves anything, 0 without one."""
    return max((year for year, amount in saved_by_year(initiative).items() if amount), default=0)


def _year(portfolio: Portfolio, year: int, saving: list[Initiative]) -> SavingYear:
    costs = [amount_in(portfolio, i, year) for i in saving]
    unknown = [i for i in saving if saved_by_year(i).get(year) and not _reaches(i, year)]
    return SavingYear(
        year,
        sum(saved_by_year(i).get(year, 0) for i in saving),
        sum(one_off for one_off, _ in costs),
        sum(recurring for _, recurring in costs),
        len(unknown),
    )


def _reaches(initiative: Initiative, year: int) -> bool:
    """Whether its recurring cost is estimated up to this year."""
    return initiative.costs is not None and any(named >= year for named in initiative.costs.recurring)
