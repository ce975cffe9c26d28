"""What must, and by when: laws, contracts and outside parties on a strip of five quarters."""

from dataclasses import dataclass
from datetime import date

from icteregie.messages import formats
from icteregie.render.site.html import Safe
from icteregie.render.site.names import link, links
from icteregie.render.site.section import Section
from icteregie.render.site.strip import Due, Strip, strip
from icteregie.render.site.words import Words
from icteregie.reports.site.planned import Deadline
from icteregie.reports.site.view import SiteReport

QUARTERS = 5
"""Shown from the first quarter of the agenda's year on."""
MOST_NAMED = 4
"""Of more than these the table says which are missed."""


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline: of what, by which law or contract, the day, when it is ready, and the drawing.

    ``after`` says what it waits for and is late by, "" for nothing. What is external comes from an outside
    party on that day.
    """

    id: str
    what: str
    kind: str
    day: str
    ready: Safe
    after: Safe
    days_late: int
    drawing: Safe
    is_external: bool


def section(report: SiteReport, words: Words) -> Section:
    """List the deadlines by day, with how far the plan is from them."""
    agenda, short, planned = report.agenda, words("short.deadlines"), report.planned
    if agenda is None or not planned.deadlines:
        return Section("deadlines", short, words("heading.deadlines-none"), {}, words("empty.deadlines"))
    axis = Strip(date(agenda.year, 1, 1), date(agenda.year + 1, 3, 31))
    rows = tuple(_row(report, words, each, axis) for each in planned.deadlines)
    own, late = len(planned.own), planned.late
    name = "heading.deadlines-late" if late else "heading.deadlines" if own else "heading.deadlines-none"
    quarters = [(agenda.year + n // 4, n % 4 + 1) for n in range(QUARTERS)]
    missed = report.planned.missed
    named = links(report, words, missed) if len(missed) <= MOST_NAMED else ""
    others = len(report.unanswered.report.deadlines) if report.unanswered else 0
    elsewhere = words("deadline.elsewhere", count=others) if others else ""
    values = {"rows": rows, "quarters": quarters, "missed": named, "elsewhere": elsewhere}
    return Section("deadlines", short, words(name, count=late or own, all=own), values)


def _row(report: SiteReport, words: Words, each: Deadline, axis: Strip) -> DeadlineRow:
    day, late = formats.day(each.day, words.language), each.days_late
    late_words = words.plainly("graph.late", count=late) if late else ""
    return DeadlineRow(
        each.id,
        each.what,
        words.plainly("external") if each.is_external else words.term(each.kind, "obligation"),
        words.day(each.day),
        _ready(words, each),
        words("deadline.after", after=link(report, each.after)) if each.after else Safe(""),
        late,
        strip(Due(each.day, each.start, each.ready, day, late_words, each.is_external), axis),
        each.is_external,
    )


def _ready(words: Words, each: Deadline) -> Safe:
    """Say when it is ready, and how late that is."""
    if each.is_external:
        return words("deadline.external")
    if each.ready is None:
        return words("deadline.no-end")
    if not each.days_late:
        return words("deadline.ready", day=each.ready)
    return words("deadline.late", count=each.days_late, day=each.ready)
