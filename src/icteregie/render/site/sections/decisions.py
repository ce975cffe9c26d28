"""What was decided, and which conditions are still open."""

from icteregie.render.decisions.tables import documents
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.render.site.writer import Writer
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """List the open conditions by their last day, and below them all lists of decisions, the newest first."""
    short, lists = words("short.decisions"), report.decisions.lists
    if not lists:
        return Section("decisions", short, words("heading.decisions-none"), {}, words("empty.decisions"))
    is_overdue, is_open = report.overdue > 0, bool(report.conditions)
    name = f"heading.decisions{'-overdue' if is_overdue else '-open' if is_open else ''}"
    heading = words(name, count=len(report.conditions) or len(lists), late=report.overdue)
    day = report.basis.day
    conditions = sorted(report.conditions, key=lambda each: (each.condition.by or day.max, each.listed.day))
    rows = tuple(
        (
            each.condition,
            each.initiatives,
            words.day(each.condition.by) if each.condition.by else "",
            each.condition.by is not None and each.condition.by < day,
        )
        for each in conditions
    )
    writer = Writer(report, words, level=4, is_wide=True)
    written = tuple(writer.document(each) for each in reversed(documents(report.decisions, words.language)))
    return Section("decisions", short, heading, {"conditions": rows, "lists": written})
