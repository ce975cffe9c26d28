"""The end of a year: one-off cost as planned, spent and foreseen, and what is asked to carry over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from icteregie.analysis.cost_by_year import spent_by_year
from icteregie.analysis.cost_sharing import share_of
from icteregie.analysis.facts import amounts
from icteregie.analysis.figures import share
from icteregie.analysis.foreseen import Foreseen, foreseen
from icteregie.analysis.standing.statuses import is_decided
from icteregie.portfolio.estimate import by_year
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class YearEnd:
    """One-off cost of one initiative in a year, in whole euros; None where nobody said.

    ``left`` is what was planned less what is foreseen, below 0 when more is needed. ``carried_over`` is the
    part of it that is still needed in later years; what is left because it got cheaper isn't.
    """

    initiative: str
    planned: int | None
    spent: int | None
    foreseen: int | None
    carried_over: int
    due: int = 0

    @property
    def left(self) -> int | None:
        """What is left of the plan."""
        return None if self.planned is None or self.foreseen is None else self.planned - self.foreseen


def year_end(portfolio: Portfolio, initiative: Initiative, year: int) -> YearEnd:
    """Compare what was adopted for a year, or else the file's plan, with what is foreseen of it.

    Once the year is over, what is foreseen of it is what was spent, as far as a report says.
    """
    expected = foreseen(portfolio, initiative)
    plan, reports = _plan(initiative), amounts(portfolio, initiative, "spent")
    spent = spent_by_year(reports).get(year, 0) if reports else None
    known = _foreseen_in(portfolio, expected.one_off, spent, year)
    planned = plan.get(year, 0) if plan else None
    still_due = expected.flag("still-due")
    due = still_due.amount if still_due else 0
    carried = 0
    if planned is not None and known is not None:
        is_last = bool(reports) and reports[-1].day.year == year and _is_past(portfolio, year)
        needed = _needed(expected, plan, known, year) if is_decided(initiative) else due if is_last else 0
        carried = max(0, min(planned - known, needed))
    return YearEnd(initiative.id, planned, spent, known, carried, due)


def _needed(expected: Foreseen, plan: Mapping[int, int], known: int, year: int) -> int:
    """Give what later years need of what runs, and didn't plan, in whole euros."""
    before = sum(amount for each, amount in (expected.one_off or {}).items() if each < year)
    later = sum(amount for each, amount in plan.items() if each > year)
    return (expected.one_off_total or 0) - before - known - later


def _plan(initiative: Initiative) -> Mapping[int, int]:
    adopted = by_year(initiative.baseline.one_off) if initiative.baseline else {}
    return adopted or (initiative.costs.one_off if initiative.costs else {})


def _foreseen_in(
    portfolio: Portfolio, one_off: Mapping[int, int] | None, spent: int | None, year: int
) -> int | None:
    if _is_past(portfolio, year) and spent is not None:
        return spent
    return None if one_off is None else one_off.get(year, 0)


def _is_past(portfolio: Portfolio, year: int) -> bool:
    return portfolio.day is not None and portfolio.day.year > year


def carried_by_member(
    portfolio: Portfolio, initiative: Initiative, end: YearEnd, year: int
) -> dict[str, int]:
    """Share what is asked to carry over, over who pay for that year; NoShareError when nobody can."""
    return share_of(portfolio, initiative, end.carried_over, year=year)


def realisation(ends: Iterable[YearEnd]) -> int | None:
    """Give what was spent as a percentage of what was planned, of all that say both; None without any."""
    known = [(end.spent, end.planned) for end in ends if end.spent is not None and end.planned is not None]
    return share(sum(spent for spent, _ in known), sum(planned for _, planned in known))
