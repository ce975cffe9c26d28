"""Estimates, savings, and alone beside together, as tables."""

from collections.abc import Sequence

from icteregie.analysis.money.estimates import total_estimate
from icteregie.analysis.money.savings import SavingSums, total_savings
from icteregie.portfolio.partnership import Language
from icteregie.render.member_words import member_words
from icteregie.render.tables.money import amount_cells, figure_columns, not_given, together
from icteregie.render.tables.table import Cell, Column, Table, cell
from icteregie.reports.costs import CostsReport


def estimate_table(report: CostsReport, language: Language) -> Table:
    """Show what was estimated of each initiative: its range, and what is for people and for technology."""
    names = ("estimate", "margin", "low", "high", "people", "technology", "undivided")
    columns = figure_columns(
        (("id", "text"), *((name, "number" if name == "margin" else "euros") for name in names)), language
    )
    estimates = list(report.estimates())
    rows = tuple(
        (
            cell(initiative.id, "text", language),
            *amount_cells((estimate.amount,), language),
            not_given(language) if estimate.margin is None else cell(estimate.margin, "number", language),
            *amount_cells(estimate.bounds or (None, None), language),
            *amount_cells((estimate.people, estimate.technology), language),
            *amount_cells((None if estimate.amount is None else estimate.undivided,), language),
        )
        for initiative, estimate in estimates
    )
    sums = total_estimate([estimate for _, estimate in estimates])
    total = (
        together(language),
        *amount_cells((sums.amount,), language),
        cell(None, "text", language),
        *amount_cells((sums.low, sums.high, sums.people, sums.technology, sums.undivided), language),
    )
    return Table(columns, rows, totals=(total,) if rows else ())


def savings_table(report: CostsReport, language: Language) -> Table:
    """Show what is saved in each year: booked on a budget, and hoped for."""
    columns = figure_columns(
        (("year", "number"), ("booked", "euros"), ("hoped_for", "euros"), ("total", "euros")), language
    )
    savings = report.savings()
    rows = tuple(
        (cell(year, "number", language), *_savings(sums, language)) for year, sums in savings.items()
    )
    total = (together(language), *_savings(total_savings(savings.values()), language))
    return Table(columns, rows, totals=(total,) if rows else ())


def _savings(sums: SavingSums, language: Language) -> tuple[Cell, ...]:
    return amount_cells((sums.booked, sums.hoped_for, sums.total), language)


def alone_table(report: CostsReport, language: Language) -> Table:
    """Show what members would pay without the others, beside what they pay with them."""
    partnership = report.basis.portfolio.partnership
    columns = (
        *figure_columns((("id", "text"),), language),
        Column("member", member_words(partnership, language).heading),
        *figure_columns((("alone", "euros"), ("jointly", "euros"), ("saved", "euros")), language),
    )
    compared = list(report.alone())
    rows = tuple(
        (
            cell(initiative.id, "text", language),
            Cell(each.member, partnership.member_name(each.member)),
            *amount_cells((each.alone, each.together, each.difference), language),
        )
        for initiative, each in compared
    )
    sums = _sums([(each.alone, each.together, each.difference) for _, each in compared])
    total = (together(language), cell(None, "text", language), *amount_cells(sums, language))
    return Table(columns, rows, totals=(total,) if rows else ())


def _sums(amounts: Sequence[tuple[int, int, int]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*amounts, strict=True)))
