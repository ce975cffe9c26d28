"""What was adopted, what was promised since, what the reports said, and what is foreseen by all that."""

from collections.abc import Iterator

from icteregie.analysis.facts import Quantity
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.progress import Progress
from icteregie.render.document import Fact, Section
from icteregie.render.foreseen import foreseen_notes
from icteregie.render.reasons import reasons
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
        (*_declared(p), p.spent, p.end.text if p.end else None, p.one_off_total, p.recurring)
        for p in builder.initiative.progress
    ]
    explanations = (Fact(p.date.isoformat(), p.text) for p in builder.initiative.progress if p.text)
    return builder.section(
        "course",
        (*_foreseen(builder), *explanations),
        (builder.table(PROMISES, _promises(builder)), builder.table(REPORTS, reports)),
    )


def _promises(builder: SectionBuilder) -> list[tuple[Data, ...]]:
    first, later = builder.initiative.baseline, builder.initiative.rebaselines
    promises: list[tuple[Data, ...]] = []
    if first is not None:
        word = builder.word("baseline")
        name = f"{word} ({first.step})" if first.step else word
        promises.append((name, first.adopted, first.end.text, first.one_off_total, first.recurring, None))
    word, language = builder.word("rebaseline"), builder.language
    promises += [(word, p.date, p.end.text, p.one_off, p.recurring, reasons(p, language)) for p in later]
    return promises


def _declared(report: Progress) -> tuple[Data, ...]:
    return report.date, report.time, report.cost, report.quality


def _foreseen(builder: SectionBuilder) -> Iterator[Fact]:
    """Say what is foreseen by which fact, once something was adopted or reported."""
    initiative, foreseen, language = builder.initiative, builder.factsheet.foreseen, builder.language
    if not (initiative.baseline or initiative.rebaselines or initiative.progress):
        return
    values: dict[Quantity, str | None] = {
        "end": formats.moment(foreseen.end_moment, language) if foreseen.end_moment else None,
        "one_off": _euros(builder, foreseen.one_off_total),
        "recurring": _euros(builder, foreseen.recurring_level),
    }
    for quantity, value in values.items():
        fact = foreseen.sources.get(quantity)
        if fact is not None and value is not None:
            text = sentence(language, f"foreseen.by-{fact.source}", value=value, day=fact.day)
            yield Fact(builder.heading(f"foreseen_{quantity}"), text)
    for note in foreseen_notes(foreseen, initiative.title, language):
        yield Fact(builder.heading("note"), note)


def _euros(builder: SectionBuilder, amount: int | None) -> str | None:
    return None if amount is None else formats.euros(amount, builder.language)
