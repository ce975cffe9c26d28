"""What waits for what: drawn, and each dependency in words, with the days that it is short."""

from icteregie.messages import formats
from icteregie.render.site import drawings
from icteregie.render.site.html import Safe
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """Draw and list what is on the agenda or runs and waits for something, the most late first."""
    waits, short = report.waits, words("short.waiting")
    if not waits.every:
        return Section("waiting", short, words("heading.waiting-none"), {}, words("empty.waiting"))
    every, late = len(waits.every), waits.late
    heading = words("heading.waiting-late" if late else "heading.waiting", count=late or every, all=every)
    if late and report.planned.pushed:
        heading = Safe(f"{heading}{words('heading.waiting-missed', count=report.planned.pushed)}")
    rows = tuple(
        (
            wait,
            words.plainly(f"link.{wait.link}"),
            formats.day(wait.ready, words.language) if wait.ready else "",
            wait.is_late
            or wait.slack is None
            or waits.is_tangled(wait)
            or wait.earliest is not None
            or wait.unplanned is not None,
        )
        for wait in waits.every
    )
    values = {"rows": rows, "drawing": drawings.graph(report, words), "printed": any(row[3] for row in rows)}
    return Section("waiting", short, heading, values)
