"""The factsheet of an initiative as a document, in the order in which a director reads it."""

from icteregie.portfolio.partnership import Language
from icteregie.render.document import Document
from icteregie.render.show import coherence, justification, money, programme, progress, purpose, time
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
    """Make a document of every factsheet; sections about which it says nothing are left out."""
    return [
        _document(SectionBuilder(report.basis.portfolio, factsheet, language))
        for factsheet in report.factsheets
    ]


def _document(builder: SectionBuilder) -> Document:
    initiative, file = builder.initiative, builder.factsheet.file
    sections = tuple(section for make in SECTIONS if (section := make(builder)) is not None)
    return Document(initiative.title, f"{initiative.id} · {file}", sections=sections)
