"""Findings for people, editors and problem matchers: place, message, the line, what to do."""

from collections.abc import Iterator

from icteregie.diagnostics.types import Place
from icteregie.escape.terminal import terminal, width
from icteregie.messages.catalogue import sentence, term
from icteregie.render.findings.report import FindingsReport, WordedFinding, unjudged, unjudged_rules

MOST_EXCERPT = 160


def render(report: FindingsReport) -> str:
    """Write every finding, then what could not be checked for that reason, then the summary line."""
    lines = [line for worded in report.findings for line in _finding(worded, report)]
    return "\n".join([*lines, *_not_judged(report), terminal(report.summary)]) + "\n"


def _not_judged(report: FindingsReport) -> Iterator[str]:
    """Say in one sentence which files were not judged; the rules are named for who asks for more."""
    yield from map(terminal, unjudged(report))
    if report.is_verbose:
        yield from map(terminal, unjudged_rules(report))


def _finding(worded: WordedFinding, report: FindingsReport) -> Iterator[str]:
    finding, language = worded.diagnostic, report.language
    place = finding.place
    where = f"{terminal(report.here.path(place.file))}:{place.line}:{place.column}"
    severity = term(language, "severity", finding.severity)
    yield f"{where}: {severity}: {terminal(worded.wording.text)} [{finding.rule}]"
    yield from _excerpt(place)
    if worded.wording.help:
        yield f"  {sentence(language, 'help')}: {terminal(worded.wording.help)}"
    yield ""


def _excerpt(place: Place) -> Iterator[str]:
    if not place.excerpt.strip():
        return
    shown = place.excerpt[:MOST_EXCERPT].replace("\t", " ")
    yield f"{place.line:>5} | {terminal(shown)}"
    if place.column <= len(shown):
        start = place.column - 1
        end = place.end_column - 1 if place.end_line == place.line else len(shown)
        # What can't be seen is shown as a code, and some signs are wide: the caret follows them.
        before, marked = terminal(shown[:start]), terminal(shown[start:end])
        yield f"{'':>5} | {' ' * width(before)}{'^' * max(1, width(marked))}"
