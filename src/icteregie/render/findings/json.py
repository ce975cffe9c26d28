"""Findings for programs: JSON with the values of each finding and its words."""

from datetime import date
from typing import Any

from icteregie.diagnostics.types import Place, Value, WorkingFolder
from icteregie.escape.json import json_document
from icteregie.render.findings.report import FindingsReport

VERSION = 1


def render(report: FindingsReport) -> str:
    """Write the data report; ``version`` rises when a key changes its meaning."""
    data = {
        "version": VERSION,
        "portfolio": report.name,
        "initiatives": report.initiatives,
        "language": report.language,
        "errors": report.errors,
        "warnings": report.warnings,
        "findings": [
            {
                "rule": worded.diagnostic.rule,
                "severity": worded.diagnostic.severity,
                **place(worded.diagnostic.place, report.here),
                "message": worded.wording.text,
                "help": worded.wording.help,
                "wording": worded.diagnostic.wording,
                "values": {name: plain(value) for name, value in sorted(worded.diagnostic.values.items())},
                "related": [place(other, report.here) for other in worded.diagnostic.related],
            }
            for worded in report.findings
        ],
        "since": {"ref": report.since, "left_out": report.left_out} if report.since else None,
        "arrivals": {"doubts": list(report.doubts), "typed": list(report.typed)},
        "not_judged": [
            {name: plain(note.diagnostic.values[name]) for name in ("file", "rules")} for note in report.notes
        ],
    }
    return json_document(data)


def place(at: Place, here: WorkingFolder) -> dict[str, Any]:
    """Write a place; lines and columns count from 1, the end is exclusive.

    ``file`` is its path in the portfolio, ``path`` the one that opens it from the working folder.
    """
    return {
        "file": at.file,
        "path": here.path(at.file),
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
    }


def plain(value: Value) -> Any:
    """Convert a value to JSON types."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
