"""The section on suppliers: those that two or more members have."""

from typing import Any

from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block
from icteregie.render.landscape import words as w
from icteregie.render.landscape.plain import plain_table
from icteregie.render.tables.table import Cell, Kind, Table
from icteregie.reports.landscape.report import LandscapeReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("supplier", "text"), ("members", "text"), ("applications", "number"), ("products", "number")),
    *(("users", "number"), ("users_unknown", "number"), ("yearly", "euros"), ("yearly_unknown", "number")),
)


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Make a row for each; what it gets is there only where prices were asked for."""
    scope = report.scope
    keys: tuple[tuple[str, Kind], ...] = (
        *(("supplier", "text"), ("members", "text"), ("applications", "number"), ("products", "number")),
        ("users", "number"),
        *((("yearly", "euros"),) if scope.has_prices else ()),
    )
    rows = tuple(
        (
            Cell(each.key, each.name),
            Cell(each.members, ", ".join(w.member_names(report, each.members))),
            w.number_cell(len(each.applications), language),
            w.number_cell(len(each.products), language),
            w.sum_cell(each.users, language),
            *((w.yearly_cell(each.yearly, scope, language),) if scope.has_prices else ()),
        )
        for each in report.suppliers
    )
    return (Table(w.columns(language, *keys), rows),) if rows else ()


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each."""
    rows = (
        (
            *(each.name, each.members, len(each.applications), len(each.products)),
            *(each.users.total, each.users.unknown),
            *(w.yearly_value(each.yearly, report.scope, is_part=True), each.yearly.euros.unknown),
        )
        for each in report.suppliers
    )
    return plain_table(PLAIN, rows, language)


def data(report: LandscapeReport) -> list[dict[str, Any]]:
    """Give each with its applications."""
    return [
        {
            "supplier": each.name,
            "members": list(each.members),
            "applications": [own.id for own in each.applications],
            "products": [product.name for product in each.products],
            **w.sum_data("users", each.users),
            **w.yearly_data(each.yearly, report.scope, is_part=True),
        }
        for each in report.suppliers
    ]
