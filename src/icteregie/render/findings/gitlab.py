"""Findings as a GitLab code quality report (a JSON list in Code Climate's form)."""

import hashlib

from icteregie.escape.json import json_document
from icteregie.render.findings.report import Report, Told

_SEVERITY = {"error": "major", "warning": "minor"}


def render(report: Report) -> str:
    """Write all findings; GitLab compares fingerprints between branches.

    Paths run from the top of the git repository, the only ones that GitLab knows.
    """
    seen: dict[str, int] = {}
    return json_document(
        [_issue(told, f"{report.above}{told.diagnostic.place.file}", seen) for told in report.told]
    )


def _issue(told: Told, path: str, seen: dict[str, int]) -> dict[str, object]:
    found = told.diagnostic
    return {
        "description": f"{told.wording.text} {told.wording.help}".strip(),
        "check_name": found.rule,
        "fingerprint": _fingerprint(told, path, seen),
        "severity": _SEVERITY[found.severity],
        "location": {
            "path": path,
            "lines": {"begin": found.place.line},
            "positions": {
                "begin": {"line": found.place.line, "column": found.place.column},
                "end": {"line": found.place.end_line, "column": found.place.end_column},
            },
        },
    }


def _fingerprint(told: Told, path: str, seen: dict[str, int]) -> str:
    """Name a finding by what it says, not by its line, so that it survives a line above it."""
    found = told.diagnostic
    about = f"{found.rule}\0{found.wording}\0{path}\0{told.wording.text}"
    seen[about] = seen.get(about, 0) + 1
    return hashlib.sha256(f"{about}\0{seen[about]}".encode("utf-8", "surrogatepass")).hexdigest()
