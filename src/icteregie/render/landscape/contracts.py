"""The section on contracts: those of one supplier or component that end together."""

from typing import Any

from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Paragraph
from icteregie.render.landscape import words as w
from icteregie.render.landscape.gains import contracts_data
from icteregie.render.landscape.plain import plain_table
from icteregie.render.landscape.words import words
from icteregie.render.member_words import member_words
from icteregie.render.tables.table import Cell, Kind, Table, cell
from icteregie.reports.landscape.contracts import SharedEnd
from icteregie.reports.landscape.report import LandscapeReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("first", "date"), ("last", "date"), ("suppliers", "text"), ("components", "text")),
    *(("members", "text"), ("applications", "text")),
)


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Make a row for each group, the first to end first."""
    if not report.contracts:
        return ()
    partnership = report.basis.portfolio.partnership
    how = words(
        language,
        "contracts.how",
        days=partnership.thresholds.contracts_together,
        members_word=member_words(partnership, language).plural,
    )
    keys: tuple[tuple[str, Kind], ...] = (
        *(("first", "date"), ("last", "date"), ("shared", "text")),
        *(("members", "text"), ("applications", "number")),
    )
    rows = tuple(_row(report, each, language) for each in report.contracts)
    return (Paragraph(how), Table(w.columns(language, *keys), rows))


def _row(report: LandscapeReport, each: SharedEnd, language: Language) -> tuple[Cell, ...]:
    group = each.contracts
    shared = (*each.suppliers, *(w.component_name(report, component) for component in each.components))
    return (
        cell(group.first, "date", language),
        cell(group.last, "date", language),
        Cell((*each.suppliers, *each.components), ", ".join(shared)),
        Cell(group.members, ", ".join(w.member_names(report, group.members))),
        w.number_cell(len(group.ends), language),
    )


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each group."""
    rows = (
        (
            *(e.contracts.first, e.contracts.last, e.suppliers, e.components, e.contracts.members),
            tuple(own.application.id for own in e.contracts.ends),
        )
        for e in report.contracts
    )
    return plain_table(PLAIN, rows, language)


def data(report: LandscapeReport) -> list[dict[str, Any]]:
    """Give each group with what it has in common."""
    return [
        {
            "suppliers": list(each.suppliers),
            "components": list(each.components),
            **contracts_data(each.contracts),
        }
        for each in report.contracts
    ]
