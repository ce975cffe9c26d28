"""The progress report for a meeting as a paper, with a table of all projects as an annex."""

from dataclasses import replace

from icteregie.portfolio.partnership import Language
from icteregie.render.document import Document, Paragraph
from icteregie.render.paper.from_document import annexed, from_document
from icteregie.render.paper.paper import Paper
from icteregie.render.status import report
from icteregie.render.status.rows import SHOWN, shown_table, words
from icteregie.reports.status import StatusReport


def paper(about: StatusReport, language: Language) -> Paper:
    """Make the paper; a part without rows has no annex."""
    blank = Paper("", language, about.basis.portfolio.partnership.name, "", about.basis.day)
    made = from_document(report.document(about, language), blank)
    if not about.rows:
        return made
    table = shown_table(about, language, (("title", "text"), *SHOWN[1:]))
    legend = Paragraph(words(language, "report.legend"))
    annex = Document(words(language, "report.table"), blocks=(legend, table))
    return replace(made, blocks=(*made.blocks, *annexed(annex, "table")))
