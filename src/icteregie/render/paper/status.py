"""The progress report for a meeting as a paper, with all its tables as an annex."""

from dataclasses import replace

from icteregie.portfolio.partnership import Language
from icteregie.render.paper.from_document import annexed, from_document
from icteregie.render.paper.paper import Paper
from icteregie.render.status import document, report
from icteregie.render.status.rows import words
from icteregie.reports.status import StatusReport


def paper(about: StatusReport, language: Language) -> Paper:
    """Make the paper; a part without rows has no annex."""
    blank = Paper("", language, about.basis.portfolio.partnership.name, "", about.basis.day)
    made = from_document(report.document(about, language), blank)
    if not about.rows:
        return made
    tables = replace(document.document(about, language), title=words(language, "report.tables"))
    return replace(made, blocks=(*made.blocks, *annexed(tables, "tables")))
