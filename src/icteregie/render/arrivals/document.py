"""Arrivals as a document: in short, drawn, and table by table."""

from icteregie.portfolio.partnership import Language
from icteregie.render.arrivals.plot_text import lines
from icteregie.render.arrivals.tables import FOR_PEOPLE, TABLES, narrowed
from icteregie.render.arrivals.wording import facts, message, title
from icteregie.render.document import Block, Code, Document, Facts, Paragraph, Section
from icteregie.reports.arrivals.view import ArrivalsReport

_COLUMNS = {"initiatives": FOR_PEOPLE, "late": FOR_PEOPLE, "moved-on": (*FOR_PEOPLE, "now")}
"""Of these tables a document shows some columns."""


def document(report: ArrivalsReport, language: Language) -> Document:
    """Sum the arrivals up, draw them, and give every table a section."""
    blocks: tuple[Block, ...] = (
        Facts(tuple(facts(report, language))),
        Code(tuple(lines(report.histogram, language))),
    )
    sections = tuple(_section(name, report, language) for name in TABLES)
    return Document(title(report, language), blocks=blocks, sections=sections)


def _section(name: str, report: ArrivalsReport, language: Language) -> Section:
    table = TABLES[name](report, language)
    # What arrived on a day that lost history has to tell has no lead time.
    none = "lead-times-unknown" if name == "lead-times" and report.arrived else name
    block: Block = Paragraph(message(language, f"none.{none}"))
    if table.rows:
        block = narrowed(table, _COLUMNS[name]) if name in _COLUMNS else table
    return Section(message(language, f"section.{name}"), (block,))
