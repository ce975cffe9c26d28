"""The sections about findings: new, saying something else, and solved; with names in place of ids."""

from collections import Counter
from collections.abc import Iterator

from icteregie.diagnostics.types import Diagnostic
from icteregie.messages.catalogue import term, word
from icteregie.render.diff.builder import SectionBuilder
from icteregie.render.document import Section
from icteregie.reports.agenda.with_titles import with_titles


def new(builder: SectionBuilder) -> list[Section]:
    """List the findings that the change brings, errors first."""
    return _section("new", builder.report.findings.new, builder)


def solved(builder: SectionBuilder) -> list[Section]:
    """List the findings that the change solves, errors first."""
    return _section("solved", builder.report.findings.solved, builder)


def other(builder: SectionBuilder) -> list[Section]:
    """List the findings that say something else than before about the same thing."""
    same = [pair for pair in builder.report.findings.changed if pair[0].values == pair[1].values]
    items = tuple(
        builder.text(
            "word.finding-changed",
            severity=_severity(now, builder),
            text=_text(now, builder),
            before=_text(was, builder),
        )
        for was, now in builder.report.findings.changed
        if (was, now) not in same
    )
    return builder.section(builder.text("section.other"), items=(*_severity_changes(same, builder), *items))


def _severity_changes(pairs: list[tuple[Diagnostic, Diagnostic]], builder: SectionBuilder) -> Iterator[str]:
    """Count by rule what says the same and has another severity."""
    counted = Counter((now.rule, was.severity, now.severity) for was, now in pairs)
    for (name, before, after), number in sorted(counted.items()):
        severities = (term(builder.language, "severity", severity) for severity in (before, after))
        yield builder.text(
            "word.weighs", rule=name, count=number, **dict(zip(("before", "after"), severities, strict=True))
        )


def _section(name: str, findings: tuple[Diagnostic, ...], builder: SectionBuilder) -> list[Section]:
    items = tuple(
        builder.text("word.finding", severity=_severity(finding, builder), text=_text(finding, builder))
        for finding in sorted(findings, key=lambda finding: finding.severity)
    )
    return builder.section(builder.text(f"section.{name}"), items=items)


def _severity(finding: Diagnostic, builder: SectionBuilder) -> str:
    name = term(builder.language, "severity", finding.severity)
    return name[:1].upper() + name[1:]


def _text(finding: Diagnostic, builder: SectionBuilder) -> str:
    return word(with_titles(finding, builder.values.display_names), builder.language).text
