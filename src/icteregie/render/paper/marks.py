"""The values of a template behind marks: the text of a template is markup, and what fills it in never is.

A mark is a number between two characters of private use. What it stands for is in a table, so that such
characters in a text from a file can't be taken for a mark.
"""

import re
from dataclasses import dataclass, field

from icteregie.escape.unseen import on_one_line
from icteregie.messages.formats import unparted
from icteregie.render.paper.paper import Block

_OPEN, _CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


class Mark(str):
    """What takes the place of a value while a template is filled in."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give it to the template engine, which marks what has no such method."""
        return str(self)


@dataclass(frozen=True, slots=True)
class Marks:
    """The values of one paper: texts, whole numbers, and blocks that were made already."""

    values: list[str | int | tuple[Block, ...]] = field(default_factory=list)

    def __call__(self, value: object) -> Mark:
        """Put a value behind a mark."""
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return self._mark(value if is_number else spaced(str(value)))  # type: ignore[arg-type]

    def blocks(self, *blocks: Block) -> Mark:
        """Put blocks behind a mark, which stands on a line of its own."""
        return self._mark(blocks)

    def paragraphs(self, text: str) -> Mark:
        """Put each paragraph of a running text behind a mark of its own."""
        parts = re.split(r"\n\s*\n", text.strip())
        return Mark("\n\n".join(self(on_one_line(part)) for part in parts))

    def _mark(self, value: str | int | tuple[Block, ...]) -> Mark:
        self.values.append(value)
        return Mark(f"{_OPEN}{len(self.values) - 1}{_CLOSE}")


def spaced(text: str) -> str:
    """Put a text on one line with the spaces at its ends, and amounts and dates that stay on one line."""
    line = on_one_line(text)
    before, after = (" " if text[at : at + 1 or None].isspace() else "" for at in (0, -1))
    return unparted(f"{before}{line}{after}" if line else before)
