"""What a comparison tells, section by section, whatever the form."""

from dataclasses import dataclass

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.tables.table import Cell, Column, Kind, Table
from icteregie.reports.diff.view import Comparison


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison, the language, and what its sides are called; a commit "" is the files on disk."""

    view: Comparison
    language: Language
    base: str
    base_commit: str
    head: str
    head_commit: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, an explanation, and rows: of a table, or sentences apart."""

    heading: str
    intro: tuple[str, ...] = ()
    table: Table | None = None
    items: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many rows it has."""
        return len(self.table.rows) if self.table else len(self.items)


@dataclass(frozen=True, slots=True)
class Teller:
    """Makes sections in one language."""

    language: Language

    def say(self, name: str, /, **values: str | int | tuple[str, ...]) -> str:
        """Give a sentence of the catalogue of this story."""
        return sentence(self.language, f"commands/diff/{name}", **values)

    def columns(self, *names: str, numbers: tuple[str, ...] = ()) -> tuple[Column, ...]:
        """Make columns; ``numbers`` stand to the right."""
        return tuple(
            Column(name, self.say(f"column.{name}"), "euros" if name in numbers else "text") for name in names
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
        cells = tuple(tuple(Cell(text, text) for text in row) for row in rows)
        return [Section(heading, intro, Table(columns, cells) if rows else None, items)]


def euros_column(key: str, heading: str, kind: Kind = "euros") -> Column:
    """Make a column of amounts."""
    return Column(key, heading, kind)
