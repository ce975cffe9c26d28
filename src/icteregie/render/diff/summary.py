"""The one sentence that says what a change does, and what was compared."""

from collections.abc import Iterator

from icteregie.render.diff.builder import SectionBuilder
from icteregie.reports.diff.view import ComparedState
from icteregie.reports.diff.years import YearEffect

SHORT = 10
"""Of a commit's name this much is shmatches."""
MOST_YEARS = 3
"""Of more agenda years than this, the sentence has the first."""


def summary(builder: SectionBuilder) -> str:
    """Say in one sentence what the change does, for someone who has never seen the tool."""
    if builder.report.is_empty:
        return builder.text("lead.nothing-compared" if builder.report.left_out else "lead.nothing")
    clauses = tuple(_clauses(builder)) or (builder.text("lead.other"),)
    return builder.text("lead.whole", clauses=clauses)


def compared(builder: SectionBuilder) -> tuple[str, ...]:
    """Say what was compared, and whether anything could not be."""
    report = builder.report
    head = _named(report.head) if report.head.commit else builder.text("lead.disk")
    lines = [builder.text("lead.compared", base=_named(report.base), head=head)]
    if report.left_out:
        files = len({out.file for out in report.left_out})
        lines.append(builder.text("lead.left-out", count=files))
    return tuple(lines)


def _named(state: ComparedState) -> str:
    name = short_name(state)
    return name if state.commit.startswith(name) else f"{name} ({state.commit[:SHORT]})"


def short_name(state: ComparedState) -> str:
    """Give what a side was called; of a whole commit id the start."""
    return state.name[:SHORT] if state.commit.startswith(state.name) else state.name


def _clauses(builder: SectionBuilder) -> Iterator[str]:
    report = builder.report
    for effect in ("looser", "stricter"):
        if number := sum(change.effect == effect for change in report.partnership):
            yield builder.text(f"lead.{effect}", count=number)
    matches = report.initiatives
    for name, initiatives in (("came", matches.came), ("went", matches.went)):
        if initiatives:
            yield builder.text(f"lead.{name}", count=len(initiatives), title=initiatives[0].title)
    if matches.changed:
        yield builder.text("lead.changed", count=len(matches.changed), title=matches.changed[0].after.title)
    yield from _of_members(builder)
    for effect_of_year in report.years[:MOST_YEARS]:
        yield from _money(effect_of_year, builder)
    yield from _time_and_findings(builder)


def _of_members(builder: SectionBuilder) -> Iterator[str]:
    ambitions, applications = builder.report.ambitions, builder.report.landscapes
    counts = (
        ("lead.ambitions-came", len(ambitions.came)),
        ("lead.ambitions-went", len(ambitions.went)),
        ("lead.ambitions-changed", len(ambitions.changed)),
        ("lead.applications-came", len(applications.came)),
        ("lead.applications-went", len(applications.went)),
        ("lead.applications-changed", len(applications.changed)),
        ("lead.plans", len(builder.report.plans)),
        ("lead.checked", len(ambitions.checked) + len(applications.checked)),
    )
    for name, count in counts:
        if count:
            yield builder.text(name, count=count)


def _money(effect: YearEffect, builder: SectionBuilder) -> Iterator[str]:
    was, becomes = (effect.before.asked, effect.after.asked)
    if was != becomes:
        name = "dearer" if becomes > was else "cheaper"
        yield builder.text(f"lead.{name}", year=effect.year, amount=abs(becomes - was))


def _time_and_findings(builder: SectionBuilder) -> Iterator[str]:
    report = builder.report
    if later := sum(shift.end_days > 0 for shift in report.shifts):
        yield builder.text("lead.later", count=later)
    if missed := sum(shift.missed is not None for shift in report.shifts):
        yield builder.text("lead.missed", count=missed)
    for severity, name in (("error", "errors"), ("warning", "warnings")):
        if number := sum(finding.severity == severity for finding in report.findings.new):
            yield builder.text(f"lead.{name}", count=number)
    if report.findings.solved:
        yield builder.text("lead.solved", count=len(report.findings.solved))
