"""What isn't on the agenda, and why."""

from icteregie.render.site.html import Safe
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.agenda.not_listed import LeftOut
from icteregie.reports.site.view import SiteReport

_REASONS = ("idea", "exploration", "parked", "rejected", "stopped", "done")


def section(report: SiteReport, words: Words) -> Section:
    """List what was left out with its reason, then ideas and explorations."""
    agenda, short = report.agenda, words("short.left-out")
    if agenda is None:
        return Section("left-out", short, words("heading.left-out-none"), {}, words("empty.no-agenda"))
    if not agenda.left_out:
        heading = words("heading.left-out-none")
        return Section("left-out", short, heading, {}, words("empty.left-out", year=agenda.year))
    rows = tuple((each, _why(words, each)) for each in agenda.left_out)
    heading = words("heading.left-out", count=len(rows), year=agenda.year)
    return Section("left-out", short, heading, {"rows": rows})


def _why(words: Words, each: LeftOut) -> Safe:
    if each.route:
        return words("left-out.route", route=words.term(each.route, "route"))
    if each.moved_to:
        return words("left-out.moved", year=each.moved_to)
    status = each.initiative.status
    if status in _REASONS:
        return words(f"left-out.{status}")
    return words("left-out.status", status=words.term(status, "status"))
