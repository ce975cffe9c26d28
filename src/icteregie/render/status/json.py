"""The state of the portfolio for programs: a row for each initiative, with the shares of its members."""

from typing import Any

from icteregie.escape.json import json_document
from icteregie.portfolio.partnership import Language
from icteregie.render.status.rows import plain_table
from icteregie.render.status.tables import hours_table, slip_table
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
            "unreadable": list(report.basis.unreadable),
            "meeting": report.meeting.isoformat() if report.meeting else None,
            "rows": [{**values, **_more(row)} for values, row in plain_rows],
            "hours": _rows(hours_table(report, language)),
            **({"slips": _slips(report, language)} if report.slips else {}),
        }
    )


def _more(row: StatusRow) -> dict[str, Any]:
    return {
        "turned": [{"what": t.aspect, "before": t.before, "after": t.after} for t in row.turns],
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
    }


def _slips(report: StatusReport, language: Language) -> dict[str, Any]:
    unknown = report.slips.unknown if report.slips else ()
    return {"rows": _rows(slip_table(report, language)), "unknown": list(unknown)}


def _rows(table: Table | None) -> list[dict[str, Any]]:
    return rows(table) if table else []
