"""A bash command line: taken apart up to the cursor, and words written so that bash takes them as text."""

import re
from dataclasses import dataclass

_SPECIAL = re.compile(r"""[\\\s"'$`!&;|()<>*?\[\]{}~#^]""")
_IN_DOUBLE = '"\\$`'
"""What a backslash takes the meaning from between double quotes."""
_ENDS = " \t\n<>"
_SEPARATORS = ";|&()"


@dataclass(slots=True)
class Line:
    """A line up to the cursor: the words before it, and the ``current`` one as far as it was typed.

    ``quote`` is the quotation mark that is still open, or "". The first ``kept`` characters of the
    current word stay on the line: bash takes the word to begin only after them.
    """

    words: tuple[str, ...] = ()
    current: str = ""
    quote: str = ""
    kept: int = 0


class _Reader:
    """Reads a line character by character, as bash does."""

    def __init__(self, breaks: str) -> None:
        self.breaks = breaks
        self.words: list[str] = []
        self.start()

    def start(self) -> None:
        self.current, self.quote, self.kept, self.kept_before = "", "", 0, 0
        self.is_escaped = self.is_begun = False

    def end(self) -> None:
        if self.is_begun:
            self.words.append(self.current)
        self.start()

    def take(self, sign: str) -> None:
        if self.is_escaped:
            self.current += sign if self.quote != '"' or sign in _IN_DOUBLE else f"\\{sign}"
            self.is_escaped = False
        elif sign == "\\" and self.quote != "'":
            self.is_escaped = self.is_begun = True
        elif self.quote:
            self._take_quoted(sign)
        elif sign in "'\"":
            self.quote, self.kept_before, self.kept = sign, self.kept, len(self.current)
            self.is_begun = True
        elif sign in _ENDS:
            self.end()
        elif sign in _SEPARATORS:
            self.start()
            self.words.clear()
        else:
            self.current, self.is_begun = self.current + sign, True
            self.kept = len(self.current) if sign in self.breaks else self.kept

    def _take_quoted(self, sign: str) -> None:
        if sign == self.quote:
            self.quote, self.kept = "", self.kept_before
        else:
            self.current += sign


def line(text: str, breaks: str) -> Line:
    """Take the last command of a line apart; ``breaks`` are the signs after which bash begins a word."""
    reader = _Reader(breaks)
    for sign in text:
        reader.take(sign)
    return Line(tuple(reader.words), reader.current, reader.quote, reader.kept)


def quoted(text: str, quote: str = "") -> str | None:
    """Write a text as (part of) a word; None where it can't be written within the ``quote`` that is open."""
    if quote == "'":
        return None if "'" in text else text
    if quote:
        return None if "!" in text else "".join(f"\\{s}" if s in _IN_DOUBLE else s for s in text)
    return _SPECIAL.sub(r"\\\g<0>", text)
