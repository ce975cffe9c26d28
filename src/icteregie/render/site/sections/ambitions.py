"""What members want, and what comes of it."""

from collections.abc import Mapping
from dataclasses import replace

from icteregie.render.ambitions.document import document, summary
from icteregie.render.ambitions.rows import ambition_table
from icteregie.render.document import Block
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.render.site.writer import Writer, without
from icteregie.render.tables.table import Cell, Table
from icteregie.reports.ambitions import AmbitionsReport
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """Show the ambitions of each member beside the initiatives that carry them."""
    ambitions, short = report.ambitions, words("short.ambitions")
    if not ambitions.ambitions:
        return Section("ambitions", short, words("heading.ambitions-none"), {}, words("empty.ambitions"))
    count, carried = len(ambitions.ambitions), ambitions.count("carried")
    heading = words("heading.ambitions", count=count, carried=carried, late=ambitions.count("late"))
    every = document(ambitions, words.language)
    first, table = every.sections[0], ambition_table(ambitions, words.language)
    sections = (
        replace(first, blocks=(without(_linked(ambitions, table), "id"),)),
        *(replace(each, blocks=_titled(ambitions, each.blocks)) for each in every.sections[1:]),
    )
    writer = Writer(report, words, level=3, is_wide=True, printed={"member"})
    written = writer.parts(replace(every, blocks=(), sections=sections))
    lead = tuple(summary(ambitions, words.language))
    return Section("ambitions", short, heading, {"written": written, "lead": lead})


def _linked(report: AmbitionsReport, table: Table) -> Table:
    """Let the last column name as initiatives also those that only name the ambition, such as an idea."""
    rows = (
        (*row[:-1], Cell((*(bridge.id for bridge in each.bridges), *each.others), row[-1].words))
        for each, row in zip(report.ambitions, table.rows, strict=True)
    )
    return replace(table, rows=tuple(rows))


def _titled(report: AmbitionsReport, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Write ambitions by their titles where a table has their names, in a column of the member."""
    titles = {(each.member, each.name): each.ambition.title for each in report.ambitions}
    return tuple(_with_titles(each, titles) if isinstance(each, Table) else each for each in blocks)


def _with_titles(table: Table, titles: Mapping[tuple[str, str], str]) -> Table:
    def titled(member: str, cell: Cell) -> Cell:
        names = cell.data if isinstance(cell.data, tuple) else ()
        return Cell(None, "; ".join(titles[member, name] for name in names)) if names else cell

    keys = [column.key for column in table.columns]
    rows = (tuple(map(titled, keys, row)) for row in table.rows)
    return replace(table, rows=tuple(rows))
