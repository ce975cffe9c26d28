"""The hours that are asked of each team, by quarter, against what it has."""

from icteregie.messages import formats
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport


def section(report: SiteReport, words: Words) -> Section:
    """Put teams against quarters, and mark where more is asked than there is."""
    agenda, short = report.agenda, words("short.capacity")
    if agenda is None or not agenda.loads:
        return Section("capacity", short, words("heading.capacity-none"), {}, words("empty.capacity"))
    over = sum(load.is_over(quarter) for load in agenda.loads for quarter in range(4))
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
    name = "heading.capacity-over" if over else "heading.capacity"
    heading = words(name, count=over or len(rows), year=agenda.year)
    return Section("capacity", short, heading, {"rows": rows, "year": agenda.year})


def _level(hours: int, capacity: int | None) -> int:
    """Give how full a team is, from 0 to 4: a tint, beside the figure that says it."""
    if not capacity or not hours:
        return 0
    return min(4, 1 + 3 * hours // capacity)
