"""Who waits for what, of what is on the agenda or runs: for the drawing and for the table beside it."""

from dataclasses import dataclass
from datetime import date

from icteregie.reports.site.view import SiteReport


@dataclass(frozen=True, slots=True)
class Wait:
    """Who waits for what; ``slack`` in days, below 0 when it is ready too late, None when nobody can say."""

    id: str
    on: str
    link: str
    ready: date | None
    slack: int | None

    @property
    def is_late(self) -> bool:
        """Whether it is ready too late."""
        return self.slack is not None and self.slack < 0


def concerned(report: SiteReport) -> tuple[str, ...]:
    """List what is on the agenda or runs, in the order of the list."""
    return tuple(row.initiative.id for row in report.rows if row.rank or row.one_off is not None)


def waits(report: SiteReport) -> tuple[Wait, ...]:
    """List what each of these waits for, the most late first."""
    ids = set(concerned(report))
    listed = [
        Wait(factsheet.initiative.id, each.initiative.id, each.link, each.ready, each.slack)
        for factsheet in report.factsheets.factsheets
        if factsheet.initiative.id in ids
        for each in factsheet.waits_for
    ]
    return tuple(sorted(listed, key=lambda wait: (wait.slack is None, wait.slack or 0, wait.id, wait.on)))
