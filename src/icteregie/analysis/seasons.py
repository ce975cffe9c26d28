"""The season of an agenda: until when it is open, and what asked for a place in it.

A season closes on the day after its last decision. From then on each file that main ever had counts in
its version of that last day, or in the last one that asked; what happens afterwards changes nothing.
A place that was asked for by mistake doesn't count: a run of at most 14 days that held over no
deadline and ended.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from icteregie.analysis.arrivals import Punctuality, punctuality_of
from icteregie.analysis.asked import former_of
from icteregie.analysis.runs import Run, complete_runs, runs
from icteregie.analysis.timeline import UNREADABLE, State, Timeline, latest
from icteregie.portfolio.arrivals import Former, Lost, Request, Source
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio
from icteregie.vcs.types import GRACE_DAYS


def last_day(agenda: AgendaYear) -> date:
    """Give the last day on which a season is open: that of the late decision, or else of the decision."""
    return max(agenda.decision, agenda.late_decision or agenda.decision)


@dataclass(frozen=True, slots=True)
class SeasonEntry:
    """What main asked for in a season, in the version that counts.

    ``moved_to`` is where it is now, if that is elsewhere: another agenda or a status that asks for
    none; None while it stands there. ``is_gone`` says that main no longer has the file.
    """

    id: str
    submitter: str
    request: Request
    punctuality: Punctuality
    moved_to: Former | None = None
    is_gone: bool = False


def season_entries(
    portfolio: Portfolio, timelines: Mapping[str, Timeline], year: int, today: date
) -> Iterator[SeasonEntry]:
    """Give what main asked for in the season of a year, by id, up to today or the day that it closed."""
    agenda = portfolio.agenda(year)
    if agenda is None:
        return
    end, since = min(today, last_day(agenda)), portfolio.partnership.history.since
    for name, timeline in sorted(timelines.items()):
        past = timeline.until(end)
        counted = [run for run in runs(past, year) if _counts(run, agenda)]
        if not counted:
            continue
        run, now = counted[-1], latest(timeline)
        as_of = end if run.holds else run.end - timedelta(1)
        request = _Version(run, past.until(as_of), as_of).request(name, agenda, since)
        yield SeasonEntry(
            name,
            run.state.submitter if run.state else "",
            request,
            punctuality_of(request, agenda),
            _moved_to(now, year),
            is_gone=now is None,
        )


def _counts(run: Run, agenda: AgendaYear) -> bool:
    """Whether a place was really asked for: for more than 14 days, over a deadline, or still."""
    closes = (agenda.intake_closes, agenda.dossier_closes)
    is_long = run.holds or (run.end - run.first).days > GRACE_DAYS
    return is_long or any(run.first <= day < run.end for day in closes)


def _moved_to(now: State | None, year: int) -> Former | None:
    if now is None or not now.is_readable or now.asks(year):
        return None
    return Former(now.agenda, now.status)


@dataclass(frozen=True, slots=True)
class _Version:
    """The version of an initiative that counts in a season: its run, and what was known at its end."""

    run: Run
    past: Timeline
    as_of: date

    def request(self, name: str, agenda: AgendaYear, since: date | None) -> Request:
        """Determine its days; what was asked for before ``since`` has the day that was typed.

        Where history is lost, the last days that they can be stand in.
        """
        latest = self._request(name, agenda, since)
        if self.past.is_exact:
            return latest
        earliest = self._request(name, agenda, since, is_earliest=True)
        if (earliest.received, earliest.ready) == (latest.received, latest.ready):
            return latest
        spans = (earliest.received, latest.received), (earliest.ready, latest.ready)
        lost = Lost(*spans, "shallow" if self.past.is_cut else "partial")
        is_known = earliest.complete == latest.complete
        return replace(latest, complete=latest.complete if is_known else None, lost=lost)

    def _request(
        self, name: str, agenda: AgendaYear, since: date | None, *, is_earliest: bool = False
    ) -> Request:
        """Determine its days; of a day that is lost the latest that it can be, or the earliest."""
        run, state = self.run, self.run.state
        if is_earliest and run.earliest is not None:
            run = replace(run, first=run.earliest)
        asked, source = self._asked(run, since)
        received = min(asked, agenda.received.get(name, asked))
        complete = complete_runs(self.past)
        is_complete = bool(complete) and complete[-1].still_counts(self.as_of)
        day = complete[-1].first if is_complete else None
        if is_complete and is_earliest and not complete[-1].is_known:
            day = complete[-1].earliest
        if day is not None and day <= run.first:
            day = None if since is not None and day < since else min(day, received)
        is_due = not is_complete and self.as_of > agenda.dossier_closes
        ready = max(received, self.as_of if is_due else day or received)
        missing = () if is_complete else (state.missing if state else ()) or UNREADABLE
        return Request(
            asked, received, source, ready, day, is_complete, missing, former_of(run), run.earliest
        )

    @staticmethod
    def _asked(run: Run, since: date | None) -> tuple[date, Source]:
        if since is None or run.first >= since:
            return run.first, "git"
        typed = run.state.submitted if run.state else None
        return typed or run.first, "carried-over"
