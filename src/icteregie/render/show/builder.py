"""Builds the sections of a factsheet in one language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.arrivals import Span
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.document import Block, Fact, Facts, Section
from icteregie.render.member_words import member_words
from icteregie.render.tables.initiatives import member_word
from icteregie.render.tables.span import span_cell
from icteregie.render.tables.table import Cell, Column, Data, Kind, Table, cell, written
from icteregie.reports.show import Factsheet

Columns: TypeAlias = tuple[tuple[str, Kind, str], ...]
"""Columns of a small table: key, what the cells hold, and the list of words for them or ""."""


@dataclass(frozen=True, slots=True)
class SheetBuilder:
    """Puts what a file says of one thing into the words of one language."""

    portfolio: Portfolio
    language: Language

    @property
    def partnership(self) -> Partnership:
        """The partnership, for the names of its parts."""
        return self.portfolio.partnership

    def section(
        self, name: str, facts: Iterable[Fact | None], tables: Iterable[Table] = ()
    ) -> Section | None:
        """Put together what there is; None when there is nothing."""
        present = tuple(fact for fact in facts if fact is not None)
        blocks: list[Block] = [Facts(present)] if present else []
        blocks += [table for table in tables if table.rows]
        if not blocks:
            return None
        return Section(sentence(self.language, f"commands/show/section.{name}"), tuple(blocks))

    def fact(self, key: str, data: Data, kind: Kind = "text", terms: str = "") -> Fact | None:
        """Put a value behind the heading of its key; None when it is not there."""
        if data is None or data == ():
            return None
        return Fact(self.heading(key), written(data, kind, self.language, terms), key=key)

    def day(self, key: str, day: date | None, span: Span | None) -> Fact | None:
        """Put a day behind the heading of its key, or the days between which lost history has to tell it."""
        return Fact(self.heading(key), span_cell(span, self.language).words) if span else self.fact(key, day)

    def table(self, columns: Columns, rows: Iterable[Sequence[Data]]) -> Table:
        """Build a table without its empty columns."""
        values = list(zip(*rows, strict=True))
        kept = [n for n, column in enumerate(values) if any(data not in (None, ()) for data in column)]
        heads = tuple([Column(columns[n][0], self.heading(columns[n][0]), columns[n][1]) for n in kept])
        cells = [self._cells(columns[n], values[n]) for n in kept]
        return Table(heads, tuple(zip(*cells, strict=True)))

    def _cells(self, column: tuple[str, Kind, str], values: Iterable[Data]) -> list[Cell]:
        _, kind, terms = column
        return [cell(data, kind, self.language, terms) for data in values]

    def heading(self, key: str) -> str:
        """Give the heading that stands for a key."""
        if key == "member":
            return member_words(self.portfolio.partnership, self.language).heading
        return sentence(self.language, f"columns/heading.{key}")

    def word(self, name: str) -> str:
        """Give one of the words that tables use."""
        return sentence(self.language, f"columns/word.{name}")

    def member(self, name: str) -> str:
        """Give the name of a member."""
        return member_word(self.portfolio.partnership, name, self.language)


@dataclass(frozen=True, slots=True)
class SectionBuilder(SheetBuilder):
    """Puts what one initiative says into the words of one language."""

    factsheet: Factsheet

    @property
    def initiative(self) -> Initiative:
        """The initiative itself."""
        return self.factsheet.initiative
