"""What initiatives cost, as tables: by member, by year, by initiative, and between keys."""

from collections.abc import Callable, Collection, Sequence

from icteregie.analysis.cost_sharing import (
    CostSums,
    NoShareError,
    contributions,
    cost_key_of,
    cost_years,
    total_contributions,
)
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.tables.table import Cell, Column, Table, cell

Years = Collection[int] | None


def by_member(portfolio: Portfolio, chosen: Sequence[Initiative], years: Years, say: Language) -> Table:
    """Show what each member pays, and the whole."""
    sums = total_contributions(portfolio, chosen, years)
    columns = (_text("member", say), *(_euros(key, say) for key in ("one_off", "recurring", "total")))
    rows = [
        (
            cell(found.name, "text", say),
            *_amounts((*sums.shares.get(member, (0, 0)), sums.share(member)), say),
        )
        for member, found in portfolio.partnership.members.items()
    ]
    return Table(columns, (*rows, _whole(say, (sums.one_off, sums.recurring, sums.total))))


def by_year(portfolio: Portfolio, chosen: Sequence[Initiative], years: Years, say: Language) -> Table:
    """Show what each year costs, and what that is for each member."""
    known = sorted({year for i in chosen for year in cost_years(i) if years is None or year in years})
    columns = (Column("year", _heading("year", say), "number"), *_sum_columns(portfolio, say))
    rows = []
    for year in known:
        sums = total_contributions(portfolio, chosen, (year,))
        rows.append((cell(year, "number", say), *_sum_cells(portfolio, sums, say)))
    whole = total_contributions(portfolio, chosen, years)
    return Table(columns, (*rows, (_together(say), *_sum_cells(portfolio, whole, say))))


def by_initiative(portfolio: Portfolio, chosen: Sequence[Initiative], years: Years, say: Language) -> Table:
    """Show what each initiative costs, by which key, and what that is for each member."""
    columns = (_text("id", say), _text("cost_key", say), *_sum_columns(portfolio, say))
    rows = []
    for initiative in chosen:
        sums = contributions(portfolio, initiative, years)
        if sums.total:
            names = (initiative.id, cost_key_of(initiative, portfolio.partnership))
            cells = (cell(name, "text", say) for name in names)
            rows.append((*cells, *_sum_cells(portfolio, sums, say)))
    whole = total_contributions(portfolio, chosen, years)
    last = (_together(say), cell("", "text", say), *_sum_cells(portfolio, whole, say))
    return Table(columns, (*rows, last))


def by_key(portfolio: Portfolio, chosen: Sequence[Initiative], years: Years, say: Language) -> Table:
    """Show what each member would pay if one key held for all, and the difference with now."""
    columns = (_text("cost_key", say), _text("kind", say), *_member_columns(portfolio))
    now = total_contributions(portfolio, chosen, years)
    members = tuple(portfolio.partnership.members)
    paid = [now.share(member) for member in members]
    filed, amount, difference = (
        sentence(say, f"commands/costs/{word}") for word in ("filed", "amount", "difference")
    )
    rows = [_row(filed, amount, paid, say)]
    for key in portfolio.partnership.cost_keys:
        try:
            other = total_contributions(portfolio, chosen, years, key)
        except NoShareError:
            rows.append(_row(key, sentence(say, "commands/costs/impossible"), [None for _ in members], say))
            continue
        amounts = [other.share(member) for member in members]
        rows.append(_row(key, amount, amounts, say))
        rows.append(_row(key, difference, [b - a for a, b in zip(paid, amounts, strict=True)], say))
    return Table(columns, tuple(rows))


TABLES: dict[str, Callable[[Portfolio, Sequence[Initiative], Years, Language], Table]] = {
    "member": by_member,
    "year": by_year,
    "initiative": by_initiative,
    "key": by_key,
}


def _heading(key: str, say: Language) -> str:
    return sentence(say, f"columns/heading.{key}")


def _text(key: str, say: Language) -> Column:
    return Column(key, _heading(key, say))


def _euros(key: str, say: Language) -> Column:
    return Column(key, _heading(key, say), "euros")


def _member_columns(portfolio: Portfolio) -> tuple[Column, ...]:
    return tuple(Column(key, member.name, "euros") for key, member in portfolio.partnership.members.items())


def _sum_columns(portfolio: Portfolio, say: Language) -> tuple[Column, ...]:
    return (*(_euros(key, say) for key in ("one_off", "recurring", "total")), *_member_columns(portfolio))


def _amounts(amounts: Sequence[int | None], say: Language) -> tuple[Cell, ...]:
    return tuple(cell(amount, "euros", say) for amount in amounts)


def _sum_cells(portfolio: Portfolio, sums: CostSums, say: Language) -> tuple[Cell, ...]:
    shares = (sums.share(member) for member in portfolio.partnership.members)
    return _amounts((sums.one_off, sums.recurring, sums.total, *shares), say)


def _together(say: Language) -> Cell:
    return cell(sentence(say, "commands/costs/together"), "text", say)


def _whole(say: Language, amounts: Sequence[int]) -> tuple[Cell, ...]:
    return (_together(say), *_amounts(amounts, say))


def _row(key: str, kind: str, amounts: Sequence[int | None], say: Language) -> tuple[Cell, ...]:
    return (cell(key, "text", say), cell(kind, "text", say), *_amounts(amounts, say))
