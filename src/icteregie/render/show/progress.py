"""What was adopted, what was promised since, and what the reports said."""

from icteregie.render.document import Fact, Section
from icteregie.render.show.builder import Columns, SectionBuilder
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


def section(builder: SectionBuilder) -> Section | None:
    """Describe the progress since adoption."""
    reports = [
        (p.date, p.time, p.cost, p.quality, p.spent, p.end.text if p.end else None, p.one_off, p.recurring)
        for p in builder.initiative.progress
    ]
    explanations = (Fact(p.date.isoformat(), p.text) for p in builder.initiative.progress if p.text)
    return builder.section(
        "course", explanations, (builder.table(PROMISES, _promises(builder)), builder.table(REPORTS, reports))
    )


def _promises(builder: SectionBuilder) -> list[tuple[Data, ...]]:
    first, later = builder.initiative.baseline, builder.initiative.rebaselines
    promises: list[tuple[Data, ...]] = []
    if first is not None:
        word = builder.word("baseline")
        promises.append((word, first.adopted, first.end.text, first.one_off, first.recurring, None))
    word = builder.word("rebaseline")
    promises += [(word, p.date, p.end.text, p.one_off, p.recurring, p.reason) for p in later]
    return promises
