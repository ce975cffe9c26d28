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
from icteregie.render.diff.builder import Told
from icteregie.render.diff.summary import lead
from icteregie.render.findings import json as findings_json
from icteregie.reports.diff.view import Comparison
from icteregie.reports.diff.years import YearState

VERSION = 1


def render(told: Told) -> str:
    """Write the whole comparison; ``version`` rises when a key changes its meaning."""
    view, say = told.view, told.language
    whole = {
        "version": VERSION,
        "base": {"name": told.base, "commit": told.base_commit or None},
        "head": {"name": told.head or None, "commit": told.head_commit or None},
        "language": say,
        "summary": lead(told),
        "changes": not view.is_empty,
        "left_out": [{"file": o.file, "where": o.where, "reason": o.reason} for o in view.left_out],
        "partnership": [{**_change(one.change), "effect": one.effect} for one in view.frame],
        "initiatives": _initiatives(view),
        "costs": [
            {"id": m.id, "title": m.title, "before": _sums(m.before), "after": _sums(m.after)}
            for m in view.money
        ],
        "unshared": list(view.unshared),
        "agendas": [
            {"year": effect.year, "before": _state(effect.before), "after": _state(effect.after)}
            for effect in view.years
        ],
        "shifts": _shifts(view),
        "findings": {
            "new": [_finding(found, say) for found in view.findings.new],
            "changed": [
                {"before": _finding(was, say), "after": _finding(now, say)}
                for was, now in view.findings.changed
            ],
            "solved": [_finding(found, say) for found in view.findings.solved],
        },
    }
    return json_document(whole)


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


def _initiatives(view: Comparison) -> dict[str, Any]:
    own = view.initiatives
    return {
        "came": [_named(one) for one in own.came],
        "went": [_named(one) for one in own.went],
        "renamed": [{"before": old, "after": new} for old, new in sorted(own.renames.items())],
        "changed": [
            {**_named(one.after), "changes": [_change(change) for change in one.changes]}
            for one in own.changed
        ],
    }


def _named(one: Initiative) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "submitter": one.submitter,
        "status": one.status,
        "agenda": one.agenda,
    }


def _sums(sums: CostSums) -> dict[str, Any]:
    shares = {member: sum(share) for member, share in sums.shares.items()}
    return {"one_off": sums.one_off, "recurring": sums.recurring, "members": shares}


def _state(state: YearState) -> dict[str, Any]:
    return {
        "one_off": state.one_off,
        "recurring": state.recurring,
        "budget": {"one_off": state.budget[0], "recurring": state.budget[1]},
        "members": dict(state.members),
        "list": [
            {"id": e.id, "rank": e.rank, "one_off": e.one_off, "recurring": e.recurring}
            for e in state.entries
        ],
        "chain": [{"id": name, "slack": slack} for name, slack in state.chain],
        "hours": [
            {"team": team, "quarter": quarter, "asked": load.asked, "room": load.room}
            for (team, quarter), load in state.loads.items()
        ],
        "unshared": list(state.unshared),
    }


def _shifts(view: Comparison) -> list[dict[str, Any]]:
    return [
        {
            "id": shift.id,
            "title": shift.title,
            "days": shift.days,
            "before": {"start": str(shift.before.start), "end": str(shift.before.end)},
            "after": {"start": str(shift.after.start), "end": str(shift.after.end)},
            "held_by": shift.held_by,
            "missed_deadline": str(shift.missed) if shift.missed else None,
        }
        for shift in view.shifts
    ]


def _finding(found: Diagnostic, language: Language) -> dict[str, Any]:
    values = {name: findings_json.plain(value) for name, value in sorted(found.values.items())}
    return {
        "rule": found.rule,
        "severity": found.severity,
        "file": found.place.file,
        "line": found.place.line,
        "wording": found.wording,
        "message": word(found, language).text,
        "values": values,
    }
