"""Why an application of a member is where it is: findings, its deadlines, and who answers them."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.unanswered.answers import NamedBy
from icteregie.diagnostics.types import Diagnostic
from icteregie.reports.application_deadlines import ApplicationDeadline, application_deadlines
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class WhyApplicationReport:
    """Everything that explains one application. The basis has as unreadable what couldn't be read."""

    basis: Basis
    each: MemberApplication
    file: str
    findings: tuple[Diagnostic, ...]
    deadlines: tuple[ApplicationDeadline, ...]


def why_application_report(
    basis: Basis, findings: Iterable[Diagnostic], each: MemberApplication, file: str, lines: range
) -> WhyApplicationReport:
    """Explain one application; ``lines`` are those that its file spends on it."""
    own = tuple(
        finding
        for finding in findings
        if finding.severity != "note" and (_is_at(finding, file, lines) or _names(finding, each.id))
    )
    deadlines = application_deadlines(basis.portfolio, each, basis.day, NamedBy(basis.portfolio))
    return WhyApplicationReport(basis, each, file, own, deadlines)


def _is_at(finding: Diagnostic, file: str, lines: range) -> bool:
    return any(place.file == file and place.line in lines for place in (finding.place, *finding.related))


def _names(finding: Diagnostic, name: str) -> bool:
    values = finding.values.values()
    return any(name in value if isinstance(value, tuple) else value == name for value in values)
