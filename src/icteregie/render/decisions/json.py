"""Lists of decisions as data."""

from typing import Any

from icteregie.analysis.conditions import ConditionState
from icteregie.escape.json import json_document
from icteregie.portfolio.decision import Advice, Condition
from icteregie.render.show.json import plain
from icteregie.reports.decisions import (
    AdviceView,
    CarriedView,
    DecisionsReport,
    DecisionView,
    ListView,
    Subject,
)
from icteregie.reports.rests_on import RestsOn

VERSION = 1


def render(report: DecisionsReport) -> str:
    """Write all lists; ``version`` rises when a key changes its meaning."""
    today = report.basis.day.isoformat()
    return json_document({"version": VERSION, "today": today, "lists": list(map(_list, report.lists))})


def _list(view: ListView) -> dict[str, Any]:
    content = view.listed.content
    return {
        "date": view.listed.day.isoformat(),
        "body": view.listed.body,
        "file": view.listed.path,
        "agenda": view.year,
        "decided_by": view.director or None,
        "present": list(content.present),
        "absent": dict(content.absent),
        "confirmed": plain(content.confirmed),
        "decisions": list(map(_decision, view.decisions)),
        "advice": list(map(_advice, view.advice)),
        "carried": list(map(_carried, view.carried)),
    }


def _decision(view: DecisionView) -> dict[str, Any]:
    decision = view.decision
    return {
        "number": view.number,
        "initiatives": [{**_subject(s), "follows_advice": s.following} for s in view.subjects],
        "decision": decision.decision,
        "because": decision.because,
        "dissent": dict(decision.dissent),
        "conditions": [_condition(each.condition, each.state) for each in view.conditions],
        "to": decision.to,
        "from": plain(decision.since),
        "end": plain(decision.end),
        "one_off": decision.one_off,
        "recurring": decision.recurring,
        "reasons": list(decision.reasons),
    }


def _advice(view: AdviceView) -> dict[str, Any]:
    return {
        "number": view.number,
        "initiatives": list(map(_subject, view.subjects)),
        "choose": view.preferred.id if view.preferred else None,
        "because": view.advice.because,
        "dissent": dict(view.advice.dissent),
    }


def _carried(view: CarriedView) -> dict[str, Any]:
    return {
        "date": view.day.isoformat(),
        "number": view.number,
        "initiatives": list(map(_subject, view.subjects)),
        **_condition(view.condition, view.state),
    }


def _subject(subject: Subject) -> dict[str, Any]:
    return {"id": subject.id, "named": subject.named, "title": subject.title or None}


def _condition(condition: Condition, state: ConditionState) -> dict[str, Any]:
    values: dict[str, Any] = plain(condition)
    return {**values, "state": state}


def ground(known: RestsOn) -> dict[str, Any]:
    """Write advice or a decision on which something rests, with its place."""
    entry = known.entry
    kind = {
        "entry": "advice" if isinstance(entry, Advice) else "decision",
        "decision": None if isinstance(entry, Advice) else entry.decision,
        "choose": entry.choose if isinstance(entry, Advice) else None,
    }
    place = {"file": known.file, "line": known.line, "named": known.named or None}
    return {"date": known.day.isoformat(), "body": known.body, **kind, **place}
