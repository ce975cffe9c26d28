"""What waits for what: each dependency in words, with the days that it is short."""

from dataclasses import dataclass

from icteregie.messages import formats
from icteregie.render.site import drawings
from icteregie.render.site.section import Section
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport


@dataclass(frozen=True, slots=True)
class Wait:
    """Who waits for what; ``slack`` in days, below 0 when it is ready too late, None when nobody can say."""

    id: str
    on: str
    link: str
    ready: str
    slack: int | None

    @property
    def is_late(self) -> bool:
        """Whether it is ready too late."""
        return self.slack is not None and self.slack < 0


def section(report: SiteReport, words: Words) -> Section:
    """List what is on the agenda or runs and waits for something, the most late first."""
    concerned = {row.initiative.id for row in report.rows if row.rank or row.one_off is not None}
    waits = [
        Wait(
            factsheet.initiative.id,
            each.initiative.id,
            words.term(each.link, "link"),
            formats.day(each.ready, words.language) if each.ready else "",
            each.slack,
        )
        for factsheet in report.factsheets.factsheets
        if factsheet.initiative.id in concerned
        for each in factsheet.waits_for
    ]
    short = words("short.waiting")
    if not waits:
        return Section("waiting", short, words("heading.waiting-none"), {}, words("empty.waiting"))
    waits.sort(key=lambda wait: (wait.slack is None, wait.slack or 0, wait.id, wait.on))
    late = sum(wait.is_late for wait in waits)
    name = "heading.waiting-late" if late else "heading.waiting"
    heading = words(name, count=late or len(waits), all=len(waits))
    drawn = drawings.graph(report, words), drawings.timeline(report, words)
    return Section("waiting", short, heading, {"waits": waits, "drawings": drawn})
