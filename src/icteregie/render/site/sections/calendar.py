"""What happens when: meetings, deadlines and the days of initiatives that are still to come."""

from icteregie.render.site.html import Safe
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.site.dates import DateRow
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """List every day from the day of the page on."""
    dates, short = report.calendar, words("short.calendar")
    if not dates.rows:
        return Section("calendar", short, words("heading.calendar-none"), {}, words("empty.calendar"))
    bodies, first = report.partnership.bodies, dates.rows[0].entry
    rows = tuple(_row(report, words, each) for each in dates.rows)
    kind = words(f"commands/calendar/kind.{first.kind}")
    body = bodies[first.body].name if first.body in bodies else first.body
    name = "heading.calendar-of" if body else "heading.calendar"
    heading = words(name, day=first.day, what=kind, body=body, count=len(rows))
    return Section("calendar", short, heading, {"rows": rows, "last": dates.last})


def _row(report: SiteReport, words: Words, row: DateRow) -> tuple[str, int, Safe, str, str, str, bool]:
    each, bodies = row.entry, report.partnership.bodies
    return (
        words.day(each.day),
        row.days,
        words(f"commands/calendar/kind.{each.kind}"),
        each.initiative,
        bodies[each.body].name if each.body in bodies else each.body,
        each.what,
        row.is_soon,
    )
