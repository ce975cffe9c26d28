"""What was decided about an agenda as a paper: the wording of its template, read as blocks."""

from icteregie.escape.unseen import on_one_line
from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language
from icteregie.render.agenda_adopted import TEMPLATE, filters, values
from icteregie.render.paper.marks import Marks
from icteregie.render.paper.paper import Break, Paper
from icteregie.render.paper.titled import titled
from icteregie.render.templates import marked
from icteregie.reports.agenda.adopted import AdoptedReport


def paper(report: AdoptedReport, language: Language) -> Paper:
    """Make the paper of an adopted agenda; the same report gives the same paper."""
    marks = Marks()
    own = {**filters(report, language, on_one_line), "md_paragraphs": marks.paragraphs}
    template = marked(language, marks, own, {}).get_template(TEMPLATE)
    filled = template.render(values(report, language, new_page=lambda name: marks.blocks(Break(name))))
    state = term(language, "agenda_state", report.verdicts.state)
    return titled(filled, marks, Paper("", language, report.partnership.name, state, report.basis.day))
