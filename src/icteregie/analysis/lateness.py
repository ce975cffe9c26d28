"""What a finding about a late initiative says: which day counts, why, and where that was typed."""

from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.asked import request_of
from icteregie.analysis.standing.statuses import route
from icteregie.diagnostics.types import Address, Value
from icteregie.portfolio.arrivals import Request
from icteregie.portfolio.initiative import Initiative
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
