"""What members want, and what comes of it."""

from icteregie.render.ambitions.document import document, summary
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.render.site.writer import Writer
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """Show the ambitions of each member beside the initiatives that carry them."""
    ambitions, short = report.ambitions, words("short.ambitions")
    if not ambitions.ambitions:
        return Section("ambitions", short, words("heading.ambitions-none"), {}, words("empty.ambitions"))
    count, carried = len(ambitions.ambitions), ambitions.count("carried")
    heading = words("heading.ambitions", count=count, carried=carried, late=ambitions.count("late"))
    written = Writer(report, level=3, is_wide=True).parts(document(ambitions, words.language))
    lead = tuple(summary(ambitions, words.language))
    return Section("ambitions", short, heading, {"written": written, "lead": lead})
