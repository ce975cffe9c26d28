"""When an initiative was filed, when it runs, and how far that can move."""

from icteregie.analysis.obligations import binding_deadline
from icteregie.portfolio.estimate import total
from icteregie.render.document import Section
from icteregie.render.show.builder import Columns, SectionBuilder

STEPS: Columns = (("step", "text", ""), ("end", "text", ""), ("decide", "text", ""), ("one_off", "euros", ""))
EXTERNAL: Columns = (("external", "text", ""), ("by", "date", ""))


def section(builder: SectionBuilder) -> Section | None:
    """Describe its dates, its steps, and what outside parties must deliver before which day."""
    initiative = builder.initiative
    window = initiative.window
    request = builder.factsheet.request
    is_known = request.source == "git"
    is_asked = is_known and request.is_asked
    facts = (
        builder.fact("agenda", initiative.agenda, "number"),
        builder.fact("submitted", initiative.submitted, "date"),
        builder.day(
            "arrived", builder.factsheet.arrived if is_known else None, builder.factsheet.arrived_span
        ),
        builder.day("asked", request.asked if is_asked else None, request.received_span),
        builder.day(
            "received",
            request.received if is_asked or request.is_recorded else None,
            request.received_span,
        ),
        builder.fact("complete", request.complete, "date"),
        builder.fact("period", initiative.period, "period"),
        builder.fact(
            "window",
            f"{window.earliest} – {window.latest}" if window else None,
        ),
        builder.fact("deadline", binding_deadline(initiative), "date"),
    )
    steps = [
        (step.name, step.end.text, step.decide, None if step.one_off is None else total(step.one_off))
        for step in initiative.steps
    ]
    tables = (
        builder.table(STEPS, steps),
        builder.table(EXTERNAL, [(party.what, party.by) for party in initiative.external]),
    )
    return builder.section("time", facts, tables)
