"""What initiatives cost, as tables: by member, by year, by initiative, and between keys."""

from collections.abc import Callable, Mapping, Sequence

from icteregie.analysis.cost_sharing import CostSums
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.render.member_words import member_words
from icteregie.render.tables.estimates import alone_table, estimate_table, savings_table
from icteregie.render.tables.money import charges_table, return_table
from icteregie.render.tables.table import Cell, Column, Table, cell
from icteregie.reports.costs import CostsReport


def by_member(report: CostsReport, language: Language) -> Table:
    """Show what each member pays, and the whole."""
    sums = report.total()
    columns = (_member(report.basis.portfolio.partnership, language), *_total_columns(report, language))
    rows = tuple(
        (
            Cell(member, known.name),
            *_amounts((*sums.shares.get(member, (0, 0)), sums.share(member)), language),
        )
        for member, known in report.basis.portfolio.partnership.members.items()
    )
    total = (_together(language), *_amounts((sums.one_off, sums.recurring, sums.total), language))
    return Table(columns, rows, totals=(total,))


def by_year(report: CostsReport, language: Language) -> Table:
    """Show what each year costs, and what that is for each member."""
    partnership = report.basis.portfolio.partnership
    sums_columns = (*_amount_columns("recurring-in-year", language), *_member_columns(partnership))
    columns = (Column("year", _heading("year", language), "number"), *sums_columns)
    rows = tuple(
        (cell(year, "number", language), *_sum_cells(partnership, sums, language))
        for year, sums in report.by_year()
    )
    last = (_together(language), *_sum_cells(partnership, report.total(), language))
    return Table(columns, rows, totals=(last,))


def by_initiative(report: CostsReport, language: Language) -> Table:
    """Show what each initiative costs, by which key, and what that is for each member."""
    partnership = report.basis.portfolio.partnership
    sums_columns = (*_total_columns(report, language), *_member_columns(partnership))
    columns = (_text("id", language), _text("cost_key", language), *sums_columns)
    rows = tuple(
        (
            cell(initiative.id, "text", language),
            cell(key, "text", language),
            *_sum_cells(partnership, sums, language),
        )
        for initiative, key, sums in report.by_initiative()
    )
    total = _sum_cells(partnership, report.total(), language)
    return Table(columns, rows, totals=((_together(language), cell(None, "text", language), *total),))


def by_key(report: CostsReport, language: Language) -> Table:
    """Show what each member would pay if one key held for all, and the difference with now."""
    partnership = report.basis.portfolio.partnership
    columns = (_text("cost_key", language), _text("kind", language), *_member_columns(partnership))
    now = _shares(partnership, report.total())
    amount = Cell("amount", _message("amount" if report.is_of_one_year else "amount-of-years", language))
    difference = Cell("difference", _message("difference", language))
    as_now = Cell(None, _message("filed", language))
    rows = [(as_now, amount, *_amounts(now, language))]
    for name, sums in report.by_key():
        key = cell(name, "text", language)
        if sums is None:
            kind = Cell("impossible", _message("impossible", language))
            rows.append((key, kind, *_amounts([None for _ in now], language)))
            continue
        then = _shares(partnership, sums)
        more = [after - before for before, after in zip(now, then, strict=True)]
        rows.append((key, amount, *_amounts(then, language)))
        rows.append((key, difference, *_amounts(more, language)))
    return Table(columns, tuple(rows))


def long(report: CostsReport, language: Language) -> Table:
    """Give each amount that a member pays a row of its own, for a spreadsheet that sums by itself."""
    texts = {key: _text(key, language) for key in ("id", "kind", "cost_key")}
    columns = (
        _member(report.basis.portfolio.partnership, language),
        Column("year", _heading("year", language), "number"),
        *(texts[key] for key in ("id", "kind", "cost_key")),
        Column("amount", _heading("amount", language), "euros"),
    )
    partnership = report.basis.portfolio.partnership
    rows = (
        (
            Cell(share.member, partnership.member_name(share.member)),
            cell(share.year, "number", language),
            cell(share.initiative, "text", language),
            Cell(share.kind, sentence(language, f"columns/word.{share.kind}")),
            cell(share.key, "text", language),
            cell(share.amount, "euros", language),
        )
        for share in report.shares()
    )
    return Table(columns, tuple(rows))


TABLES: Mapping[str, Callable[[CostsReport, Language], Table]] = {
    "member": by_member,
    "year": by_year,
    "initiative": by_initiative,
    "key": by_key,
    "charges": charges_table,
    "return": return_table,
    "estimate": estimate_table,
    "savings": savings_table,
    "alone": alone_table,
}


def _heading(key: str, language: Language) -> str:
    return sentence(language, f"columns/heading.{key}")


def _message(name: str, language: Language) -> str:
    return sentence(language, f"commands/costs/{name}")


def _text(key: str, language: Language) -> Column:
    return Column(key, _heading(key, language))


def _member(partnership: Partnership, language: Language) -> Column:
    return Column("member", member_words(partnership, language).heading)


def _total_columns(report: CostsReport, language: Language) -> tuple[Column, ...]:
    """Head the sums; recurring cost of several years is not what recurs in one."""
    return _amount_columns("recurring" if report.is_of_one_year else "recurring-of-years", language)


def _amount_columns(recurring: str, language: Language) -> tuple[Column, ...]:
    headings = {
        "one_off": _heading("one_off", language),
        "recurring": _heading("recurring", language)
        if recurring == "recurring"
        else _message(recurring, language),
        "total": _heading("total", language),
    }
    return tuple(Column(key, heading, "euros") for key, heading in headings.items())


def _member_columns(partnership: Partnership) -> tuple[Column, ...]:
    return tuple(Column(key, member.name, "euros") for key, member in partnership.members.items())


def _shares(partnership: Partnership, sums: CostSums) -> list[int]:
    return [sums.share(member) for member in partnership.members]


def _amounts(amounts: Sequence[int | None], language: Language) -> tuple[Cell, ...]:
    return tuple(cell(amount, "euros", language) for amount in amounts)


def _sum_cells(partnership: Partnership, sums: CostSums, language: Language) -> tuple[Cell, ...]:
    return _amounts((sums.one_off, sums.recurring, sums.total, *_shares(partnership, sums)), language)


def _together(language: Language) -> Cell:
    return Cell(None, _message("together", language))
