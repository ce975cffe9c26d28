"""What a change means, for programs."""

from datetime import date
from decimal import Decimal
from typing import Any

from icteregie.analysis.changes import Change
from icteregie.analysis.cost_sharing import CostSums
from icteregie.analysis.flatten import PlainValue
from icteregie.diagnostics.types import Diagnostic
from icteregie.escape.json import json_document
from icteregie.messages.catalogue import word
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import Lag, Moment
from icteregie.render.diff.builder import section_builder
from icteregie.render.diff.summary import summary
from icteregie.render.findings import json as findings_json
from icteregie.reports.diff.members import EntryChange, MemberChanges
from icteregie.reports.diff.view import DiffReport
from icteregie.reports.diff.years import YearState

VERSION = 1


def render(report: DiffReport, language: Language) -> str:
    """Write the data comparison; ``version`` rises when a key changes its meaning."""
    data = {
        "version": VERSION,
        "base": {"name": report.base.name, "commit": report.base.commit or None},
        "head": {"name": report.head.name or None, "commit": report.head.commit or None},
        "language": language,
        "summary": summary(section_builder(report, language)),
        "changes": not report.is_empty,
        "left_out": [{"file": o.file, "where": o.where, "reason": o.reason} for o in report.left_out],
        "partnership": [{**_change(change.change), "effect": change.effect} for change in report.partnership],
        "initiatives": _initiatives(report),
        "plans": [
            {"year": plan.year, "changes": [_change(change) for change in plan.changes]}
            for plan in report.plans
        ],
        "ambitions": _of_members(report.ambitions, "title"),
        "applications": _of_members(report.landscapes, "product"),
        "costs": [
            {"id": m.id, "title": m.title, "before": _sums(m.before), "after": _sums(m.after)}
            for m in report.money
        ],
        "unshared": list(report.unshared),
        "agendas": [
            {"year": effect.year, "before": _state(effect.before), "after": _state(effect.after)}
            for effect in report.years
        ],
        "shifts": _shifts(report),
        "findings": {
            "new": [_finding(finding, language) for finding in report.findings.new],
            "changed": [
                {"before": _finding(was, language), "after": _finding(now, language)}
                for was, now in report.findings.changed
            ],
            "solved": [_finding(finding, language) for finding in report.findings.solved],
        },
    }
    return json_document(data)


def plain(value: PlainValue) -> Any:
    """Write a value with what JSON has: decimal numbers as text, a lag as what it counts."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Lag):
        return {"months": value.months, "days": value.days}
    return str(value) if isinstance(value, (Moment, date, Decimal)) else value


def _change(change: Change) -> dict[str, Any]:
    """Write a change; of prose only that it changed, because the text itself is in the files."""
    is_prose = change.kind == "prose"
    before, after = (
        (value is not None) if is_prose else plain(value) for value in (change.before, change.after)
    )
    return {"key": list(change.path.parts), "kind": change.kind, "before": before, "after": after}


def _initiatives(report: DiffReport) -> dict[str, Any]:
    matches = report.initiatives
    return {
        "came": [_named(i) for i in matches.came],
        "went": [_named(i) for i in matches.went],
        "renamed": [{"before": old, "after": new} for old, new in sorted(matches.renames.items())],
        "changed": [
            {**_named(match.after), "changes": [_change(change) for change in match.changes]}
            for match in matches.changed
        ],
    }


def _of_members(changes: MemberChanges, title: str) -> dict[str, Any]:
    """Write what members keep for themselves; ``title`` is the key that it is called by."""

    def named(each: EntryChange) -> dict[str, Any]:
        entry = each.before if each.after is None else each.after
        return {"id": each.id, "member": each.member, title: getattr(entry, title)}

    return {
        "came": [named(each) for each in changes.came],
        "went": [named(each) for each in changes.went],
        "changed": [
            {**named(each), "changes": [_change(change) for change in each.changes]}
            for each in changes.changed
        ],
        "as_of": [
            {"file": file, "before": plain(change.before), "after": plain(change.after)}
            for _, file, change in changes.checked
        ],
    }


def _named(initiative: Initiative) -> dict[str, Any]:
    return {
        "id": initiative.id,
        "title": initiative.title,
        "submitter": initiative.submitter,
        "status": initiative.status,
        "agenda": initiative.agenda,
    }


def _sums(sums: CostSums) -> dict[str, Any]:
    shares = {member: sum(share) for member, share in sums.shares.items()}
    return {"one_off": sums.one_off, "recurring": sums.recurring, "members": shares}


def _state(state: YearState) -> dict[str, Any]:
    return {
        "one_off": state.one_off,
        "recurring": state.recurring,
        "budget": {"one_off": state.budget[0], "recurring": state.budget[1]},
        "taken_off": {"one_off": state.taken[0], "recurring": state.taken[1]},
        "members": dict(state.members),
        "list": [
            {"id": e.id, "rank": e.rank, "one_off": e.one_off, "recurring": e.recurring}
            for e in state.entries
        ],
        "chain": [{"id": name, "slack": slack} for name, slack in state.chain],
        "hours": [
            {"team": team, "quarter": quarter, "asked": load.asked, "room": load.capacity}
            for (team, quarter), load in state.loads.items()
        ],
        "unshared": list(state.unshared),
    }


def _shifts(report: DiffReport) -> list[dict[str, Any]]:
    return [
        {
            "id": shift.id,
            "title": shift.title,
            "start_days": shift.start_days,
            "end_days": shift.end_days,
            "before": {"start": str(shift.before.shown_start), "end": str(shift.before.end)},
            "after": {"start": str(shift.after.shown_start), "end": str(shift.after.end)},
            "held_by": shift.held_by,
            "missed_deadline": str(shift.missed) if shift.missed else None,
        }
        for shift in report.shifts
    ]


def _finding(finding: Diagnostic, language: Language) -> dict[str, Any]:
    values = {name: findings_json.plain(value) for name, value in sorted(finding.values.items())}
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "file": finding.place.file,
        "line": finding.place.line,
        "wording": finding.wording,
        "message": word(finding, language).text,
        "values": values,
    }
