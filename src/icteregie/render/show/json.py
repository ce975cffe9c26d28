"""Initiatives as data: all that their files say, and what follows from it."""

import dataclasses
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from icteregie.analysis.foreseen import Foreseen
from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.programmes import Programme
from icteregie.escape.json import json_document
from icteregie.portfolio.period import Lag, Moment
from icteregie.render.deadlines.application import deadline_data
from icteregie.render.tables.span import day_or_span
from icteregie.reports.show import CostKind, Factsheet, Neighbour, ShowReport, YearShare
from icteregie.reports.show_application import ApplicationFactsheet

VERSION = 1
KEPT_BACK = {"versions": "version", "prices": "yearly"}
"""The key of an application of each of the things that stay in git."""


def render(report: ShowReport) -> str:
    """Write them all; ``derived`` has what is not in the file. ``version`` rises when a key changes."""
    return json_document(
        {
            "version": VERSION,
            "initiatives": [_factsheet(f) for f in report.factsheets],
            "applications": [_application(each, report.kept_back) for each in report.applications],
        }
    )


def _application(factsheet: ApplicationFactsheet, kept: frozenset[str]) -> dict[str, Any]:
    """Write one application; ``kept_back`` names what is left out as it stays in git."""
    known: dict[str, Any] = plain(factsheet.each.application)
    left_out = {key for name, key in KEPT_BACK.items() if name in kept}
    derived = {
        "contract_end": plain(factsheet.contract_end),
        "notice_day": plain(factsheet.notice_day),
        "deadlines": [deadline_data(deadline) for deadline in factsheet.deadlines],
        "retired_by": [
            {"id": r.initiative.id, "status": r.initiative.status, "end": plain(r.end)}
            for r in factsheet.retired_by
        ],
        "added_by": [
            {
                "id": a.initiative.id,
                "status": a.initiative.status,
                "product": a.addition.product,
                "from": plain(a.start),
            }
            for a in factsheet.added_by
        ],
        "elsewhere": [_elsewhere(other, kept) for other in factsheet.elsewhere],
    }
    return {
        "id": factsheet.each.id,
        "member": factsheet.each.member,
        **{key: value for key, value in known.items() if key not in left_out},
        "file": factsheet.file,
        "as_of": factsheet.each.as_of.isoformat(),
        "kept_back": sorted(kept),
        "derived": derived,
    }


def _elsewhere(other: MemberApplication, kept: frozenset[str]) -> dict[str, Any]:
    version = {} if "versions" in kept else {"version": other.application.version}
    components = list(other.application.components)
    return {
        "id": other.id,
        "product": other.application.product,
        **version,
        "components": components,
        "stage": other.application.stage,
        "users": other.application.users,
    }


def _factsheet(factsheet: Factsheet) -> dict[str, Any]:
    initiative: dict[str, Any] = plain(factsheet.initiative)
    if len(factsheet.initiative.obligation) < 2:  # as its file writes it: one ground needs no list
        initiative["obligation"] = next(iter(initiative["obligation"]), None)
    names = {"participants": list(factsheet.initiative.participants) or "all", "file": factsheet.file}
    return initiative | names | {"derived": _derived(factsheet)}


def _derived(factsheet: Factsheet) -> dict[str, Any]:
    kinds: tuple[CostKind, ...] = ("one_off", "recurring") if factsheet.initiative.costs else ()
    return {
        "participants": list(factsheet.participants),
        "cost_key": factsheet.cost_key,
        "arrived": day_or_span(factsheet.arrived, factsheet.arrived_span),
        "asked": day_or_span(factsheet.request.asked, factsheet.request.received_span),
        "received": day_or_span(factsheet.request.received, factsheet.request.received_span),
        "complete": factsheet.request.complete.isoformat() if factsheet.request.complete else None,
        "size": factsheet.size,
        "one_off_total": factsheet.initiative.one_off_total,
        "recurring_largest": factsheet.initiative.recurring_most,
        "shares": {kind: _years(s for s in factsheet.year_shares if s.kind == kind) for kind in kinds},
        "foreseen": _foreseen(factsheet.foreseen),
        "waits_for": list(map(_neighbour, factsheet.waits_for)),
        "waited_for_by": list(map(_neighbour, factsheet.waited_for_by)),
        "dossier": factsheet.dossier,
        "evidence": {
            kind: [piece.name for piece in getattr(factsheet.evidence, kind)]
            for kind in ("present", "missing", "unknown")
        },
        "ambitions": [
            {"id": s.ambition.id, "service": s.service, "days_late": s.days_late} for s in factsheet.ambitions
        ],
        "retires": [each.id for each in factsheet.retired],
        "adds": [list(members) for _, members in factsheet.added],
        "part_of": list(factsheet.wholes),
        "programme": _programme(factsheet.programme) if factsheet.programme else None,
    }


def _years(shares: Iterable[YearShare]) -> dict[str, dict[str, int]]:
    return {str(share.year): dict(share.shares) for share in shares}


def _programme(programme: Programme) -> dict[str, Any]:
    return {
        "parts": [part.id for part in programme.parts],
        "sums": [
            {"kind": s.kind, "year": s.year, "own": s.own, "parts": s.parts, "total": s.total}
            for s in programme.sums
        ],
        "unknown": list(programme.unknown),
    }


def _foreseen(foreseen: Foreseen) -> dict[str, Any]:
    """Write what is foreseen, what each part rests on, and what is to be said about it."""
    return {
        "start": foreseen.start.isoformat() if foreseen.start else None,
        "end": foreseen.end.isoformat() if foreseen.end else None,
        "one_off": plain(dict(foreseen.one_off)) if foreseen.one_off is not None else None,
        "recurring": plain(dict(foreseen.recurring)) if foreseen.recurring is not None else None,
        "spent": foreseen.spent,
        "sources": {
            quantity: {"source": fact.source, "day": fact.day.isoformat()}
            for quantity, fact in foreseen.sources.items()
        },
        "flags": [plain(flag) for flag in foreseen.flags],
    }


def _neighbour(neighbour: Neighbour) -> dict[str, Any]:
    return {
        "id": neighbour.initiative.id,
        "kind": neighbour.link,
        "ready": neighbour.ready.isoformat() if neighbour.ready else None,
        "slack": neighbour.slack,
    }


def plain(value: object) -> Any:
    """Write a value of the file format with what JSON has: as its file writes it."""
    if isinstance(value, (Moment, date)):
        return str(value)
    if isinstance(value, Lag):
        return _lag(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}%"
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def _lag(lag: Lag) -> str | None:
    number, unit = (lag.months, "month") if lag.months else (lag.days, "day")
    return f"{number} {unit}{'s' * (abs(number) != 1)}" if number else None
