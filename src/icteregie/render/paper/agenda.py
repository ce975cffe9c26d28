"""The agenda proposal as a paper: the wording of its templates, read as blocks."""

from dataclasses import replace

from icteregie.escape.unseen import on_one_line
from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.partnership import Language
from icteregie.render.agenda import (
    MEMBER_TEMPLATE,
    NOT_DRAWN,
    TEMPLATE,
    TESTS,
    Drawn,
    Output,
    filters,
    values,
)
from icteregie.render.graph import labels
from icteregie.render.graph.by_domain import Drawing as MapDrawing
from icteregie.render.graph.by_domain import Part, note, parts
from icteregie.render.graph.gantt import by_domain, legend, planned
from icteregie.render.paper.drawings.graph import graphs
from icteregie.render.paper.drawings.timeline import timelines
from icteregie.render.paper.from_document import grid
from icteregie.render.paper.marks import Marks
from icteregie.render.paper.paper import Break, Drawing, Paper, Run
from icteregie.render.paper.titled import titled
from icteregie.render.templates import marked
from icteregie.reports.agenda.view import AgendaReport


def paper(report: AgendaReport, language: Language) -> Paper:
    """Make the paper of a proposal; the same report gives the same paper."""
    return _filled(report, language, TEMPLATE)


def member_paper(report: AgendaReport, language: Language) -> Paper:
    """Make the paper of the annex of one member."""
    return replace(_filled(report, language, MEMBER_TEMPLATE), has_contents=False, is_one_page=True)


def _filled(report: AgendaReport, language: Language, name: str) -> Paper:
    marks = Marks()
    own = {**filters(report, language, on_one_line), "md_paragraphs": marks.paragraphs}
    template = marked(language, marks, own, TESTS).get_template(name)
    drawn = _drawn(report, language, marks) if name == TEMPLATE else NOT_DRAWN
    output = Output(
        lambda table: marks.blocks(grid(table)),
        lambda name: marks.blocks(Break(name)),
        lambda name: marks.blocks(Break(name, is_file_only=True)),
        has_dates=True,
        is_short=True,
    )
    filled = template.render(values(report, language, drawn, output))
    state = term(language, "agenda_state", report.verdicts.state)
    if report.plan is not None:
        state = sentence(language, "commands/agenda/note.calculated")
    return titled(filled, marks, Paper("", language, report.partnership.name, state, report.basis.day))


def _drawn(report: AgendaReport, language: Language, marks: Marks) -> Drawn:
    """Draw what waits for what, and the planning; no drawing of a map without a box."""
    maps = tuple(_map_drawing(each, language, marks) for each in parts(report, language))
    bars = by_domain(planned(report))
    title = sentence(language, "paper/timeline", count=len(bars))
    made = tuple(timelines(bars))
    planning = marks.blocks(
        *(Drawing(svg, _of(title, number, len(made), language)) for number, svg in enumerate(made, 1))
    )
    return Drawn(maps, note(report, language), planning, "", legend(bars, language))


def _map_drawing(part: Part, language: Language, marks: Marks) -> MapDrawing:
    """Draw a part of the map, and say how to read it where it is cut for the pages."""
    words = f"{labels.title(part.map, language)}. {labels.description(part.map, language)}"
    made = tuple(graphs(part.map, language))
    cut = (Run(sentence(language, "paper/drawings", count=len(made))),) if len(made) > 1 else ()
    drawn = (
        Drawing(svg, _of(words, number, len(made), language), cut if number == 1 else ())
        for number, svg in enumerate(made, 1)
    )
    return MapDrawing(part.heading, marks.blocks(*drawn), part.note)


def _of(words: str, number: int, count: int, language: Language) -> str:
    """Say which of several drawings one is, so that none has the words of another."""
    return words if count == 1 else f"{words} {sentence(language, 'paper/part', number=number, of=count)}"
