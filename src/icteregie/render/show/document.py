"""The factsheet of an initiative as a document, in the order in which a director reads it."""

from icteregie.portfolio.partnership import Language
from icteregie.render.document import Document
from icteregie.render.show import (
    application,
    coherence,
    justification,
    money,
    programme,
    progress,
    purpose,
    time,
)
from icteregie.render.show.builder import SectionBuilder
from icteregie.reports.show import ShowReport

SECTIONS = (
    purpose.section,
    money.section,
    time.section,
    programme.section,
    coherence.section,
    justification.section,
    justification.support,
    progress.section,
)


def documents(report: ShowReport, language: Language) -> list[Document]:
    """Make a document of every factsheet and application, without the sections that have nothing to say."""
    factsheets = [
        _document(SectionBuilder(report.basis.portfolio, language, factsheet))
        for factsheet in report.factsheets
    ]
    return [*factsheets, *application.documents(report, language)]


def _document(builder: SectionBuilder) -> Document:
    initiative, file = builder.initiative, builder.factsheet.file
    sections = tuple(section for make in SECTIONS if (section := make(builder)) is not None)
    return Document(initiative.title, f"{initiative.id} · {file}", sections=sections)
