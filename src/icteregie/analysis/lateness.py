"""What a finding about a late initiative says, and what lost history leaves open.

A finding says which day counts, why, and where that was typed. A day that a shallow or blobless clone
can't tell is a span: the latest day before a deadline is in time, the earliest after it is late; what lies
on both sides is not judged. A day that stands in never decides.
"""

from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.arrivals import Punctuality, lead_time_of, punctuality_of
from icteregie.analysis.asked import request_of, scenarios
from icteregie.analysis.ranking import rank_key
from icteregie.analysis.seasons import last_day
from icteregie.analysis.standing.standing import on_agenda
from icteregie.analysis.standing.statuses import is_asking, route
from icteregie.diagnostics.types import Address, Value
from icteregie.portfolio.arrivals import Request
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio

Counted: TypeAlias = Literal["received", "ready"]
"""The intake is judged on received, dossier and lead time on ready: the later of received and complete."""


def counted_day(portfolio: Portfolio, initiative: Initiative, counted: Counted) -> date:
    """Give the day that counts."""
    request = request_of(portfolio, initiative)
    return request.received if counted == "received" else request.ready


def late_address(portfolio: Portfolio, initiative: Initiative) -> Address:
    """Point at what made it ask for its place: its agenda or its status, or else the day that was typed."""
    request = request_of(portfolio, initiative)
    if request.source in ("submitted", "carried-over"):
        return portfolio.at(initiative.id, "submitted")
    former = request.former
    is_same_agenda = former is not None and former.agenda == initiative.agenda
    return portfolio.at(initiative.id, "status" if is_same_agenda else "agenda")


def late_values(portfolio: Portfolio, initiative: Initiative, counted: Counted) -> dict[str, Value]:
    """Return the day that counts, under ``arrived``, and the values that explain it.

    ``reason`` says what happened on that day; ``arrival`` names the sentence that explains it, and
    is absent where nothing needs to be explained.
    """
    request = request_of(portfolio, initiative)
    day = counted_day(portfolio, initiative, counted)
    if counted == "ready" and day > request.received:
        return {"arrived": day, **_incomplete(request)}
    reason = "asked" if request.former and not request.is_recorded else "arrived"
    return {"arrived": day, "reason": reason, **_explained(portfolio, initiative, request)}


def is_explained(initiative: Initiative) -> bool:
    """Whether a file gives what a late one must give: a route, and the three grounds for it.

    Who waits for the next agenda asks nobody to make an exception, and needs no grounds.
    """
    asked, late = route(initiative), initiative.late
    return asked == "next-agenda" or (asked is not None and late is not None and not late.missing_grounds)


def _incomplete(request: Request) -> dict[str, Value]:
    reason = "complete" if request.complete else "incomplete"
    values: dict[str, Value] = {"reason": reason, "arrival": reason, "received": request.received}
    if request.missing == ("*",):
        return {**values, "arrival": "unreadable"}
    return {**values, "lacks": request.missing} if request.missing else values


def _explained(portfolio: Portfolio, initiative: Initiative, request: Request) -> dict[str, Value]:
    """Explain a day from git: what stood there before, or when it was opened or typed."""
    if request.is_recorded:
        return {"arrival": "recorded", "asked": request.asked}
    if request.source in ("submitted", "carried-over"):
        return {}
    if request.former:
        return _moved(initiative, request)
    arrival = portfolio.arrivals.get(initiative.id)
    opened = arrival.opened if arrival else None
    values: dict[str, Value] = {"arrival": request.source, "submitted": initiative.submitted}
    if opened and opened != request.asked:
        return {**values, "arrival": f"{request.source}-opened", "opened": opened}
    return values if request.source == "today" or initiative.submitted != request.asked else {}


def _moved(initiative: Initiative, request: Request) -> dict[str, Value]:
    former = request.former
    if former is None:
        return {}
    name = "unplanned" if former.agenda is None else "moved"
    name = "status" if former.agenda == initiative.agenda else name
    return {
        "arrival": f"{request.source}-{name}",
        "former_agenda": former.agenda or 0,
        "former_status": former.status,
    }


def is_punctuality_lost(portfolio: Portfolio, initiative: Initiative, agenda: AgendaYear) -> bool:
    """Whether lost history has to tell if an initiative is in time for a deadline of its agenda."""
    return is_verdict_lost(request_of(portfolio, initiative), agenda)


def is_verdict_lost(request: Request, agenda: AgendaYear) -> bool:
    """Whether lost history has to tell if a request is in time for a deadline of an agenda."""
    earliest, latest = scenarios(request)
    return punctuality_of(earliest, agenda) != punctuality_of(latest, agenda)


def punctualities(
    portfolio: Portfolio, initiative: Initiative, agenda: AgendaYear
) -> tuple[Punctuality, Punctuality]:
    """Judge the first and the last days on which an initiative can have been received and complete."""
    earliest, latest = scenarios(request_of(portfolio, initiative))
    return punctuality_of(earliest, agenda), punctuality_of(latest, agenda)


def is_lead_time_lost(portfolio: Portfolio, initiative: Initiative, agenda: AgendaYear) -> bool:
    """Whether lost history has to tell if the lead time of an initiative is long enough."""
    request = request_of(portfolio, initiative)
    leads = [lead_time_of(portfolio, initiative, agenda, each) for each in scenarios(request)]
    return len({lead.days < lead.required for lead in leads}) > 1


def is_share_lost(portfolio: Portfolio, year: int, agenda: AgendaYear, today: date) -> bool:
    """Whether lost history has to tell if too large a share of an open agenda is late."""
    thresholds, everyone = portfolio.partnership.thresholds, on_agenda(portfolio, year)
    if today > last_day(agenda):
        return False
    counts = [0, 0]
    for initiative in everyone:
        for place, request in enumerate(scenarios(request_of(portfolio, initiative))):
            counts[place] += punctuality_of(request, agenda) != "in-time"
    verdicts = {
        count >= thresholds.many_late_at_least and count * 100 > thresholds.many_late * len(everyone)
        for count in counts
    }
    return len(verdicts) > 1


def unjudged_on(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List the initiatives on an agenda whose place or punctuality hangs on lost history, by id."""
    agenda = portfolio.agenda(year)
    listed = on_agenda(portfolio, year)
    if agenda is None or not any(request_of(portfolio, i).lost for i in listed):
        return ()
    judged = [i for i in listed if is_asking(i) and is_punctuality_lost(portfolio, i, agenda)]
    ids = {i.id for i in (*judged, *_without_place(portfolio, listed))}
    return tuple(i for i in listed if i.id in ids)


def _without_place(portfolio: Portfolio, listed: tuple[Initiative, ...]) -> list[Initiative]:
    """List whose span overlaps that of another with which only the day of receipt decides."""
    ties: dict[tuple[object, ...], list[Initiative]] = {}
    for initiative in listed:
        ties.setdefault(rank_key(portfolio, initiative)[:3], []).append(initiative)
    tied = []
    for tie in ties.values():
        for initiative in tie:
            first, last = _received(portfolio, initiative)
            others = [_received(portfolio, other) for other in tie if other is not initiative]
            if first != last and any(start <= last and first <= end for start, end in others):
                tied.append(initiative)
    return tied


def _received(portfolio: Portfolio, initiative: Initiative) -> tuple[date, date]:
    earliest, latest = scenarios(request_of(portfolio, initiative))
    return earliest.received, latest.received
