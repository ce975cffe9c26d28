"""The section on Common Ground: the share of each layer, and where data is locked in processes."""

from collections.abc import Iterator
from typing import Any, get_args

from icteregie.analysis.landscape.layers import DataState, ProcessData
from icteregie.analysis.landscape.products import products
from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Paragraph
from icteregie.render.landscape import words as w
from icteregie.render.landscape.plain import plain_table
from icteregie.render.landscape.words import words
from icteregie.render.tables.table import Cell, Kind, Table
from icteregie.reports.landscape.report import LandscapeReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("layer", "text"), ("applications", "number"), ("percent", "number")),
    *(("users", "number"), ("users_unknown", "number")),
)


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Show the layers, and then where data is locked; nothing where no layer is given."""
    own = report.layers
    if not any(layer.applications for layer in own.layers):
        return ()
    unknown = words(language, "layers.unknown", count=len(own.unknown))
    first = (_layers(report, language), *((Paragraph(unknown),) if own.unknown else ()))
    if not own.data:
        return first
    counts = {state: own.count(state) for state in get_args(DataState)}
    how = words(language, "layers.locked", count=len(own.data), **counts)
    table = _locked(report, language)
    return (*first, Paragraph(how), *((table,) if table.rows else ()))


def _layers(report: LandscapeReport, language: Language) -> Table:
    keys: tuple[tuple[str, Kind], ...] = (
        *(("layer", "text"), ("applications", "number"), ("share", "number"), ("users", "number")),
    )
    rows = (
        (
            Cell(each.layer, term(language, "common_ground", each.layer)),
            w.number_cell(len(each.applications), language),
            Cell(each.percent, words(language, "percent", percent=each.percent)),
            w.sum_cell(each.users, language),
        )
        for each in report.layers.layers
    )
    return Table(w.columns(language, *keys), tuple(rows))


def _locked(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each component, with at whom its data is locked and in which products."""
    by_component: dict[str, list[ProcessData]] = {}
    for each in report.layers.data:
        if each.state == "locked":
            by_component.setdefault(each.component, []).append(each)
    rows = (tuple(_component(report, component, own)) for component, own in by_component.items())
    keys: tuple[tuple[str, Kind], ...] = (("component", "text"), ("members", "text"), ("locked", "text"))
    return Table(w.columns(language, *keys), tuple(rows))


def _component(report: LandscapeReport, component: str, own: list[ProcessData]) -> Iterator[Cell]:
    members = tuple(each.member for each in own)
    names = products(application for each in own for application in each.applications)
    yield Cell(component, w.component_name(report, component))
    yield Cell(members, ", ".join(w.member_names(report, members)))
    yield Cell(tuple(each.key for each in names), ", ".join(each.name for each in names))


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each layer, and one without a layer for what gives none."""
    rows = (
        (each.layer, len(each.applications), each.percent, each.users.total, each.users.unknown)
        for each in report.layers.layers
    )
    unknown = (None, len(report.layers.unknown), None, None, None)
    return plain_table(PLAIN, (*rows, unknown), language)


def data(report: LandscapeReport) -> dict[str, Any]:
    """Give the layers, and of each component and member where its data is."""
    return {
        "layers": [
            {
                "layer": each.layer,
                "applications": [own.id for own in each.applications],
                "percent": each.percent,
                **w.sum_data("users", each.users),
            }
            for each in report.layers.layers
        ],
        "unknown": [own.id for own in report.layers.unknown],
        "data": [
            {
                "component": each.component,
                "member": each.member,
                "applications": [own.id for own in each.applications],
                "state": each.state,
            }
            for each in report.layers.data
        ],
    }
