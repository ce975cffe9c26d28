"""Findings as GitHub workflow commands, which GitHub shows at their line in a pull request.

GitHub shows ten errors and ten warnings a step, so the summary and the plain text follow.
"""

from icteregie.messages.catalogue import sentence
from icteregie.render import findings_text
from icteregie.render.escape import github_data, github_property
from icteregie.render.report import Report, Told

MOST_OF_A_KIND = 10


def render(report: Report) -> str:
    """Write annotations, errors first, and then the text report, between stop tokens."""
    shown: list[str] = []
    cut = False
    for severity in ("error", "warning"):
        own = [told for told in report.told if told.diagnostic.severity == severity]
        cut = cut or len(own) > MOST_OF_A_KIND
        shown += [_annotation(told) for told in own[:MOST_OF_A_KIND]]
    note = [sentence(report.language, "summary.cut", count=MOST_OF_A_KIND)] if cut else []
    return "\n".join([*shown, *note, _harmless(findings_text.render(report))])


def _annotation(told: Told) -> str:
    found = told.diagnostic
    place = found.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "endLine": str(place.end_line),
        "endColumn": str(place.end_column),
        "title": found.rule,
    }
    written = ",".join(f"{name}={github_property(value)}" for name, value in properties.items())
    return f"::{found.severity} {written}::{github_data(f'{told.wording.text} {told.wording.help}'.strip())}"


def _harmless(text: str) -> str:
    """Keep a line of the text report from being read as a command."""
    return "\n".join(
        f" {line}" if line.lstrip().startswith(("::", "##[")) else line for line in text.split("\n")
    )
