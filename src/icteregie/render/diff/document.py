"""A comparison as a document: what it does in a sentence, then everything, what matters most first."""

from icteregie.render.diff import findings, initiatives, members, partnership, plans, years
from icteregie.render.diff.builder import SectionBuilder
from icteregie.render.diff.summary import compared, summary
from icteregie.render.document import Document, Paragraph, Section


def document(builder: SectionBuilder) -> Document:
    """Describe everything; nothing is cut off."""
    lines = (summary(builder), *compared(builder))
    return Document(blocks=tuple(map(Paragraph, lines)), sections=tuple(_sections(builder)))


def _sections(builder: SectionBuilder) -> list[Section]:
    """List what initiatives are judged by and what is missing, then lists, money, time, findings."""
    return [
        *partnership.binding_changes(builder),
        *partnership.left_out(builder),
        *years.agendas(builder),
        *initiatives.came_and_went(builder),
        *initiatives.changes(builder),
        *initiatives.money(builder),
        *initiatives.shifts(builder),
        *plans.plans(builder),
        *members.ambitions(builder),
        *members.applications(builder),
        *findings.new(builder),
        *findings.other(builder),
        *years.chains(builder),
        *years.loads(builder),
        *findings.solved(builder),
        *partnership.descriptive_changes(builder),
    ]
