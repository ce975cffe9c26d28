"""The state of the portfolio in tables: each initiative, each member, each team, and what slips."""

from icteregie.portfolio.partnership import Language
from icteregie.render.document import Document, Paragraph, Section
from icteregie.render.status.rows import shown_table, words
from icteregie.render.status.tables import hours_table, share_table, slip_table, stopped_lines
from icteregie.render.tables.table import Table
from icteregie.reports.status import StatusReport


def document(report: StatusReport, language: Language) -> Document:
    """Put all tables below each other; what there is nothing of is left out."""
    tables: tuple[tuple[str, Table | None], ...] = (
        ("members", share_table(report, language) if report.rows else None),
        ("hours", hours_table(report, language)),
        ("slips", slip_table(report, language)),
    )
    sections = tuple(
        Section(words(language, f"section.{name}", year=report.year), (table,))
        for name, table in tables
        if table
    )
    closing = tuple(map(Paragraph, stopped_lines(report, language)))
    if report.slips and report.slips.unknown:
        closing = (
            *closing,
            Paragraph(words(language, "slips-unknown", ids=report.slips.unknown)),
        )
    return Document(blocks=(shown_table(report, language),), sections=sections, closing=closing)
