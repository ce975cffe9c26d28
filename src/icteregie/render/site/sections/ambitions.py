"""What members want, and what comes of it."""

from dataclasses import replace

from icteregie.render.ambitions.document import document, summary
from icteregie.render.ambitions.rows import ambition_table
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.render.site.writer import Writer, without
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
    sections = (replace(first, blocks=(without(table, "id"),)), *every.sections[1:])
    writer = Writer(report, words, level=3, is_wide=True, printed={"member"})
    written = writer.parts(replace(every, blocks=(), sections=sections))
    lead = tuple(summary(ambitions, words.language))
    return Section("ambitions", short, heading, {"written": written, "lead": lead})
