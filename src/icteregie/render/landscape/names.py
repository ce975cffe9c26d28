"""The section on names: products whose names look alike and that were not taken for one."""

from typing import Any

from icteregie.analysis.landscape.products import Product
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Item, ItemList, Paragraph
from icteregie.render.landscape.plain import plain_table
from icteregie.render.landscape.words import member_names, words
from icteregie.render.tables.table import Kind, Table
from icteregie.reports.landscape.report import LandscapeReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("first", "text"), ("first_members", "text"), ("second", "text"), ("second_members", "text")),
)


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Name each pair, with who run either."""
    items = tuple(
        Item(
            words(
                language,
                "names.pair",
                first=each.first.name,
                first_members=member_names(report, each.first.members),
                second=each.second.name,
                second_members=member_names(report, each.second.members),
            )
        )
        for each in report.names
    )
    return (Paragraph(words(language, "names.how")), ItemList(items)) if items else ()


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each pair."""
    rows = ((e.first.name, e.first.members, e.second.name, e.second.members) for e in report.names)
    return plain_table(PLAIN, rows, language)


def data(report: LandscapeReport) -> list[list[dict[str, Any]]]:
    """Give each pair as a list of two."""
    return [[_product(each.first), _product(each.second)] for each in report.names]


def _product(product: Product) -> dict[str, Any]:
    return {
        "product": product.name,
        "members": list(product.members),
        "applications": [own.id for own in product.applications],
    }
