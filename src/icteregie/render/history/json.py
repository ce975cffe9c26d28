"""The history of an initiative as data."""

from datetime import date
from typing import Any

from icteregie.analysis.changes import Change
from icteregie.escape.json import json_document
from icteregie.portfolio.arrivals import Request
from icteregie.render.decisions.json import ground
from icteregie.render.show.json import plain
from icteregie.render.tables.span import day_or_span
from icteregie.reports.history import HistoryReport, Revision

VERSION = 1


def render(report: HistoryReport) -> str:
    """Write everything; ``version`` rises when a key changes its meaning."""
    arrival, request, completion = report.arrival, report.request, report.completion
    data = {
        "version": VERSION,
        "id": report.id,
        "file": report.file,
        "title": report.title or None,
        "opened": plain(arrival.opened) if arrival and arrival.opened else None,
        "arrived": day_or_span(arrival.arrived, arrival.span)
        if arrival and arrival.source != "today"
        else None,
        "source": arrival.source if arrival else None,
        "asked": _day(request, request.asked) if request else None,
        "received": _day(request, request.received) if request else None,
        "complete": plain(completion.since) if completion.since else None,
        "lacks": list(completion.missing),
        "turns": [_revision(revision) for revision in report.revisions],
    }
    return json_document(data)


def _day(request: Request, day: date) -> str | None:
    """Give a day of a request, or the interval that lost history leaves; null before main asks for it."""
    is_known = request.source != "today" or request.lost is not None
    return day_or_span(day, request.received_span) if is_known and request.is_asked else None


def _revision(revision: Revision) -> dict[str, Any]:
    return {
        "date": revision.version.on.isoformat(),
        "commit": revision.version.commit,
        "subject": revision.version.subject,
        "kind": revision.kind,
        "after_lost": revision.is_after_lost,
        "path": revision.version.path,
        "moved_from": revision.moved_from or None,
        "punctuality": revision.punctuality,
        "changes": [_change(change) for change in revision.changes],
        "one_off_total": revision.after.one_off_total if revision.after else None,
        "recurring_largest": revision.after.recurring_most if revision.after else None,
        "decision": _decision(revision),
        "rests_on": list(map(ground, revision.rests_on)),
    }


def _decision(revision: Revision) -> dict[str, Any] | None:
    """Name the meeting that a version rests on, with its file where one says so."""
    if revision.rests_on:
        newest = revision.rests_on[-1]
        return {"date": newest.day.isoformat(), "body": newest.name, "file": newest.file}
    decision = revision.decision
    if decision is None:
        return None
    return {"date": decision.on.isoformat(), "body": decision.body, "file": decision.file or None}


def _change(change: Change) -> dict[str, Any]:
    """Name a value by the way to it; a running text is not repeated."""
    is_short = change.kind not in ("prose", "item")
    return {
        "key": ".".join(change.path.parts),
        "before": plain(change.before) if is_short else None,
        "after": plain(change.after) if is_short else None,
    }
