"""A table, ready for any form: headings, and cells that know what they are to people and to programs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from icteregie.messages import formats
from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import Period

Kind: TypeAlias = Literal["text", "euros", "number", "date", "period"]
Data: TypeAlias = str | int | Decimal | date | Period | tuple[str, ...] | None
"""What a cell holds: a text or the file's own word, whole euros, a number, a day, a period, names."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name for programs, its heading for people, and what its cells hold."""

    key: str
    heading: str
    kind: Kind = "text"

    @property
    def is_right(self) -> bool:
        """Whether its cells are aligned to the right, as amounts and numbers are."""
        return self.kind in ("euros", "number")


@dataclass(frozen=True, slots=True)
class Cell:
    """What programs read, and what people read in its place."""

    data: Data
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and rows that have a cell for each of them; in a document it can have a caption.

    ``totals`` are rows over all others. They end the table for people, and are no data.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    totals: tuple[tuple[Cell, ...], ...] = ()

    @property
    def shown(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows for people."""
        return (*self.rows, *self.totals)


def cell(data: Data, kind: Kind, language: Language, terms: str = "") -> Cell:
    """Make a cell; ``terms`` names the list of words that stand for the file's own words."""
    return Cell(data, written(data, kind, language, terms))


def written(data: Data, kind: Kind, language: Language, terms: str = "") -> str:
    """Write what a cell holds for people."""
    if isinstance(data, str):
        return term(language, terms, data) if terms else data
    if data is None:
        return ""
    if isinstance(data, (int, Decimal)):
        return _number(data, kind, language)
    if isinstance(data, tuple):
        return ", ".join([term(language, terms, name) for name in data] if terms else data)
    if isinstance(data, Period):
        return " – ".join(dict.fromkeys(map(str, data.moments)))
    return data.isoformat()


def _number(number: int | Decimal, kind: Kind, language: Language) -> str:
    if isinstance(number, Decimal):
        return formats.decimal(number, language)
    return formats.euros(number, language) if kind == "euros" else str(number)


def machine(data: Data) -> str | int | Decimal:
    """Write a value for programs in one cell: plain numbers, ISO dates, ids with spaces between."""
    if data is None:
        return ""
    if isinstance(data, Period):
        return f"{data.start}/{data.end}" if data.start else str(data.end)
    if isinstance(data, tuple):
        return " ".join(data)
    return data.isoformat() if isinstance(data, date) else data
