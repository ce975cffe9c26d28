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

from icteregie.analysis.runs import Run, complete_runs, last_run
from icteregie.analysis.standing.statuses import is_asking, is_paid
from icteregie.analysis.timeline import Timeline, latest, lost_since
from icteregie.portfolio.arrivals import Arrival, Former, Lost, LostReason, Request, Source
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.vcs.types import GRACE_DAYS


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
    """Make a request of an arrival alone: nothing is known of its agenda, nor of its completeness.

    Where lost history has to tell that day, a day in its span stands in.
    """
    day = arrival.arrived
    known = _received(portfolio, initiative, Request(day, day, arrival.source, day), day)
    if arrival.span is None:
        return known
    spans = (Request(day, day, arrival.source, day) for day in arrival.span)
    first, last = (_received(portfolio, initiative, each, each.asked) for each in spans)
    return _stand_in(known, first, last, "elsewhere" if arrival.is_elsewhere else "shallow")


def request(
    portfolio: Portfolio, initiative: Initiative, timeline: Timeline, circumstances: Circumstances
) -> Request:
    """Determine the days of an initiative that git knows, by all that main said of it.

    What a branch, or a file that was not committed, still asks for keeps main's day while main's run
    holds or ended at most 14 days ago; else today is the earliest that it can be asked for. Where
    history is lost, the arrival stands in, as far as it lies in the span.
    """
    past = timeline.until(circumstances.today)
    latest = _request(portfolio, initiative, past, circumstances)
    if past.is_exact:
        return latest
    earliest = _request(portfolio, initiative, past, circumstances, is_earliest=True)
    if (earliest.received, earliest.ready) == (latest.received, latest.ready):
        return latest
    arrival = portfolio.arrivals.get(initiative.id) or Arrival(None, initiative.submitted, "submitted")
    known = by_arrival(portfolio, initiative, replace(arrival, span=None))
    known = replace(known, is_complete=latest.is_complete, missing=latest.missing, former=latest.former)
    return _stand_in(known, earliest, latest, "shallow" if timeline.is_cut else "partial")


def _request(
    portfolio: Portfolio,
    initiative: Initiative,
    past: Timeline,
    circumstances: Circumstances,
    *,
    is_earliest: bool = False,
) -> Request:
    """Determine its days; of a day that is lost the latest that it can be, or the earliest."""
    today, since = circumstances.today, circumstances.since
    run = last_run(past, initiative.agenda or 0)
    asks = is_asking(initiative) or is_paid(initiative)
    lost = lost_since(past) if asks and past.versions else None
    if run is not None and is_earliest and run.earliest is not None:
        run = replace(run, first=run.earliest)
    if lost is not None and is_earliest and run is None:
        # All that main has of it can have asked for this place.
        run = Run(date.min if past.is_cut else lost)
    elif lost is not None and not is_earliest and (today - lost).days > GRACE_DAYS:
        run = None
    if run is None and not asks and (arrival := portfolio.arrivals.get(initiative.id)):
        asked = by_arrival(portfolio, initiative, replace(arrival, span=None))
        asked = replace(asked, is_asked=not past.is_whole)
    elif run is None or (asks and not run.still_counts(today)):
        last = latest(past)
        former = Former(last.agenda, last.status) if last and last.is_readable else None
        asked = Request(today, today, "today", today, former=former)
    elif since is not None and run.first < since:
        source: Source = "carried-over"
        asked = Request(initiative.submitted, initiative.submitted, source, initiative.submitted)
    else:
        asked = Request(run.first, run.first, "git", run.first, former=former_of(run), earliest=run.earliest)
    known = _with_completeness(asked, initiative, past, circumstances, is_earliest=is_earliest)
    return _received(portfolio, initiative, known, today)


def _stand_in(known: Request, earliest: Request, latest: Request, reason: LostReason) -> Request:
    """Give what is known a day in each span, as near to its own as can be."""
    lost = Lost((earliest.received, latest.received), (earliest.ready, latest.ready), reason)
    received = max(lost.received[0], min(known.received, lost.received[1]))
    ready = max(received, lost.ready[0], min(known.ready, lost.ready[1]))
    asked = known.asked if received == known.received else received
    source = known.source if asked == known.asked else "git"
    return replace(known, asked=asked, source=source, received=received, ready=ready, lost=lost)


def scenarios(request: Request) -> tuple[Request, Request]:
    """Give a request as if each lost day were its earliest, and as if each were its latest."""
    lost = request.lost
    if lost is None:
        return request, request
    earliest = replace(request, received=lost.received[0], ready=lost.ready[0])
    return earliest, replace(request, received=lost.received[1], ready=lost.ready[1])


def former_of(run: Run) -> Former | None:
    """Give what main had before a run; None when nothing that can be read."""
    state = run.former
    return Former(state.agenda, state.status) if state is not None and state.is_readable else None


def _with_completeness(
    asked: Request,
    initiative: Initiative,
    past: Timeline,
    circumstances: Circumstances,
    *,
    is_earliest: bool,
) -> Request:
    """Add since when it is complete: as it lies here, and on main since that day."""
    missing = (circumstances.missing or {}).get(initiative.id, ())
    complete = complete_runs(past)
    is_judged = is_asking(initiative)
    if (missing and is_judged) or not (complete or is_judged):
        return replace(asked, is_complete=False, missing=missing)
    if not complete or (is_judged and not complete[-1].still_counts(circumstances.today)):
        # Complete as it lies here, and on main today at the earliest.
        return replace(asked, is_complete=True, complete=circumstances.today)
    run, since = complete[-1], circumstances.since
    first = run.earliest if is_earliest and run.earliest is not None else run.first
    is_known = since is None or first >= since
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
