"""Findings as a GitLab code quality report (a JSON list in Code Climate's form)."""

import hashlib

from icteregie.render.escape import json_document
from icteregie.render.report import Report, Told

_SEVERITY = {"error": "major", "warning": "minor"}


def render(report: Report) -> str:
    """Write all findings; GitLab compares fingerprints between branches."""
    seen: dict[str, int] = {}
    return json_document([_issue(told, seen) for told in report.told])


def _issue(told: Told, seen: dict[str, int]) -> dict[str, object]:
    found = told.diagnostic
    return {
        "description": f"{told.wording.text} {told.wording.help}".strip(),
        "check_name": found.rule,
        "fingerprint": _fingerprint(told, seen),
        "severity": _SEVERITY[found.severity],
        "location": {
            "path": found.place.file,
            "lines": {"begin": found.place.line},
            "positions": {
                "begin": {"line": found.place.line, "column": found.place.column},
                "end": {"line": found.place.end_line, "column": found.place.end_column},
            },
        },
    }


def _fingerprint(told: Told, seen: dict[str, int]) -> str:
    """Name a finding by what it says, not by its line, so that it survives a line above it."""
    found = told.diagnostic
    about = f"{found.rule}\0{found.wording}\0{found.place.file}\0{told.wording.text}"
    seen[about] = seen.get(about, 0) + 1
    return hashlib.sha256(f"{about}\0{seen[about]}".encode("utf-8", "surrogatepass")).hexdigest()
