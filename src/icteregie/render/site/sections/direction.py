"""Who directs each domain, what is unclear about that, and who decides what."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from icteregie.messages import formats
from icteregie.render.direction.document import document
from icteregie.render.direction.tables import matrix_table
from icteregie.render.site.html import Safe, html
from icteregie.render.site.section import Section
from icteregie.render.site.values import on_page
from icteregie.render.site.words import Words
from icteregie.render.site.writer import Writer
from icteregie.render.tables.table import Cell, Column
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """Show domains against members, and what is unclear."""
    direction, short = report.direction, words("short.direction")
    if not direction.domains:
        return Section("direction", short, words("heading.direction-none"), {}, words("empty.direction"))
    unclear, count = len(direction.unclear), len(direction.domains)
    name = "heading.direction-unclear" if unclear else "heading.direction"
    heading = words(name, count=unclear or count, domains=count)
    every = document(direction, words.language)
    writer = Writer(report, words, level=3, is_wide=True, printed={"name"})
    written = writer.parts(replace(every, sections=every.sections[1:]))
    matrix = on_page(matrix_table(direction, words.language), words)
    facts = tuple(tuple(_facts(matrix.columns[3:6], row[3:6])) for row in matrix.rows)
    values = {"matrix": matrix, "facts": facts, "title": every.sections[0].heading, "written": written}
    return Section("direction", short, heading, values)


def _facts(columns: Iterable[Column], cells: Iterable[Cell]) -> Iterator[tuple[str, Safe]]:
    """Give what is known of a domain with its heading: its day and its mandate, each on one line."""
    for column, cell in zip(columns, cells, strict=True):
        if cell.words:
            yield column.heading, Safe(formats.unparted(html(cell.words)))
