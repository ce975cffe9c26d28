"""The section on differences: for each component the products, the most common one, and who are on it."""

from collections.abc import Iterator
from typing import Any

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.differences import Difference
from icteregie.analysis.landscape.products import Product
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Paragraph
from icteregie.render.landscape import words as w
from icteregie.render.landscape.plain import plain_table
from icteregie.render.landscape.words import words
from icteregie.render.member_words import member_words
from icteregie.render.tables.table import Cell, Column, Data, Kind, Table, cell
from icteregie.reports.landscape.report import LandscapeReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("component", "text"), ("products", "number"), ("versions", "number"), ("applications", "number")),
    *(("members", "number"), ("users", "number"), ("users_unknown", "number")),
    *(("yearly", "euros"), ("yearly_unknown", "number")),
    *(("most_common", "text"), ("most_common_members", "number"), ("most_common_users", "number")),
    *(("most_common_percent", "number"), ("touched_applications", "number"), ("touched_users", "number")),
    *(("touched_members", "text"), ("touched_yearly", "euros"), ("touched_contracts", "number")),
)


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Show a row for each component, and of one component that was asked for all that runs for it."""
    if not report.differences:
        return ()
    overview: tuple[Block, ...] = (Paragraph(words(language, "differences-how")), _overview(report, language))
    if report.scope.component is None:
        return overview
    return (*overview, _applications(report, report.differences[0], language))


def _overview(report: LandscapeReport, language: Language) -> Table:
    keys: tuple[tuple[str, Kind], ...] = (
        *(("component", "text"), ("products", "number"), ("versions", "number"), ("most_common", "text")),
        *(("on_it", "text"), ("users", "number"), ("yearly", "euros")),
    )
    rows = (tuple(_row(report, each, language)) for each in report.differences)
    return Table(w.columns(language, *keys), tuple(rows))


def _row(report: LandscapeReport, each: Difference, language: Language) -> Iterator[Cell]:
    yield Cell(each.component, w.component_name(report, each.component))
    yield w.number_cell(len(each.products), language)
    yield w.versions_cell(each.versions, language)
    yield Cell(each.most_common.name, each.most_common.name)
    yield Cell(len(each.most_common.members), on_it(each, language))
    yield w.sum_cell(each.users, language)
    yield w.yearly_cell(each.yearly, report.scope, language)


def on_it(each: Difference, language: Language) -> str:
    """Say how many members and which part of the users are on the most common product."""
    members = words(language, "on-it", members=len(each.most_common.members), all=len(each.members))
    if not each.shares:
        return members
    percent = each.shares[each.most_common.key]
    return words(language, "on-it-users", members=members, percent=percent)


def _applications(report: LandscapeReport, each: Difference, language: Language) -> Table:
    """Show every application of a component, the most common product first."""
    scope, partnership = report.scope, report.basis.portfolio.partnership
    keys: tuple[tuple[str, Kind], ...] = (
        ("product", "text"),
        *((("version", "text"),) if scope.has_versions else ()),
        ("users", "number"),
        *((("yearly", "euros"),) if scope.has_prices else ()),
        ("contract_end", "date"),
    )
    heading = Column("member", member_words(partnership, language).heading)
    rows = (
        (Cell(own.member, partnership.member_name(own.member)), *_application(own, keys, language))
        for product in each.products
        for own in product.applications
    )
    return Table((heading, *w.columns(language, *keys)), tuple(rows))


def _application(
    own: MemberApplication, keys: tuple[tuple[str, Kind], ...], language: Language
) -> Iterator[Cell]:
    contract = own.application.contract
    for key, kind in keys:
        value: Data = getattr(own.application, key, None)
        if key == "contract_end" and contract is not None:
            value = contract.end
        if value is None:
            yield Cell(None, words(language, "unknown"))
        else:
            yield (
                w.number_cell(value, language)
                if isinstance(value, int) and kind == "number"
                else cell(value, kind, language)
            )


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each component, with a column for each value."""
    return plain_table(PLAIN, (_plain(report, each) for each in report.differences), language)


def _plain(report: LandscapeReport, each: Difference) -> tuple[Data, ...]:
    common, touched = each.most_common, each.touched
    return (
        *(each.component, len(each.products), each.versions, len(each.applications), len(each.members)),
        *(each.users.total, each.users.unknown),
        *(w.yearly_value(each.yearly, report.scope), each.yearly.euros.unknown),
        *(common.name, len(common.members), common.users.total, each.shares.get(common.key)),
        *(len(touched.applications), touched.users.total, touched.members),
        *(w.yearly_value(touched.yearly, report.scope, is_part=True), touched.contracts),
    )


def data(report: LandscapeReport) -> list[dict[str, Any]]:
    """Give each component with all its products."""
    return [_difference(report, each) for each in report.differences]


def _difference(report: LandscapeReport, each: Difference) -> dict[str, Any]:
    touched, scope = each.touched, report.scope
    return {
        "component": each.component,
        "applications": [own.id for own in each.applications],
        "members": list(each.members),
        **w.sum_data("users", each.users),
        **w.yearly_data(each.yearly, scope),
        "versions": each.versions,
        "most_common": each.most_common.name,
        "products": [_product(report, each, product) for product in each.products],
        "touched": {
            "applications": [own.id for own in touched.applications],
            "members": list(touched.members),
            **w.sum_data("users", touched.users),
            **w.yearly_data(touched.yearly, scope, is_part=True),
            "contracts": touched.contracts,
        },
    }


def _product(report: LandscapeReport, each: Difference, product: Product) -> dict[str, Any]:
    return {
        "product": product.name,
        "applications": [own.id for own in product.applications],
        "members": list(product.members),
        **w.sum_data("users", product.users),
        "users_percent": each.shares.get(product.key),
        "versions": len(product.versions),
        **({"version_names": list(product.versions)} if report.scope.has_versions else {}),
        **w.yearly_data(product.yearly, report.scope, is_part=True),
    }
