"""A paper before it has a format: blocks of runs of text, tables and drawings, and what its footer says.

Nothing here is escaped. A writer (Word, PDF, HTML) escapes each run once, for its own format, so that a text
from a file stays text whatever it looks like.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from icteregie.portfolio.partnership import Language

Emphasis: TypeAlias = Literal["plain", "strong", "italic", "code"]
Align: TypeAlias = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one shape; ``target`` is the anchor in this paper that it leads to, or "".

    A line feed in it is a new line within the paragraph, point or cell; no text from a file has one.
    """

    text: str
    emphasis: Emphasis = "plain"
    target: str = ""


Text: TypeAlias = tuple[Run, ...]
"""What stands in a paragraph, a point or a cell."""


def plain(text: Text) -> str:
    """Give a text without its shapes."""
    return "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level, counted from 1 below the title; ``anchor`` is where runs lead to."""

    text: Text
    level: int
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    text: Text


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a list; ``depth`` counts from 1."""

    text: Text
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points; ``first`` is the number of the first one, None for points without numbers."""

    points: tuple[Point, ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column of a table."""

    text: Text
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; without ``heads`` each row is a label and what belongs to it.

    ``totals`` counts the rows at the end that add up those above them. ``weights`` has for each column its
    part of the width, measured in letters. A wide grid needs a page in landscape.
    """

    heads: tuple[Head, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Text = ()
    totals: int = 0
    weights: tuple[int, ...] = ()
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as an SVG document, with the words for who can't see it and those below it."""

    svg: str
    alternative: str
    caption: Text = ()


@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins on a new page; ``name`` is for a file of its own when the paper is split.

    One that ``is_file_only`` begins no page: ``render.paper.split`` takes it away before a writer sees it.
    """

    name: str = ""
    is_file_only: bool = False


Block: TypeAlias = Heading | Prose | Points | Grid | Drawing | Break


@dataclass(frozen=True, slots=True)
class Paper:
    """A document for a meeting.

    A writer prints the title, and below it partnership, state and day: the blocks don't repeat them.
    ``state`` is a word such as "voorstel"; ``day`` is the day that the paper shows; ``has_contents`` asks
    for a table of contents after the first break; ``is_one_page`` asks for narrow margins, where no house
    has set them.
    """

    title: str
    language: Language
    partnership: str
    state: str
    day: date
    blocks: tuple[Block, ...] = field(default=())
    has_contents: bool = False
    is_one_page: bool = False

    @property
    def state_beside_title(self) -> str:
        """The state, "" where the title says it."""
        return "" if self.state.casefold() in self.title.casefold() else self.state
