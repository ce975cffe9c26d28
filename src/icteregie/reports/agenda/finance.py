"""The finance chapter of an agenda: its tables, by member, cost allocation key and year."""

from dataclasses import dataclass

from icteregie.analysis.budget import cost_of_agenda
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda import money
from icteregie.reports.agenda.estimated import Unestimated, unestimated
from icteregie.reports.agenda.finance_brief import FinanceBrief, finance_brief
from icteregie.reports.agenda.items import AgendaItems


@dataclass(frozen=True, slots=True)
class Finance:
    """All tables of the finance chapter; amounts are whole euros."""

    members: tuple[money.MemberMoney, ...]
    keys: tuple[money.KeyMoney, ...]
    years: tuple[money.YearMoney, ...]
    unestimated: tuple[Unestimated, ...]
    cover: tuple[money.CoverMoney, ...]
    range: money.Range
    last_year: tuple[int, int]
    brief: FinanceBrief


def agenda_finance(portfolio: Portfolio, year: int, items: AgendaItems, later_year: int | None) -> Finance:
    """Make all tables of the finance chapter of an agenda."""
    on_it, running = items.listed, items.running
    in_range = money.cost_range(portfolio, year, on_it)
    return Finance(
        members=money.per_member(portfolio, year, on_it, running),
        keys=money.per_key(portfolio, year, on_it),
        years=money.per_year(portfolio, year, on_it, running),
        unestimated=unestimated(portfolio, range(year, year + money.YEARS_AHEAD), on_it, running),
        cover=money.cover(portfolio, year, on_it),
        range=in_range,
        last_year=cost_of_agenda(portfolio, year - 1),
        brief=finance_brief(portfolio, year, on_it, later_year, in_range),
    )
