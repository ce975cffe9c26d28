"""The end of a year: one-off cost as planned, spent and foreseen, and what is asked to carry over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from icteregie.analysis.cost_by_year import spent_by_year
from icteregie.analysis.cost_sharing import NoShareError, share_of
from icteregie.analysis.facts import amounts
from icteregie.analysis.figures import share
from icteregie.analysis.foreseen import foreseen
from icteregie.analysis.standing.statuses import is_decided, is_over
from icteregie.portfolio.estimate import by_year
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class YearEnd:
    """One-off cost of one initiative in a year, in whole euros; None where nobody said.

    ``left`` is what was planned less what is foreseen, below 0 when more is needed. ``carried_over`` is the
    part of it that is still needed in later years; what is left because it got cheaper isn't. ``due`` must
    still be paid of what is over.
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
    spent = _spent_in(initiative, spent_by_year(reports), year)
    known = _foreseen_in(portfolio, expected.one_off, spent, year)
    planned = plan.get(year, 0) if plan else None
    today = portfolio.day.year if portfolio.day else year
    still_due = expected.flag("still-due")
    fell = still_due.year or year if still_due else year
    due = still_due.amount if still_due and fell <= year <= max(fell, today) else 0
    carried = 0
    if planned is not None and known is not None and due and fell == year < today:
        carried = max(0, min(planned - known, due))
    if planned is not None and known is not None and is_decided(initiative):
        before = sum(amount for each, amount in (expected.one_off or {}).items() if each < year)
        later = sum(amount for each, amount in plan.items() if each > year)
        needed = (expected.one_off_total or 0) - before - known - later
        carried = max(0, min(planned - known, needed))
    return YearEnd(initiative.id, planned, spent, known, carried, due)


def _spent_in(initiative: Initiative, years: Mapping[int, int], year: int) -> int | None:
    """Give what was spent in a year; None where no report says: before the first, and after the last.

    After the last report nothing more was spent of what is over.
    """
    if not years or year < min(years) or (year > max(years) and not is_over(initiative)):
        return None
    return years.get(year, 0)


def _plan(initiative: Initiative) -> Mapping[int, int]:
    adopted = by_year(initiative.baseline.one_off) if initiative.baseline else {}
    return adopted or (initiative.costs.one_off if initiative.costs else {})


def _foreseen_in(
    portfolio: Portfolio, one_off: Mapping[int, int] | None, spent: int | None, year: int
) -> int | None:
    if portfolio.day is not None and portfolio.day.year > year and spent is not None:
        return spent
    return None if one_off is None else one_off.get(year, 0)


def end_by_member(
    portfolio: Portfolio, initiative: Initiative, end: YearEnd, year: int
) -> dict[str, YearEnd]:
    """Share each amount over who pay for that year, by member; not known where the key gives no weight."""
    amounts = (end.planned, end.spent, end.foreseen, end.carried_over, end.due)
    try:
        shares = [
            None if amount is None else share_of(portfolio, initiative, amount, year=year)
            for amount in amounts
        ]
    except NoShareError:
        shares = [None for _ in amounts]
    planned, spent, known, carried, due = shares
    return {
        member: YearEnd(
            initiative.id,
            None if planned is None else planned.get(member, 0),
            None if spent is None else spent.get(member, 0),
            None if known is None else known.get(member, 0),
            (carried or {}).get(member, 0),
            (due or {}).get(member, 0),
        )
        for member in portfolio.participants(initiative)
    }


@dataclass(frozen=True, slots=True)
class YearEndSums:
    """The ends of a year together, in whole euros, as far as they are known; None where none of them is."""

    planned: int | None
    spent: int | None
    foreseen: int | None
    left: int | None
    due: int
    carried_over: int


def total_end(ends: Sequence[YearEnd]) -> YearEndSums:
    """Add what is known."""

    def known(amounts: Iterable[int | None]) -> int | None:
        stated = [amount for amount in amounts if amount is not None]
        return sum(stated) if stated else None

    return YearEndSums(
        known(end.planned for end in ends),
        known(end.spent for end in ends),
        known(end.foreseen for end in ends),
        known(end.left for end in ends),
        sum(end.due for end in ends),
        sum(end.carried_over for end in ends),
    )


def realisation(ends: Iterable[YearEnd]) -> int | None:
    """Give what was spent as a percentage of what was planned, of all that say both; None without any."""
    known = [(end.spent, end.planned) for end in ends if end.spent is not None and end.planned is not None]
    return share(sum(spent for spent, _ in known), sum(planned for _, planned in known))
