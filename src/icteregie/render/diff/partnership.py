"""The sections about the partnership, and about what could not be compared."""

from icteregie.render.diff.builder import SectionBuilder
from icteregie.render.document import Section
from icteregie.reports.diff.partnership import PartnershipChange, binding, descriptive
from icteregie.rules.catalogue import rule


def binding_changes(builder: SectionBuilder) -> list[Section]:
    """List what changes in what initiatives are judged by: dates, budgets, rules and thresholds."""
    rows = tuple(
        (*_row(change, builder), builder.text(f"effect.{change.effect}"))
        for change in binding(builder.report.partnership)
    )
    columns = builder.columns("what", "was", "becomes", "effect")
    return builder.section(builder.text("section.heavy"), columns, rows, intro=(builder.text("intro.heavy"),))


def descriptive_changes(builder: SectionBuilder) -> list[Section]:
    """List what else changes in the partnership."""
    rows = tuple(_row(change, builder) for change in descriptive(builder.report.partnership))
    return builder.section(builder.text("section.light"), builder.columns("what", "was", "becomes"), rows)


def left_out(builder: SectionBuilder) -> list[Section]:
    """Name the files that are not compared."""
    rows = tuple(
        (out.file, builder.text(f"where.{out.where}"), builder.text(f"reason.{out.reason}"))
        for out in builder.report.left_out
    )
    columns = builder.columns("file", "where", "reason")
    return builder.section(
        builder.text("section.left_out"), columns, rows, intro=(builder.text("intro.left_out"),)
    )


def _row(partnership_change: PartnershipChange, builder: SectionBuilder) -> tuple[str, ...]:
    change, values = partnership_change.change, builder.values
    before, after = values.both(change)
    if change.keys == ("rules", "level") and (known := rule(change.path.parts[1])):
        before = before if change.before else values.by_default(change, known.severity)
        after = after if change.after else values.by_default(change, known.severity)
    return values.label(change.path), before, after
