"""What initiatives cost, as tables: by member, by year, by initiative, and between keys."""

from collections.abc import Callable, Mapping, Sequence

from icteregie.analysis.cost_sharing import CostSums
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.render.tables.table import Cell, Column, Table, cell
from icteregie.reports.costs import CostsReport


def by_member(report: CostsReport, language: Language) -> Table:
    """Show what each member pays, and the whole."""
    sums = report.total()
    columns = (_text("member", language), *_total_columns(language))
    rows = [
        (
            cell(known.name, "text", language),
            *_amounts((*sums.shares.get(member, (0, 0)), sums.share(member)), language),
        )
        for member, known in report.basis.portfolio.partnership.members.items()
    ]
    total = (_together(language), *_amounts((sums.one_off, sums.recurring, sums.total), language))
    return Table(columns, (*rows, total))


def by_year(report: CostsReport, language: Language) -> Table:
    """Show what each year costs, and what that is for each member."""
    partnership = report.basis.portfolio.partnership
    columns = (Column("year", _heading("year", language), "number"), *_sum_columns(partnership, language))
    rows = [
        (cell(year, "number", language), *_sum_cells(partnership, sums, language))
        for year, sums in report.by_year()
    ]
    last = (_together(language), *_sum_cells(partnership, report.total(), language))
    return Table(columns, (*rows, last))


def by_initiative(report: CostsReport, language: Language) -> Table:
    """Show what each initiative costs, by which key, and what that is for each member."""
    partnership = report.basis.portfolio.partnership
    columns = (_text("id", language), _text("cost_key", language), *_sum_columns(partnership, language))
    rows = [
        (
            cell(initiative.id, "text", language),
            cell(key, "text", language),
            *_sum_cells(partnership, sums, language),
        )
        for initiative, key, sums in report.by_initiative()
    ]
    total = _sum_cells(partnership, report.total(), language)
    return Table(columns, (*rows, (_together(language), cell("", "text", language), *total)))


def by_key(report: CostsReport, language: Language) -> Table:
    """Show what each member would pay if one key held for all, and the difference with now."""
    partnership = report.basis.portfolio.partnership
    columns = (_text("cost_key", language), _text("kind", language), *_member_columns(partnership))
    now = _shares(partnership, report.total())
    amount = _message("amount", language)
    rows = [_row(_message("filed", language), amount, now, language)]
    for key, sums in report.by_key():
        if sums is None:
            rows.append(_row(key, _message("impossible", language), [None for _ in now], language))
            continue
        then = _shares(partnership, sums)
        difference = [after - before for before, after in zip(now, then, strict=True)]
        rows.append(_row(key, amount, then, language))
        rows.append(_row(key, _message("difference", language), difference, language))
    return Table(columns, tuple(rows))


TABLES: Mapping[str, Callable[[CostsReport, Language], Table]] = {
    "member": by_member,
    "year": by_year,
    "initiative": by_initiative,
    "key": by_key,
}


def _heading(key: str, language: Language) -> str:
    return sentence(language, f"columns/heading.{key}")


def _message(name: str, language: Language) -> str:
    return sentence(language, f"commands/costs/{name}")


def _text(key: str, language: Language) -> Column:
    return Column(key, _heading(key, language))


def _total_columns(language: Language) -> tuple[Column, ...]:
    keys = ("one_off", "recurring", "total")
    return tuple(Column(key, _heading(key, language), "euros") for key in keys)


def _member_columns(partnership: Partnership) -> tuple[Column, ...]:
    return tuple(Column(key, member.name, "euros") for key, member in partnership.members.items())


def _sum_columns(partnership: Partnership, language: Language) -> tuple[Column, ...]:
    return (*_total_columns(language), *_member_columns(partnership))


def _shares(partnership: Partnership, sums: CostSums) -> list[int]:
    return [sums.share(member) for member in partnership.members]


def _amounts(amounts: Sequence[int | None], language: Language) -> tuple[Cell, ...]:
    return tuple(cell(amount, "euros", language) for amount in amounts)


def _sum_cells(partnership: Partnership, sums: CostSums, language: Language) -> tuple[Cell, ...]:
    return _amounts((sums.one_off, sums.recurring, sums.total, *_shares(partnership, sums)), language)


def _together(language: Language) -> Cell:
    return cell(_message("together", language), "text", language)


def _row(key: str, kind: str, amounts: Sequence[int | None], language: Language) -> tuple[Cell, ...]:
    return (cell(key, "text", language), cell(kind, "text", language), *_amounts(amounts, language))
