"""A comparison as Markdown for a comment on a pull request, cut to what a comment holds."""

from dataclasses import replace

from icteregie.diagnostics.ceilings import DIFF_CHARACTERS
from icteregie.portfolio.partnership import Language
from icteregie.render.diff.builder import SectionBuilder, section_builder
from icteregie.render.diff.document import document
from icteregie.render.document import Block, Document, ItemList, Paragraph, Section
from icteregie.render.tables.table import Table
from icteregie.render.writers.md import write
from icteregie.reports.diff.view import DiffReport

MARKER = "<!-- regie-diff -->"
"""Ends the first line, so that CI finds its own comment again. Before it, it would begin a block of HTML."""


def render(report: DiffReport, language: Language) -> str:
    """Write everything that fits; of what does not, whole rows are left out and counted."""
    builder = section_builder(report, language)
    full = document(builder)
    written = _written(full)
    if _size(written) <= DIFF_CHARACTERS:
        return written
    least, most = 0, max(map(_rows, full.sections))
    while most - least > 1:
        middle = (least + most) // 2
        fits = _size(_written(_cut(full, middle, builder))) <= DIFF_CHARACTERS
        least, most = (middle, most) if fits else (least, middle)
    return _written(_cut(full, least, builder))


def _written(part: Document) -> str:
    first, rest = write(part).split("\n", 1)
    return f"{first} {MARKER}\n{rest}"


def _size(text: str) -> int:
    """Count as the strictest host does: a sign outside the basic plane counts twice."""
    return len(text.encode("utf-16-le")) // 2


def _rows(section: Section) -> int:
    """Count the rows of tables and the points of lists."""
    return sum(
        len(block.rows) if isinstance(block, Table) else len(block.items)
        for block in section.blocks
        if isinstance(block, (Table, ItemList))
    )


def _cut(full: Document, most: int, builder: SectionBuilder) -> Document:
    """Keep the first rows of every section, and say how many are left out, in all and of each."""
    sections = tuple(_cut_section(section, most, builder) for section in full.sections)
    missing = sum(max(0, _rows(section) - most) for section in full.sections)
    note = Paragraph(builder.text("lead.stopped", count=missing), "strong")
    return replace(full, blocks=(*full.blocks, note), sections=sections)


def _cut_section(section: Section, most: int, builder: SectionBuilder) -> Section:
    missing = _rows(section) - most
    if missing <= 0:
        return section
    kept = tuple(cut for block in section.blocks if (cut := _cut_block(block, most)) is not None)
    return replace(section, blocks=(*kept, Paragraph(builder.text("intro.cut", count=missing), "light")))


def _cut_block(block: Block, most: int) -> Block | None:
    """Keep the first rows of a block; without rows there is no table or list either."""
    if isinstance(block, Table):
        return replace(block, rows=block.rows[:most]) if most else None
    if isinstance(block, ItemList):
        return replace(block, items=block.items[:most]) if most else None
    return block
