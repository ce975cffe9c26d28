"""Direction as a document: a section for each table."""

from icteregie.portfolio.partnership import Language
from icteregie.render.direction.tables import TABLES, for_people, message
from icteregie.render.document import Block, Document, Paragraph, Section
from icteregie.reports.direction import DirectionReport


def document(report: DirectionReport, language: Language) -> Document:
    """Give each table a section; what has nothing to show says so."""
    title = message(language, "title", today=report.basis.day)
    return Document(title, sections=tuple(_section(name, report, language) for name in TABLES))


def _section(name: str, report: DirectionReport, language: Language) -> Section:
    table = for_people(name, TABLES[name](report, language))
    block: Block = table if table.rows else Paragraph(message(language, f"none.{name}"))
    if name == "unclear" and report.idle_clients:
        idle = message(language, "idle", count=report.idle_clients, clients=report.clients)
        return Section(message(language, "section.unclear"), (Paragraph(idle), block))
    if name != "decides" or report.year is None:
        return Section(message(language, f"section.{name}"), (block,))
    return Section(message(language, "section.decides-year", year=report.year), (block,))
