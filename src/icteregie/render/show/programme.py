"""The programme that an initiative is part of, and the parts of one that is a programme."""

from collections.abc import Iterator

from icteregie.analysis.programmes import Programme
from icteregie.render.document import Section
from icteregie.render.show.builder import Columns, SectionBuilder
from icteregie.render.tables.table import Table

PARTS: Columns = (
    ("part", "text", ""),
    ("title", "text", ""),
    ("status", "text", "status"),
    ("agenda", "number", ""),
    ("one_off", "euros", ""),
    ("recurring", "euros", ""),
)
SUMS: Columns = (
    ("kind", "text", ""),
    ("year", "number", ""),
    ("own", "euros", ""),
    ("parts", "euros", ""),
    ("total", "euros", ""),
)


def section(builder: SectionBuilder) -> Section | None:
    """Name the wholes, and list parts with their own costs, and what all costs together each year."""
    programme = builder.factsheet.programme
    facts = (
        builder.fact("part_of", _named(builder, builder.factsheet.wholes)),
        builder.fact("unknown_costs", programme.unknown if programme else ()),
    )
    tables = _tables(builder, programme) if programme else ()
    return builder.section("programme", facts, tables)


def _named(builder: SectionBuilder, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{builder.portfolio.initiatives[name].title} ({name})" for name in names)


def _tables(builder: SectionBuilder, programme: Programme) -> Iterator[Table]:
    yield builder.table(
        PARTS,
        [(p.id, p.title, p.status, p.agenda, p.one_off_total, p.recurring_most) for p in programme.parts],
    )
    yield builder.table(
        SUMS, [(builder.word(s.kind), s.year, s.own, s.parts, s.total) for s in programme.sums]
    )
