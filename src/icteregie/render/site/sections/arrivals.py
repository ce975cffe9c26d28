"""How the initiatives of the agenda came in: a dot each, in lanes, with the deadlines as lines."""

from collections.abc import Mapping
from datetime import date, timedelta

from icteregie.render.site.bars import Mark, bar
from icteregie.render.site.html import Safe
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.arrivals.submissions import Submission
from icteregie.reports.arrivals.view import ArrivalsReport
from icteregie.reports.site.view import SiteReport

LANES = ("in-time", "after-intake", "after-dossier")


def section(report: SiteReport, words: Words) -> Section:
    """Show when each was received, and name those that were late."""
    arrivals, short = report.arrivals, words("short.arrivals")
    if arrivals is None or not arrivals.submissions:
        return Section("arrivals", short, words("heading.arrivals-none"), {}, words("empty.arrivals"))
    late = arrivals.late
    name = "heading.arrivals-late" if late else "heading.arrivals"
    heading = words(name, count=len(late) or len(arrivals.submissions), all=len(arrivals.submissions))
    values = {
        "lanes": tuple(_lane(words, arrivals, lane) for lane in LANES),
        "late": tuple((each, _lateness(words, arrivals, each)) for each in late),
        "intake": words.day(arrivals.agenda.intake_closes),
        "dossier": words.day(arrivals.agenda.dossier_closes),
        "first": words.day(_ends(arrivals)[0]),
        "last": words.day(_ends(arrivals)[1]),
        "dossiers": arrivals.dossiers,
    }
    return Section("arrivals", short, heading, values)


def _ends(arrivals: ArrivalsReport) -> tuple[date, date]:
    """Give the days between which all were received, with the deadlines in between."""
    days = [each.received for each in arrivals.submissions if each.has_arrived]
    days += [arrivals.agenda.intake_closes, arrivals.agenda.dossier_closes]
    return min(days) - timedelta(days=7), max(days) + timedelta(days=7)


def _lane(words: Words, arrivals: ArrivalsReport, lane: str) -> tuple[Safe, int, Safe]:
    first, last = _ends(arrivals)
    own = [each for each in arrivals.submissions if each.is_judged and each.punctuality == lane]
    dots = [Mark("dot", (each.received - first).days, kind=lane) for each in own if each.has_arrived]
    lines = [
        Mark("line", (day - first).days + 1, kind="limit")
        for day in (arrivals.agenda.intake_closes, arrivals.agenda.dossier_closes)
    ]
    return words(f"lane.{lane}"), len(own), bar([], (last - first).days, [*lines, *dots], "lane")


def _lateness(words: Words, arrivals: ArrivalsReport, each: Submission) -> Safe:
    values: Mapping[str, object] = {"count": arrivals.days_late(each)}
    return words(f"late.{each.punctuality}", **values)
