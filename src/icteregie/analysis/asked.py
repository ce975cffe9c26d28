"""Asked, received and complete: the three days that say whether an initiative is late for its agenda.

**Asked** for an agenda year: the first day of the last unbroken run on main in which the file names that
year with a status that asks for a place, or has one. **Received**: that day, or the earlier one that the
board recorded. **Complete**: since when main has the dossier complete, as it is now.

What counts for the intake is received; for the dossier and the lead time it is the later of received
and complete. What is not complete after the dossiers closed counts as today.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis.timeline import ASKING, Run, Timeline, complete_runs, last_run, latest
from icteregie.portfolio.initiative import ASKED, Initiative
from icteregie.portfolio.portfolio import Arrival, Former, Portfolio, Request, Source


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a request is judged by: the day of today, and the day from which git's history counts.

    ``missing`` are the keys that the file on disk lacks, by id.
    """

    today: date
    since: date | None = None
    missing: Mapping[str, tuple[str, ...]] | None = None


def request_of(portfolio: Portfolio, initiative: Initiative) -> Request:
    """Give the days of what an initiative asks for; where git doesn't know them, its arrival counts."""
    known = portfolio.requests.get(initiative.id)
    if known is not None:
        return known
    arrival = portfolio.arrivals.get(initiative.id) or Arrival(None, initiative.submitted, "submitted")
    return by_arrival(portfolio, initiative, arrival)


def by_arrival(portfolio: Portfolio, initiative: Initiative, arrival: Arrival) -> Request:
    """Make a request of an arrival alone: nothing is known of its agenda, nor of its completeness."""
    day = arrival.arrived
    return _received(portfolio, initiative, Request(day, day, arrival.source, day), day)


def request(
    portfolio: Portfolio, initiative: Initiative, timeline: Timeline, circumstances: Circumstances
) -> Request:
    """Determine the days of an initiative that git knows, by all that main said of it.

    What a branch, or a file that was not committed, still asks for keeps main's day while main's run
    holds or ended at most 14 days ago; else today is the earliest that it can be asked for.
    """
    today, since = circumstances.today, circumstances.since
    past = timeline.until(today)
    year = initiative.agenda or 0
    run = last_run(past, year)
    asks = initiative.status in ASKING
    if run is None and not asks and (arrival := portfolio.arrivals.get(initiative.id)):
        asked = by_arrival(portfolio, initiative, arrival)
    elif run is None or (asks and not run.still_counts(today)):
        found = latest(past)
        former = Former(found.agenda, found.status) if found and found.is_readable else None
        asked = Request(today, today, "today", today, former=former)
    elif since is not None and run.first < since:
        source: Source = "carried-over"
        asked = Request(initiative.submitted, initiative.submitted, source, initiative.submitted)
    else:
        asked = Request(run.first, run.first, "git", run.first, former=former_of(run), earliest=run.earliest)
    known = _with_completeness(asked, initiative, past, circumstances)
    return _received(portfolio, initiative, known, today)


def former_of(run: Run) -> Former | None:
    """Give what main had before a run; None when nothing that can be read."""
    state = run.former
    return Former(state.agenda, state.status) if state is not None and state.is_readable else None


def _with_completeness(
    asked: Request, initiative: Initiative, past: Timeline, circumstances: Circumstances
) -> Request:
    """Add since when it is complete: as it lies here, and on main since that day."""
    missing = (circumstances.missing or {}).get(initiative.id, ())
    complete = complete_runs(past)
    is_judged = initiative.status in ASKED
    if (missing and is_judged) or not (complete or is_judged):
        return replace(asked, is_complete=False, missing=missing)
    if not complete or (is_judged and not complete[-1].still_counts(circumstances.today)):
        # Complete as it lies here, and on main today at the earliest.
        return replace(asked, is_complete=True, complete=circumstances.today)
    first, since = complete[-1].first, circumstances.since
    is_known = complete[-1].is_known and (since is None or first >= since)
    return replace(asked, is_complete=True, complete=first if is_known else None)


def _received(portfolio: Portfolio, initiative: Initiative, asked: Request, today: date) -> Request:
    """Put the day that the board recorded in place of a later one, and add when both were there."""
    agenda = portfolio.agenda(initiative.agenda or 0)
    recorded = agenda.received.get(initiative.id) if agenda else None
    received = min(asked.asked, recorded or asked.asked)
    if asked.complete and asked.complete <= asked.asked:
        # What came to main complete was so when the board received it.
        asked = replace(asked, complete=min(asked.complete, received))
    # Until the dossiers close, what is not complete yet can still be completed in time.
    is_due = agenda is not None and today > agenda.dossier_closes
    judged = today if asked.is_complete is False and is_due else asked.complete or received
    return replace(asked, received=received, ready=max(received, judged))
