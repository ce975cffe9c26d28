"""The hours that are asked of each team, by quarter, against what it has."""

from icteregie.messages import formats
from icteregie.render.site.html import Safe
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.overloads import overloads
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """Put teams against quarters, and mark where more is asked than there is."""
    agenda, short = report.agenda, words("short.capacity")
    if agenda is None or not agenda.loads:
        return Section("capacity", short, words("heading.capacity-none"), {}, words("empty.capacity"))
    rows = tuple(
        (
            load.name,
            tuple(
                (formats.grouped(hours, words.language), load.is_over(quarter), _level(hours, load.capacity))
                for quarter, hours in enumerate(load.asked)
            ),
            "" if load.capacity is None else formats.grouped(load.capacity, words.language),
        )
        for load in agenda.loads
    )
    heading = _heading(words, agenda)
    return Section("capacity", short, heading, {"rows": rows, "year": agenda.year})


def _heading(words: Words, agenda: AgendaReport) -> Safe:
    """Say in how many quarters too much is asked; where it is only one, of whom and by how much."""
    over = tuple(overloads(agenda.loads))
    if not over:
        return words("heading.capacity", count=len(agenda.loads))
    first = over[0]
    hours = {"asked": first.asked, "capacity": first.capacity}
    values = {"team": first.team, "quarter": first.quarter, "year": agenda.year}
    return words("heading.capacity-over", count=len(over), **values, **hours)


def _level(hours: int, capacity: int | None) -> int:
    """Give how full a team is, from 0 to 4: a tint, beside the figure that says it."""
    if not capacity or not hours:
        return 0
    return min(4, 1 + 3 * hours // capacity)
