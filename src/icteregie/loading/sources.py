"""The bytes of every file that was read, and the line and column of any value in them."""

from dataclasses import dataclass, field

from icteregie.diagnostics.types import Address, Keys, Place
from icteregie.loading import reader
from icteregie.loading.decoding import NotTextError, decode
from icteregie.loading.events import Span, Spot


@dataclass(slots=True)
class Sources:
    """Looks up places. A file's places are worked out when the first is asked for."""

    contents: dict[str, bytes] = field(default_factory=dict)
    _file: str = ""
    _spots: dict[Keys, Spot] = field(default_factory=dict)
    _lines: list[str] = field(default_factory=list)

    def place(self, address: Address) -> Place:
        """Find a value, or else the nearest mapping around it that the file does have."""
        self._open(address.file)
        keys = address.keys
        while keys and keys not in self._spots:
            keys = keys[:-1]
        spot = self._spots.get(keys)
        if spot is not None and not keys and not address.on_key and self._is_seen(spot):
            return self.shown(address.file, spot.value)
        if not keys or spot is None:
            return self.shown(address.file, Span(0, 0, 0, 0))
        is_around = keys != address.keys and not spot.is_text
        # A group on lines of its own begins nowhere in particular: the parser gives it no width.
        start, end = (spot.value.line, spot.value.column), (spot.value.end_line, spot.value.end_column)
        is_below = (end[0] > start[0] or start == end) and not spot.is_text
        is_tall = spot.is_text and spot.key is not None and end[0] > start[0] == spot.key.line
        only_key = address.on_key or is_around or is_below or is_tall
        if spot.key is not None and only_key:
            return self.shown(address.file, spot.key)
        return self.shown(address.file, spot.value)

    def _is_seen(self, whole: Spot) -> bool:
        """Say whether a whole file is a text or a list, below what stands above it as a comment."""
        start, end = (whole.value.line, whole.value.column), (whole.value.end_line, whole.value.end_column)
        return start != end if whole.is_text else (0,) in self._spots

    def shown(self, file: str, span: Span) -> Place:
        """Turn a span into a place that counts from 1 and shows its first line."""
        self._open(file)
        excerpt = self._lines[span.line].rstrip("\r") if span.line < len(self._lines) else ""
        return Place(file, span.line + 1, span.column + 1, span.end_line + 1, span.end_column + 1, excerpt)

    def _open(self, file: str) -> None:
        if file == self._file:
            return
        data = self.contents.get(file, b"")
        self._file = file
        self._spots = reader.spots(data)
        try:
            self._lines = decode(data).split("\n")
        except NotTextError:
            self._lines = data[:100_000].decode("utf-8", "replace").split("\n")
