"""Findings as a GitLab code quality report (a JSON list in Code Climate's form)."""

import hashlib

from icteregie.escape.json import json_document
from icteregie.render.findings.report import FindingsReport, WordedFinding

_SEVERITY = {"error": "major", "warning": "minor"}


def render(report: FindingsReport) -> str:
    """Write all findings; GitLab compares fingerprints between branches.

    Paths run from the top of the git repository, the only ones that GitLab knows.
    """
    seen: dict[str, int] = {}
    return json_document(
        [_issue(worded, f"{report.above}{worded.diagnostic.place.file}", seen) for worded in report.findings]
    )


def _issue(worded: WordedFinding, path: str, seen: dict[str, int]) -> dict[str, object]:
    finding = worded.diagnostic
    return {
        "description": f"{worded.wording.text} {worded.wording.help}".strip(),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(worded, path, seen),
        "severity": _SEVERITY[finding.severity],
        "location": {
            "path": path,
            "lines": {"begin": finding.place.line},
            "positions": {
                "begin": {"line": finding.place.line, "column": finding.place.column},
                "end": {"line": finding.place.end_line, "column": finding.place.end_column},
            },
        },
    }


def _fingerprint(worded: WordedFinding, path: str, seen: dict[str, int]) -> str:
    """Name a finding by what it is about, not by its line or the language in which it is said.

    So it survives a line above it, and stays the same when a portfolio changes its language.
    """
    finding = worded.diagnostic
    values = "\0".join(f"{name}={value}" for name, value in sorted(finding.values.items()))
    about = f"{finding.rule}\0{finding.wording}\0{path}\0{values}"
    seen[about] = seen.get(about, 0) + 1
    return hashlib.sha256(f"{about}\0{seen[about]}".encode("utf-8", "surrogatepass")).hexdigest()
