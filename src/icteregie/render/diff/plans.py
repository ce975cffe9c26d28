"""The section about the plans that are kept."""

from icteregie.render.diff.builder import SectionBuilder
from icteregie.render.document import Section


def plans(builder: SectionBuilder) -> list[Section]:
    """List what changes in each plan, a row for every value."""
    rows = []
    for plan in builder.report.plans:
        for place, change in enumerate(plan.changes):
            year = "" if place else str(plan.year)
            rows.append((year, builder.values.label(change.path), *builder.values.both(change)))
    columns = builder.columns("plan", "what", "was", "becomes")
    return builder.section(builder.text("section.plans"), columns, tuple(rows))
