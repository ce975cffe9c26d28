"""The pack of a meeting for programs."""

from typing import Any

from icteregie.escape.json import json_document
from icteregie.render.deadlines.json import deadlines_data
from icteregie.reports.meeting import ConditionItem, LateChain, MeetingReport, Subject

VERSION = 1


def render(report: MeetingReport) -> str:
    """Write everything as data; ``version`` rises when a key changes its meaning."""
    since = report.since
    data = {
        "version": VERSION,
        "date": report.meeting.date.isoformat(),
        "body": report.meeting.body,
        "role": report.body.role,
        "as_of": report.basis.day.isoformat(),
        "files": report.files,
        "before": report.before.isoformat() if report.before else None,
        "agenda": report.agenda,
        "unreadable": list(report.basis.unreadable),
        "subjects": [_subject(each) for each in report.subjects],
        "conditions": [_condition(each) for each in report.conditions],
        "since": {
            "known": since.is_known,
            "new": [each.id for each in since.new],
            "changed": [{"id": each.initiative.id, "keys": list(each.keys)} for each in since.changed],
            "late": [each.id for each in since.late],
        },
        "turned": [
            {
                "id": each.initiative.id,
                "quantity": each.quantity,
                "before": each.before,
                "now": each.now,
                "handling": each.handling,
            }
            for each in report.turned
        ],
        "pushed": [_chain(each) for each in report.chains],
        "silent": [{"id": each.initiative.id, "days": each.days} for each in report.silent],
        "steady": report.steady,
        "unanswered": [{**each, "handling": "discussion"} for each in deadlines_data(report.unanswered)],
        "not_judged": list(report.not_judged),
    }
    return json_document(data)


def _subject(item: Subject) -> dict[str, Any]:
    advised = item.advised
    return {
        "id": item.initiative.id,
        "title": item.initiative.title,
        "handling": item.handling,
        "causes": list(item.causes),
        "one_off": item.one_off,
        "recurring": item.recurring,
        "advised": {"list": advised.listed.key, "chosen": advised.is_chosen} if advised else None,
    }


def _chain(chain: LateChain) -> dict[str, Any]:
    late = chain.pushed
    return {
        "id": late.id,
        "end": late.end.isoformat(),
        "days": late.days,
        "by": late.driver,
        "missed": [
            {"date": limit.day.isoformat(), "kind": limit.kind, "basis": limit.basis} for limit in late.missed
        ],
        "handling": chain.handling,
    }


def _condition(item: ConditionItem) -> dict[str, Any]:
    condition = item.open.condition
    return {
        "what": condition.what,
        "owner": condition.owner,
        "by": condition.by.isoformat() if condition.by else None,
        "list": item.open.listed.key,
        "initiatives": list(item.open.initiatives),
        "overdue": item.is_overdue,
        "handling": item.handling,
    }
