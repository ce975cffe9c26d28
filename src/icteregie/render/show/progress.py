"""What was adopted, what was promised since, and what the reports said."""

from icteregie.render.show.builder import Columns, Fact, Section, Writer
from icteregie.render.tables.table import Data

PROMISES: Columns = (
    ("promise", "text", ""),
    ("date", "date", ""),
    ("end", "text", ""),
    ("one_off", "euros", ""),
    ("recurring", "euros", ""),
    ("reason", "text", ""),
)
REPORTS: Columns = (
    ("report", "date", ""),
    ("time", "text", "colour"),
    ("cost", "text", "colour"),
    ("quality", "text", "colour"),
    ("spent", "euros", ""),
    ("end", "text", ""),
    ("one_off", "euros", ""),
    ("recurring", "euros", ""),
)


def section(writer: Writer) -> Section | None:
    """Tell the course after adoption."""
    reports = [
        (p.date, p.time, p.cost, p.quality, p.spent, p.end.text if p.end else None, p.one_off, p.recurring)
        for p in writer.one.progress
    ]
    told = (Fact(p.date.isoformat(), p.text) for p in writer.one.progress if p.text)
    return writer.section(
        "course", told, (writer.table(PROMISES, _promises(writer)), writer.table(REPORTS, reports))
    )


def _promises(writer: Writer) -> list[tuple[Data, ...]]:
    first, later = writer.one.baseline, writer.one.rebaselines
    told: list[tuple[Data, ...]] = []
    if first is not None:
        word = writer.word("baseline")
        told.append((word, first.adopted, first.end.text, first.one_off, first.recurring, None))
    word = writer.word("rebaseline")
    told += [(word, p.date, p.end.text, p.one_off, p.recurring, p.reason) for p in later]
    return told
