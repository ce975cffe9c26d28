"""What happens when: meetings, deadlines and the days of initiatives that are still to come."""

from datetime import date

from icteregie.messages import formats
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """List every day from the day of the page on."""
    entries, short = report.calendar.entries, words("short.calendar")
    if not entries:
        return Section("calendar", short, words("heading.calendar-none"), {}, words("empty.calendar"))
    bodies, first = report.partnership.bodies, entries[0]
    last = _last_day(report)
    rows = tuple(
        (
            formats.day(each.day, words.language),
            (each.day - report.basis.day).days,
            words(f"commands/calendar/kind.{each.kind}"),
            each.initiative,
            bodies[each.body].name if each.body in bodies else each.body,
            each.what,
            last is None or each.day <= last,
        )
        for each in entries
    )
    kind = words(f"commands/calendar/kind.{first.kind}")
    body = bodies[first.body].name if first.body in bodies else first.body
    name = "heading.calendar-of" if body else "heading.calendar"
    heading = words(name, day=first.day, what=kind, body=body, count=len(rows))
    return Section("calendar", short, heading, {"rows": rows, "last": last})


def _last_day(report: SiteReport) -> date | None:
    """Give the last day of the agenda's season: up to there the calendar is printed."""
    agenda = report.partnership.agendas.get(report.year) if report.year else None
    if agenda is None or report.basis.day > (last := agenda.late_decision or agenda.decision):
        return None
    return last
