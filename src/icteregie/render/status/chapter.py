"""The tables of the agenda's chapter on what was decided on before: how far it is, and what it costs."""

from collections.abc import Mapping

from icteregie.portfolio.partnership import Language
from icteregie.render.status.rows import shown_table, words
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.status import StatusReport

STATE: tuple[tuple[str, Kind], ...] = (
    ("title", "text"),
    ("status", "text"),
    ("declared", "text"),
    ("first", "text"),
    ("agreed", "text"),
    ("agreed_end", "text"),
    ("end", "text"),
    ("days", "number"),
    ("conditions", "number"),
)
MONEY: tuple[tuple[str, Kind], ...] = (
    ("title", "text"),
    ("agreed_one_off", "euros"),
    ("one_off", "euros"),
    ("spent", "euros"),
    ("agreed_recurring", "euros"),
    ("recurring", "euros"),
)


def state_table(report: StatusReport, language: Language) -> Table:
    """Say of each project how far it is, by its title."""
    return shown_table(report, language, STATE)


def money_table(report: StatusReport, in_year: Mapping[str, int], year: int, language: Language) -> Table:
    """Say of each project what it costs, and what of that falls in a year: whole euros by id.

    The last row adds up what falls in the year; what has no amount there has a dash.
    """
    table = shown_table(report, language, MONEY)
    rows = zip(table.rows, report.rows, strict=True)
    total = sum(in_year.get(row.initiative.id, 0) for row in report.rows)
    empty = (Cell(None, ""),) * (len(MONEY) - 1)
    return Table(
        (*table.columns, Column("in_year", words(language, "heading.in-year", year=year), "euros")),
        tuple((*cells, _in_year(in_year.get(row.initiative.id), language)) for cells, row in rows),
        totals=((Cell("", words(language, "heading.total")), *empty, cell(total, "euros", language)),),
    )


def _in_year(amount: int | None, language: Language) -> Cell:
    return cell(amount, "euros", language) if amount is not None else Cell(None, "–")
