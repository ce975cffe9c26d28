"""Where every value of a text begins and ends, as positions in that text."""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from icteregie.diagnostics.types import Keys
from icteregie.editing.edits import RefusedEditError, dotted
from icteregie.loading import reader
from icteregie.loading.decoding import decode
from icteregie.loading.faults import ValueSpans
from icteregie.portfolio.kinds import Bounds

_BETWEEN = re.compile(r"(?:[\s,]|(?<=\s)#[^\n]*)*")
"""What can stand between the last value of braces or brackets and where these close."""
_COLON = re.compile(r"[ \t]*:")


@dataclass(frozen=True, slots=True)
class Marks:
    """A text with the marks of its values; every position counts characters from its start."""

    text: str
    spans: dict[Keys, ValueSpans]
    starts: tuple[int, ...]
    below: dict[Keys, list[Keys]] = field(default_factory=dict)

    def offset(self, line: int, column: int) -> int:
        """Give the position of a 0-based line and column."""
        return min(self.starts[line] + column, len(self.text)) if line < len(self.starts) else len(self.text)

    def key_start(self, keys: Keys) -> int:
        """Give where its key begins; of an item of a list, where its value does."""
        span = self.spans[keys].key
        return self.start(keys) if span is None else self.offset(span.line, span.column)

    def key_end(self, keys: Keys) -> int:
        """Give where its key ends."""
        span = self.spans[keys].key
        return self.start(keys) if span is None else self.offset(span.end_line, span.end_column)

    def start(self, keys: Keys) -> int:
        """Give where its value begins."""
        span = self.spans[keys].value
        return self.offset(span.line, span.column)

    def end(self, keys: Keys) -> int:
        """Give where its value ends, without what only follows it."""
        spans, children = self.spans[keys], self.below.get(keys, [])
        if spans.is_text:
            return self._end_of_text(keys)
        last = self.end(children[-1]) if children else self.start(keys) + 1
        if not self.is_flow(keys):
            return last
        between = _BETWEEN.match(self.text, last)
        closing = between.end() if between else last
        if self.text[closing : closing + 1] not in ("}", "]"):
            raise RefusedEditError("not-simple", key=dotted(keys))
        return closing + 1

    def _end_of_text(self, keys: Keys) -> int:
        span = self.spans[keys].value
        start, end = self.start(keys), self.offset(span.end_line, span.end_column)
        if self.is_empty(keys):
            colon = _COLON.match(self.text, self.key_end(keys))
            return colon.end() if colon and self.spans[keys].key is not None else end
        return start + len(self.text[start:end].rstrip()) if self.is_block_text(keys) else end

    def is_empty(self, keys: Keys) -> bool:
        """Whether nothing at all is written for it."""
        span = self.spans[keys].value
        is_nothing = (span.line, span.column) == (span.end_line, span.end_column)
        return self.spans[keys].is_text and is_nothing

    def is_block_text(self, keys: Keys) -> bool:
        """Whether its value is running text below its key, after ``|`` or ``>``."""
        return self.spans[keys].is_text and self.text[self.start(keys) : self.start(keys) + 1] in ("|", ">")

    def is_flow(self, keys: Keys) -> bool:
        """Whether its value stands between braces or brackets."""
        spans = self.spans[keys]
        is_wide = (spans.value.line, spans.value.column) != (spans.value.end_line, spans.value.end_column)
        # Of a list whose dashes stand right below its key, the reader marks the first dash.
        return not spans.is_text and is_wide and self.text[self.start(keys)] in "{["

    def is_in_flow(self, keys: Keys) -> bool:
        """Whether a value stands in braces or brackets of something around it."""
        return any(self.is_flow(keys[:length]) for length in range(len(keys)))

    def line_start(self, position: int) -> int:
        """Give where the line of a position begins."""
        return self.text.rfind("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Give where the line of a position ends, before what ends it."""
        end = self.text.find("\n", position)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > position and self.text[end - 1] == "\r" else end

    def line_break(self) -> str:
        """Give what ends a line in this text."""
        return "\r\n" if "\r\n" in self.text else "\n"


def marks(data: bytes, bounds: Bounds) -> Marks:
    """Mark a file that can be read."""
    text = decode(data, bounds.kilobytes)
    spans = reader.value_spans(data, bounds)
    below: dict[Keys, list[Keys]] = {}
    for keys in spans:
        if keys:
            below.setdefault(keys[:-1], []).append(keys)
    starts = (0, *accumulate(len(line) + 1 for line in text.split("\n")))
    return Marks(text, spans, starts[:-1], below)
