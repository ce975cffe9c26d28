"""A document before it has a format: a title, sections, and what stands in them as plain text.

Nothing here is escaped or wrapped: that is what the writers in ``render/writers`` do, each once.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.render.tables.table import Table

Emphasis: TypeAlias = Literal["plain", "strong", "light"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; formats that know no emphasis leave it out."""

    text: str
    emphasis: Emphasis = "plain"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its text, with further lines that belong to it; ``key`` names what it is, for programs."""

    label: str
    text: str
    details: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their texts, one below the other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Short statements, one a line; where lines would run together they become a list."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list; ``depth`` counts from 1, ``details`` are further lines that belong to it."""

    text: str
    depth: int = 1
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of points, which may lie below each other."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines whose spaces count, such as a plot; ``language`` is for formats that mark it."""

    lines: tuple[str, ...]
    language: str = "text"


Block: TypeAlias = Paragraph | Facts | Lines | ItemList | Table | Code


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a level, counted from 1, with the blocks below it."""

    heading: str
    blocks: tuple[Block, ...]
    level: int = 3


@dataclass(frozen=True, slots=True)
class Document:
    """A title with a line below it, blocks, sections, and closing blocks.

    Without a title it is part of something else. Closing blocks belong to no section.
    """

    title: str = ""
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Block, ...] = ()
    level: int = 2
