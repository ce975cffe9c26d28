"""The table of a section for programs: a column for each value, called by its key."""

from collections.abc import Iterable, Sequence

from icteregie.portfolio.partnership import Language
from icteregie.render.tables.table import Column, Data, Kind, Table, cell


def plain_table(
    columns: Sequence[tuple[str, Kind]], rows: Iterable[Sequence[Data]], language: Language
) -> Table:
    """Make a table of rows that have a value for each column."""
    return Table(
        tuple(Column(key, key, kind) for key, kind in columns),
        tuple(
            tuple(cell(value, kind, language) for (_, kind), value in zip(columns, row, strict=True))
            for row in rows
        ),
    )
