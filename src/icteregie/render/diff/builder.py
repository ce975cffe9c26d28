"""Builds the sections of a comparison in one language."""

from dataclasses import dataclass

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.diff.values import ValueWriter, value_writer
from icteregie.render.document import Block, Item, ItemList, Paragraph, Section
from icteregie.render.member_words import MemberWords, member_words
from icteregie.render.tables.table import Cell, Column, Table
from icteregie.reports.diff.view import DiffReport


@dataclass(frozen=True, slots=True)
class SectionBuilder:
    """Puts a comparison into the words of one language; ``values`` writes what changed."""

    report: DiffReport
    language: Language
    values: ValueWriter
    member_words: MemberWords

    def text(self, name: str, /, **values: str | int | tuple[str, ...]) -> str:
        """Give a sentence of this command."""
        return sentence(self.language, f"commands/diff/{name}", **self.member_words.values, **values)

    def columns(self, *names: str, numbers: tuple[str, ...] = ()) -> tuple[Column, ...]:
        """Make columns; ``numbers`` are aligned to the right."""
        return tuple(
            Column(name, self.text(f"column.{name}"), "euros" if name in numbers else "text")
            for name in names
        )

    def section(
        self,
        heading: str,
        columns: tuple[Column, ...] = (),
        rows: tuple[tuple[str, ...], ...] = (),
        *,
        items: tuple[str, ...] = (),
        intro: tuple[str, ...] = (),
    ) -> list[Section]:
        """Make a section, or none when there is nothing in it."""
        if not rows and not items:
            return []
        blocks: list[Block] = [Paragraph(line) for line in intro]
        blocks += [plain_table(columns, rows)] if rows else []
        blocks += [ItemList(tuple(Item(item) for item in items))] if items else []
        return [Section(heading, tuple(blocks))]


def section_builder(report: DiffReport, language: Language) -> SectionBuilder:
    """Make the builder of a comparison, which knows the names of both sides."""
    words = member_words(report.basis.portfolio.partnership, language)
    return SectionBuilder(report, language, value_writer(report, language), words)


def plain_table(columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    """Make a table of texts that are the same for people and for programs."""
    return Table(columns, tuple(tuple(Cell(text, text) for text in row) for row in rows))
