"""The explanation of an initiative for programs."""

from typing import Any

from icteregie.analysis.dependencies.edges import Step, earliest_date, slack
from icteregie.diagnostics.types import Diagnostic
from icteregie.escape.json import json_document
from icteregie.messages.catalogue import word
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.render.findings.json import place, plain
from icteregie.reports.why import Timing, Why

VERSION = 1


def render(why: Why, language: Language) -> str:
    """Write everything as data; ``version`` rises when a key changes its meaning."""
    whole = {
        "version": VERSION,
        "id": why.id,
        "file": why.file,
        "readable": why.one is not None,
        "findings": [_finding(finding, language) for finding in why.findings],
        "waits_for": [_step(step, step.edge.on) for step in why.before],
        "waited_for_by": [_step(step, step.edge.dependent) for step in why.after],
        "timing": _timing(why.timing) if why.timing else None,
        "slot": _slot(why),
    }
    return json_document(whole)


def _finding(finding: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        **place(finding.place),
        "message": word(finding, language).text,
        "values": {name: plain(value) for name, value in sorted(finding.values.items())},
    }


def _step(step: Step, shown: Initiative) -> dict[str, Any]:
    before = step.edge.on.period
    free = earliest_date(step.edge.link, before.start.first, before.end.last) if before else None
    return {
        "id": shown.id,
        "depth": step.depth,
        "again": step.is_repeated,
        "of": (step.edge.dependent if shown is step.edge.on else step.edge.on).id,
        "kind": step.edge.link.kind,
        "status": shown.status,
        "start": shown.period.start.text if shown.period else None,
        "end": shown.period.end.text if shown.period else None,
        "ready": free.isoformat() if free else None,
        "slack": slack(step.edge),
    }


def _timing(timing: Timing) -> dict[str, Any]:
    return {
        "arrived": timing.arrived.isoformat(),
        "opened": timing.opened.isoformat() if timing.opened else None,
        "arrived_by": timing.source,
        "agenda": timing.year,
        "punctuality": timing.punctuality,
        "size": timing.size,
        "lead_time": timing.lead_time.days,
        "lead_time_needed": timing.lead_time.required,
        "decision": timing.lead_time.decision.isoformat(),
        "dates": {name: day.isoformat() for name, day in timing.dates},
    }


def _slot(why: Why) -> dict[str, Any] | None:
    if why.slot is None:
        return None
    return {
        "start": why.slot.start.isoformat(),
        "end": why.slot.end.isoformat(),
        "days_later_than_asked": why.late,
        "held_up_by": list(why.path[:-1]),
    }
