"""The explanation of an initiative for programs."""

from typing import Any

from icteregie.analysis.dependencies.edges import Step, earliest_date_of, slack
from icteregie.diagnostics.types import Diagnostic, WorkingFolder
from icteregie.escape.json import json_document
from icteregie.messages.catalogue import word
from icteregie.portfolio.arrivals import Request
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.render.decisions.json import ground
from icteregie.render.findings.json import place, plain
from icteregie.render.tables.span import day_or_span
from icteregie.reports.why import Timing, WhyReport

VERSION = 1


def render(report: WhyReport, language: Language) -> str:
    """Write everything as data; ``version`` rises when a key changes its meaning."""
    data = {
        "version": VERSION,
        "id": report.id,
        "file": report.file,
        "readable": report.initiative is not None,
        "findings": [finding_data(finding, report.basis.here, language) for finding in report.findings],
        "rests_on": list(map(ground, report.rests_on)),
        "waits_for": [_step(step, step.edge.on) for step in report.waits_for],
        "waited_for_by": [_step(step, step.edge.dependent) for step in report.waited_for_by],
        "ambitions": [
            {"id": s.ambition.id, "service": s.service, "days_late": s.days_late} for s in report.ambitions
        ],
        "timing": _timing(report.timing) if report.timing else None,
        "slot": _slot(report),
    }
    return json_document(data)


def finding_data(finding: Diagnostic, here: WorkingFolder, language: Language) -> dict[str, Any]:
    """Write what a rule found as data."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        **place(finding.place, here),
        "message": word(finding, language).text,
        "values": {name: plain(value) for name, value in sorted(finding.values.items())},
    }


def _step(step: Step, shown: Initiative) -> dict[str, Any]:
    free = earliest_date_of(step.edge)
    span = step.edge.before if shown is step.edge.on else step.edge.after
    return {
        "id": shown.id,
        "depth": step.depth,
        "again": step.is_repeated,
        "of": (step.edge.dependent if shown is step.edge.on else step.edge.on).id,
        "kind": step.edge.link.kind,
        "status": shown.status,
        "start": shown.period.start.text if shown.period and shown.period.start else None,
        "end": shown.period.end.text if shown.period else None,
        "foreseen_end": span.end.isoformat() if span.end else None,
        "ready": free.isoformat() if free else None,
        "slack": slack(step.edge),
    }


def _timing(timing: Timing) -> dict[str, Any]:
    is_asked = timing.request is None or timing.request.is_asked
    is_lost = timing.request is not None and timing.request.ready_span is not None
    return {
        "arrived": day_or_span(timing.arrived, timing.arrived_span),
        "opened": timing.opened.isoformat() if timing.opened else None,
        "arrived_by": timing.source,
        **_request(timing.request),
        "agenda": timing.year,
        "punctuality": timing.punctuality if timing.is_judged and is_asked else None,
        "size": timing.size,
        "lead_time": timing.lead_time.days if is_asked and not is_lost else None,
        "lead_time_needed": timing.lead_time.required,
        "decision": timing.lead_time.decision.isoformat(),
        "dates": {name: day.isoformat() for name, day in timing.dates},
    }


def _request(request: Request | None) -> dict[str, Any]:
    if request is None:
        return {}
    return {
        "asked": day_or_span(request.asked, request.received_span) if request.is_asked else None,
        "received": day_or_span(request.received, request.received_span) if request.is_asked else None,
        "complete": request.complete.isoformat() if request.complete else None,
        "former": request.former and {"agenda": request.former.agenda, "status": request.former.status},
    }


def _slot(report: WhyReport) -> dict[str, Any] | None:
    if report.slot is None:
        return None
    return {
        "start": report.slot.shown_start.isoformat(),
        "end": report.slot.end.isoformat(),
        "days_later_than_asked": report.days_late,
        "held_up_by": list(report.path[:-1]),
    }
