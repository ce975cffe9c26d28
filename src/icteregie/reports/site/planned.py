"""When what is on the agenda or runs is planned, against its deadlines; the day itself is in time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.site.rows import ListRow
from icteregie.reports.status import StatusReport


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that counts for an initiative, by a law or contract, or on which another party delivers.

    ``start`` and ``ready`` are its first day and its earliest last day, None when nobody can say.
    ``days_late`` is how much later than the deadline it is ready; 0 when it is in time, or nobody can say.
    ``after`` is what it waits for and is late by, "" where its own plan is too late.
    """

    id: str
    what: str
    kind: str
    day: date
    start: date | None
    ready: date | None
    days_late: int
    after: str

    @property
    def is_external(self) -> bool:
        """Whether it is the day on which an outside party delivers."""
        return self.kind == "external"


@dataclass(frozen=True, slots=True)
class Plan:
    """When an initiative runs, both days inclusive, the end that was agreed, and its deadlines.

    ``ready`` is the end to which what it waits for pushes it, None where that misses no deadline.
    """

    start: date
    end: date
    agreed: date | None
    deadlines: tuple[Deadline, ...]
    ready: date | None = None
    is_begun: bool = False

    @property
    def last(self) -> date:
        """The last day that is drawn."""
        return max(self.end, self.ready or self.end)

    def runs(self, first: date, last: date) -> bool:
        """Whether it runs on any of these days."""
        return self.start <= last and self.end >= first


@dataclass(frozen=True, slots=True)
class Planned:
    """The plans of what is on the agenda or runs, by id, and all deadlines by day.

    ``running`` is how many run in the year, and ``most`` how many in ``quarter``, the first of those in which
    the most do.
    """

    plans: Mapping[str, Plan]
    deadlines: tuple[Deadline, ...]
    running: int
    quarter: int
    most: int

    @property
    def own(self) -> tuple[Deadline, ...]:
        """The deadlines without what comes from outside."""
        return tuple(each for each in self.deadlines if not each.is_external)

    @property
    def missed(self) -> tuple[str, ...]:
        """The initiatives that miss one, by day."""
        return tuple(dict.fromkeys(each.id for each in self.deadlines if each.days_late))

    @property
    def pushed(self) -> int:
        """How many are missed because of what the initiative waits for."""
        return sum(each.days_late > 0 and bool(each.after) for each in self.deadlines)

    @property
    def late(self) -> int:
        """How many of them are missed."""
        return sum(each.days_late > 0 for each in self.deadlines)


def planned(
    rows: Iterable[ListRow],
    concerned: Iterable[str],
    agenda: AgendaReport | None,
    status: StatusReport,
    year: int,
) -> Planned:
    """Compare the plan of each with its deadlines."""
    by_id = {row.initiative.id: row for row in rows}
    deadlines = tuple(_deadlines(by_id, agenda))
    agreed = {each.initiative.id: each.rag.agreement.end.last for each in status.rows if each.rag}
    plans = {
        name: _plan(by_id[name], agreed.get(name), tuple(each for each in deadlines if each.id == name))
        for name in concerned
    }
    return _counted({name: plan for name, plan in plans.items() if plan}, deadlines, year)


def _deadlines(rows: Mapping[str, ListRow], agenda: AgendaReport | None) -> Iterator[Deadline]:
    missed = {(each.id, each.deadline): each for each in agenda.page.choices.missed} if agenda else {}
    for each in agenda.milestones if agenda else ():
        name = each.initiative.id
        row, late = rows[name], missed.get((name, each.day))
        is_judged = each.kind != "external"
        ready = late.end if late else row.end
        # What its own plan misses isn't made late by what it waits for.
        after = late.driver if late and row.end and row.end <= each.day and is_judged else ""
        days = (ready - each.day).days if ready and is_judged else 0
        yield Deadline(name, each.what, each.kind, each.day, row.start, ready, max(0, days), after)


def _plan(row: ListRow, agreed: date | None, deadlines: tuple[Deadline, ...]) -> Plan | None:
    if row.end is None:
        return None
    start = row.start if row.start and row.start <= row.end else row.end
    pushed = max((each.ready for each in deadlines if each.days_late and each.ready), default=None)
    return Plan(start, row.end, agreed, deadlines, pushed, row.is_begun)


def _counted(plans: Mapping[str, Plan], deadlines: tuple[Deadline, ...], year: int) -> Planned:
    first_days = [date(year, month, 1) for month in (1, 4, 7, 10)]
    last_days = [date(year, month, day) for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))]
    quarters = zip(first_days, last_days, strict=True)
    counts = [sum(plan.runs(*quarter) for plan in plans.values()) for quarter in quarters]
    running = sum(plan.runs(first_days[0], last_days[-1]) for plan in plans.values())
    return Planned(plans, deadlines, running, counts.index(max(counts)) + 1, max(counts))
