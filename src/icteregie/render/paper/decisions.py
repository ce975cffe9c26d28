"""Lists of decisions as one paper, each on a page of its own when there are several."""

from dataclasses import replace

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.decisions.tables import documents
from icteregie.render.paper.from_document import annexed, from_document
from icteregie.render.paper.paper import Paper
from icteregie.reports.decisions import DecisionsReport


def paper(report: DecisionsReport, language: Language) -> Paper:
    """Make the paper; one list gives it its title."""
    blank = Paper("", language, report.basis.portfolio.partnership.name, "", report.basis.day)
    made = documents(report, language)
    if len(made) == 1:
        return from_document(made[0], blank)
    names = (view.listed.key for view in report.lists)
    blocks = [block for name, each in zip(names, made, strict=True) for block in annexed(each, name)]
    return replace(blank, title=sentence(language, "commands/decisions/title.several"), blocks=tuple(blocks))
