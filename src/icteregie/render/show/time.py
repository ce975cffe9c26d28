"""When an initiative was filed, when it runs, and how far that can move."""

from icteregie.render.show.builder import Columns, Section, Writer

STEPS: Columns = (("step", "text", ""), ("end", "text", ""), ("decide", "text", ""))
EXTERNAL: Columns = (("external", "text", ""), ("by", "date", ""))


def section(writer: Writer) -> Section | None:
    """Tell its dates, its steps, and what outside parties must deliver before which day."""
    one = writer.one
    facts = (
        writer.fact("agenda", one.agenda, "number"),
        writer.fact("submitted", one.submitted, "date"),
        writer.fact("period", one.period, "period"),
        writer.fact("window", f"{one.window.earliest} – {one.window.latest}" if one.window else None),
        writer.fact("deadline", one.obligation.deadline if one.obligation else None, "date"),
    )
    tables = (
        writer.table(STEPS, [(step.name, step.end.text, step.decide) for step in one.steps]),
        writer.table(EXTERNAL, [(party.what, party.by) for party in one.external]),
    )
    return writer.section("time", facts, tables)
