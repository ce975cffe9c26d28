"""Capital charges, returns and the end of a year, as tables."""

from collections.abc import Sequence

from icteregie.analysis.money.returns import Return
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.costs import CostsReport


def charges_table(report: CostsReport, language: Language) -> Table:
    """Show depreciation and interest of each year, and together."""
    names: tuple[tuple[str, Kind], ...] = (
        ("id", "text"),
        ("year", "number"),
        ("book_value", "euros"),
        ("depreciation", "euros"),
        ("interest", "euros"),
        ("charges", "euros"),
    )
    charges = list(report.charges())
    rows = tuple(
        (
            cell(initiative.id, "text", language),
            cell(charge.year, "number", language),
            *amount_cells((charge.book_value, charge.depreciation, charge.interest, charge.total), language),
        )
        for initiative, charge in charges
    )
    interest = [charge.interest for _, charge in charges]
    depreciation = sum(charge.depreciation for _, charge in charges)
    known = None if None in interest else sum(amount or 0 for amount in interest)
    sums = (depreciation, known, None if known is None else depreciation + known)
    empty = cell(None, "text", language)
    total = (together(language), empty, empty, *amount_cells(sums, language))
    return Table(figure_columns(names, language), rows, totals=(total,) if rows else ())


def return_table(report: CostsReport, language: Language) -> Table:
    """Show what each initiative returns, and what all of it costs; savings are booked or hoped for."""
    names: tuple[tuple[str, Kind], ...] = (
        ("id", "text"),
        ("savings", "text"),
        ("payback", "number"),
        ("break_even", "number"),
        ("npv", "euros"),
        ("tco", "euros"),
        ("tco_years", "number"),
        ("repeated", "number"),
    )
    rows = tuple(
        (
            cell(initiative.id, "text", language),
            *_return(result, language),
            *amount_cells((owned.amount if owned else None,), language),
            cell(owned.years if owned else None, "number", language),
            cell(owned.repeated if owned else None, "number", language),
        )
        for initiative, result, owned in report.returns()
    )
    return Table(figure_columns(names, language), rows)


def _return(result: Return | None, language: Language) -> tuple[Cell, ...]:
    if result is None:
        return tuple(not_given(language) for _ in range(4))
    kind = "booked" if result.is_booked else "hoped-for"
    payback = result.payback
    never = Cell("never", _text("never", language))
    paid = not_given(language) if payback is None else never
    if payback is not None and payback.years is not None:
        paid = cell(payback.years, "number", language)
    even = Cell(None, _text("not-before", language, year=result.last))
    return (
        Cell(kind, _text(kind, language)),
        paid,
        cell(result.break_even, "number", language) if result.break_even else even,
        *amount_cells((result.net_present_value,), language),
    )


def year_end_table(report: CostsReport, year: int, language: Language) -> Table:
    """Show what was planned of a year, spent and foreseen, and who asks to carry over what is left."""
    names: tuple[tuple[str, Kind], ...] = (
        ("id", "text"),
        ("planned", "euros"),
        ("spent", "euros"),
        ("foreseen", "euros"),
        ("left", "euros"),
        ("due", "euros"),
        ("carried_over", "euros"),
    )
    members = report.basis.portfolio.partnership.members
    own = tuple(Column(key, member.name, "euros") for key, member in members.items())
    rows = tuple(
        (
            cell(initiative.id, "text", language),
            *amount_cells(
                (end.planned, end.spent, end.foreseen, end.left, end.due, end.carried_over), language
            ),
            *amount_cells([shares.get(member, 0) for member in members], language),
        )
        for initiative, end, shares in report.year_ends(year)
    )
    return Table((*figure_columns(names, language), *own), rows)


def figure_columns(names: Sequence[tuple[str, Kind]], language: Language) -> tuple[Column, ...]:
    """Make columns with the headings of the tables of costs."""
    return tuple(Column(name, _text(f"heading.{name}", language), kind) for name, kind in names)


def amount_cells(amounts: Sequence[int | None], language: Language) -> tuple[Cell, ...]:
    """Make cells of whole euros; what is None was not given."""
    return tuple(
        not_given(language) if amount is None else cell(amount, "euros", language) for amount in amounts
    )


def not_given(language: Language) -> Cell:
    """Say that nobody gave it; unknown is no 0."""
    return Cell(None, _text("not-given", language))


def together(language: Language) -> Cell:
    """Begin the row of totals."""
    return Cell(None, _text("together", language))


def _text(name: str, language: Language, **values: int) -> str:
    return sentence(language, f"commands/costs/{name}", **values)
