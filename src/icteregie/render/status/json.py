"""The state of the portfolio for programs: a row for each initiative, with the shares of its members."""

from collections.abc import Iterable
from typing import Any

from icteregie.analysis.slips import MissedDeadline, Pushed, Slip, Slips
from icteregie.escape.json import json_document
from icteregie.portfolio.partnership import Language
from icteregie.render.status.rows import plain_table
from icteregie.render.status.tables import hours_table
from icteregie.render.tables.json import rows
from icteregie.render.tables.table import Table
from icteregie.reports.status import StatusReport, StatusRow

VERSION = 1


def render(report: StatusReport, language: Language) -> str:
    """Write all of it; ``version`` rises when a key changes its meaning."""
    plain_rows = zip(rows(plain_table(report, language)), report.rows, strict=True)
    return json_document(
        {
            "version": VERSION,
            "year": report.year,
            "meeting": report.meeting.isoformat() if report.meeting else None,
            "unreadable": list(report.basis.unreadable),
            "rows": [{**values, **_more(row)} for values, row in plain_rows],
            "hours": _rows(hours_table(report, language)),
            "stopped": [
                {"id": each.initiative.id, "spent": each.spent, "due": each.due} for each in report.stopped
            ],
            **({"slips": _slips(report.slips)} if report.slips else {}),
        }
    )


def _more(row: StatusRow) -> dict[str, Any]:
    return {
        "turned": [{"what": t.aspect, "before": t.before, "after": t.after} for t in row.colour_changes],
        "open_conditions": [
            {
                "what": each.condition.what,
                "by": each.condition.by.isoformat() if each.condition.by else None,
                "owner": each.condition.owner,
                "kind": each.condition.kind,
            }
            for each in row.conditions
        ],
        "shares": {
            share.member: {"spent": share.spent, "one_off": share.one_off, "recurring": share.recurring}
            for share in row.shares
        },
        "ends": [
            {"date": each.day.isoformat(), "source": each.source, "end": each.value.text}
            for each in row.foreseen.ends
        ],
        "missed": _missed(row.missed),
        "pushed": _pushed(row.pushed) if row.pushed else None,
    }


def _slips(slips: Slips) -> dict[str, Any]:
    return {"rows": [_slip(slip) for slip in slips.rows], "unknown": list(slips.unknown)}


def _slip(slip: Slip) -> dict[str, Any]:
    return {
        "id": slip.id,
        "from": slip.end_before.isoformat(),
        "to": slip.end.isoformat(),
        "days": slip.days,
        "link": {"id": slip.link.on, "kind": slip.link.kind} if slip.link else None,
        "missed": _missed(slip.missed),
    }


def _pushed(late: Pushed) -> dict[str, Any]:
    missed = _missed(late.missed)
    return {"end": late.end.isoformat(), "days": late.days, "by": late.driver, "missed": missed}


def _missed(missed: Iterable[MissedDeadline]) -> list[dict[str, Any]]:
    return [{"date": limit.day.isoformat(), "kind": limit.kind, "basis": limit.basis} for limit in missed]


def _rows(table: Table | None) -> list[dict[str, Any]]:
    return rows(table) if table else []
