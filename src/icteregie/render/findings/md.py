"""Findings as Markdown, for a comment, an issue or a summary: how it stands, and a row for each.

A comment on GitHub holds at most 65,536 characters. What is written stays below that as
bytes, with room for a line above it, so that it also fits where bytes are counted.
"""

from icteregie.diagnostics.ceilings import SUMMARY_BYTES
from icteregie.escape.markdown import markdown
from icteregie.messages.catalogue import sentence, term
from icteregie.render.findings.report import FindingsReport, WordedFinding, unjudged_rules


def render(report: FindingsReport) -> str:
    """Write how it stands, the findings as far as they fit, and how many don't."""
    language = report.language
    top = f"**{markdown(report.summary)}**\n"
    notes = [_row(report, worded) for worded in report.notes]
    rows = [_row(report, worded) for worded in report.findings] + notes
    shown = _fitting(rows)
    heading = [sentence(language, f"findings-table.{name}") for name in ("weight", "where", "what", "rule")]
    table = [_line([*heading]), _line(["---"] * 4), *rows[:shown]]
    left = sentence(language, "findings-table.left", count=len(rows) - shown)
    parts = [top, "".join(table) if rows else "", f"{markdown(left)}\n" if shown < len(rows) else ""]
    more = unjudged_rules(report) if report.is_verbose else ()
    return "\n".join(part for part in (*parts, *(f"{markdown(line)}\n" for line in more)) if part)


def _fitting(rows: list[str]) -> int:
    """Count the rows that fit, from the top."""
    remaining = SUMMARY_BYTES
    for number, row in enumerate(rows):
        remaining -= len(row.encode("utf-8", "surrogatepass"))
        if remaining < 0:
            return number
    return len(rows)


def _row(report: FindingsReport, worded: WordedFinding) -> str:
    finding = worded.diagnostic
    cells = (
        term(report.language, "severity", finding.severity),
        f"{report.here.path(finding.place.file)}:{finding.place.line}",
        f"{worded.wording.text} {worded.wording.help}".strip(),
        finding.rule,
    )
    return _line([markdown(cell) for cell in cells])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
