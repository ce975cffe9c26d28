"""What must, and by when: laws, contracts and outside parties on a strip of five quarters."""

from dataclasses import dataclass
from datetime import date

from icteregie.messages import formats
from icteregie.render.site.html import Safe
from icteregie.render.site.section import Section
from icteregie.render.site.strip import Due, Strip, strip
from icteregie.render.site.words import Words
from icteregie.reports.agenda.planning import Milestone
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.view import SiteReport

QUARTERS = 5
"""Shown from the first quarter of the agenda's year on."""


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline: of what, by which law or contract, the day, when it is ready, and the drawing.

    What is external comes from an outside party on that day.
    """

    id: str
    what: str
    kind: str
    day: str
    ready: Safe
    days_late: int
    drawing: Safe
    is_external: bool


def section(report: SiteReport, words: Words) -> Section:
    """List the deadlines by day, with how far the plan is from them."""
    agenda, short = report.agenda, words("short.deadlines")
    if agenda is None or not agenda.milestones:
        return Section("deadlines", short, words("heading.deadlines-none"), {}, words("empty.deadlines"))
    rows = tuple(_row(report, words, agenda, each) for each in agenda.milestones)
    own = [row for row in rows if not row.is_external]
    late = [row for row in own if row.days_late > 0]
    name = "heading.deadlines-late" if late else "heading.deadlines" if own else "heading.deadlines-none"
    heading = words(name, count=len(late) or len(own), all=len(own))
    first = date(agenda.year, 1, 1)
    quarters = [(first.year + n // 4, n % 4 + 1) for n in range(QUARTERS)]
    return Section("deadlines", short, heading, {"rows": rows, "quarters": quarters})


def _row(report: SiteReport, words: Words, agenda: AgendaReport, each: Milestone) -> DeadlineRow:
    row = next((row for row in report.rows if row.initiative.id == each.initiative.id), None)
    missed = {m.id: m.end for m in agenda.page.choices.missed if m.deadline == each.day}
    start = row.start if row else None
    end = missed.get(each.initiative.id, row.end if row else None)
    is_external = each.kind == "external"
    late = (end - each.day).days if end and not is_external else 0
    if is_external:
        ready = words("deadline.external")
    elif end is None:
        ready = words("deadline.no-end")
    elif late > 0:
        ready = words("deadline.late", count=late, day=end)
    else:
        ready = words("deadline.ready", day=end)
    day = formats.day(each.day, words.language)
    days_late = words.plainly("graph.late", count=late) if late > 0 else ""
    axis = Strip(date(agenda.year, 1, 1), date(agenda.year + 1, 3, 31))
    return DeadlineRow(
        each.initiative.id,
        each.what,
        words.plainly("external") if is_external else words.term(each.kind, "obligation"),
        day,
        ready,
        late,
        strip(Due(each.day, start, end, day, days_late, is_external), axis),
        is_external,
    )
