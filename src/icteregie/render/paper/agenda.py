"""The agenda proposal as a paper: the wording of its templates, read as blocks."""

from icteregie.escape.unseen import on_one_line
from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language
from icteregie.render.agenda import TEMPLATE, TESTS, Drawn, filters, values
from icteregie.render.graph.by_domain import note
from icteregie.render.paper.from_document import grid
from icteregie.render.paper.marks import Marks
from icteregie.render.paper.paper import Break, Paper
from icteregie.render.paper.titled import titled
from icteregie.render.templates import marked
from icteregie.reports.agenda.view import AgendaReport


def paper(report: AgendaReport, language: Language) -> Paper:
    """Make the paper of a proposal; the same report gives the same paper."""
    marks = Marks()
    own = {**filters(report, language, on_one_line), "md_paragraphs": marks.paragraphs}
    template = marked(language, marks, own, TESTS).get_template(TEMPLATE)
    drawn = Drawn((), note(report, language), "", "", "")
    filled = template.render(
        values(
            report,
            language,
            drawn,
            lambda table: marks.blocks(grid(table)),
            new_page=lambda name: marks.blocks(Break(name)),
        )
    )
    state = term(language, "agenda_state", report.verdicts.state)
    return titled(filled, marks, Paper("", language, report.partnership.name, state, report.basis.day))
