"""Findings as GitHub workflow commands, which GitHub shows at their line in a pull request.

GitHub shows ten errors and ten warnings a step, so the summary and the plain text follow.
Paths run from the top of the git repository, the only ones that GitHub knows.
"""

import hashlib
from collections.abc import Iterator

from icteregie.escape.github import github_data, github_property
from icteregie.messages.catalogue import sentence
from icteregie.render.findings import text as findings_text
from icteregie.render.findings.report import FindingsReport, WordedFinding

MOST_OF_A_KIND = 10


def render(report: FindingsReport) -> str:
    """Write annotations, errors first, and then the text report, between stop tokens."""
    shown: list[str] = []
    cut = False
    for severity in ("error", "warning"):
        own = [worded for worded in report.findings if worded.diagnostic.severity == severity]
        cut = cut or len(own) > MOST_OF_A_KIND
        shown += [_annotation(worded, report.above) for worded in own[:MOST_OF_A_KIND]]
    note = [sentence(report.language, "summary.cut", count=MOST_OF_A_KIND)] if cut else []
    return "\n".join([*shown, *note, *_fenced(findings_text.render(report))])


def _annotation(worded: WordedFinding, above: str) -> str:
    finding = worded.diagnostic
    place = finding.place
    properties = {
        "file": f"{above}{place.file}",
        "line": str(place.line),
        "col": str(place.column),
        "endLine": str(place.end_line),
        "endColumn": str(place.end_column),
        "title": finding.rule,
    }
    written = ",".join(f"{name}={github_property(value)}" for name, value in properties.items())
    text = github_data(f"{worded.wording.text} {worded.wording.help}".strip())
    return f"::{finding.severity} {written}::{text}"


def _fenced(text: str) -> Iterator[str]:
    """Write a text between stop tokens, so that nothing in it is taken for a command.

    The runner looks for ``::`` after any space and for ``##[`` anywhere in a line. The token
    comes from the whole text, so that no text can hold it.
    """
    token = f"regie-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}"
    yield f"::stop-commands::{token}"
    yield text.removesuffix("\n")
    yield f"::{token}::\n"
