"""The section on Common Ground: the share of each layer, and where data is locked in processes."""

from typing import Any, get_args

from icteregie.analysis.landscape.layers import DataState
from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Paragraph
from icteregie.render.landscape import words as w
from icteregie.render.landscape.plain import plain_table
from icteregie.render.landscape.words import words
from icteregie.render.member_words import member_words
from icteregie.render.tables.table import Cell, Column, Kind, Table
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
    partnership = report.basis.portfolio.partnership
    heading = Column("member", member_words(partnership, language).heading)
    rows = (
        (
            Cell(each.component, w.component_name(report, each.component)),
            Cell(each.member, partnership.member_name(each.member)),
            Cell(
                tuple(own.id for own in each.applications),
                ", ".join(own.application.product for own in each.applications),
            ),
        )
        for each in report.layers.data
        if each.state == "locked"
    )
    component, locked = w.columns(language, ("component", "text"), ("locked", "text"))
    return Table((component, heading, locked), tuple(rows))


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
