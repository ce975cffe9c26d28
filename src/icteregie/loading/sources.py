"""The bytes of every file that was read, and the line and column of what is in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from icteregie.diagnostics.types import Keys, Place, Value
from icteregie.loading import reader
from icteregie.loading.decoding import NotTextError, decode
from icteregie.loading.faults import Fault, Span, Spot
from icteregie.portfolio.coherence import FORMER_ID
from icteregie.portfolio.kinds import bounds_of

MOST_BYTES_SHOWN = 100_000
"""Of a file that is no text, this much can be shown."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The bytes of every file that was read, by path from the root."""

    contents: Mapping[str, bytes] = field(default_factory=dict)

    def open(self, file: str, *, with_values: bool = True) -> "Source":
        """Give a file's lines and, ``with_values``, where its values are, which takes reading it again."""
        data, bounds = self.contents.get(file, b""), bounds_of(file)
        lines = tuple(_lines(data, bounds.kilobytes))
        return Source(file, lines, reader.spots(data, bounds) if with_values else {})


@dataclass(frozen=True, slots=True)
class Source:
    """One file opened to place things in: its lines, and where every value is."""

    file: str
    lines: tuple[str, ...]
    spots: Mapping[Keys, Spot]

    def place(self, keys: Keys, *, on_key: bool = False) -> Place:
        """Find a value, or else the nearest mapping around it that the file does have."""
        known = keys = self._as_written(keys)
        while known and known not in self.spots:
            known = known[:-1]
        spot = self.spots.get(known)
        if spot is not None and not known and not on_key and self._is_seen(spot):
            return self.shown(spot.value)
        if not known or spot is None:
            return self.shown(Span(0, 0, 0, 0))
        is_around = known != keys and not spot.is_text
        only_key = on_key or is_around or _is_better_at_key(spot)
        return self.shown(spot.key if spot.key is not None and only_key else spot.value)

    def _as_written(self, keys: Keys) -> Keys:
        """Lead to where a value stands: an item without its list, an id by its former name."""
        written: Keys = ()
        for key in keys:
            if key != 0 or (*written, key) in self.spots:
                written = (*written, key)
        former = (*written[:-1], FORMER_ID)
        is_former = written[:1] == ("depends_on",) and written[-1] == "id" and written not in self.spots
        return former if is_former and former in self.spots else written

    def _is_seen(self, whole: Spot) -> bool:
        """Say whether a whole file is a text or a list, below what stands above it as a comment."""
        start, end = (whole.value.line, whole.value.column), (whole.value.end_line, whole.value.end_column)
        return start != end if whole.is_text else (0,) in self.spots

    def shown(self, span: Span) -> Place:
        """Turn a span into a place that counts from 1 and shows its first line."""
        excerpt = self.lines[span.line].rstrip("\r") if span.line < len(self.lines) else ""
        return Place(
            self.file, span.line + 1, span.column + 1, span.end_line + 1, span.end_column + 1, excerpt
        )

    def values(self, fault: Fault) -> Mapping[str, Value]:
        """Give what the message of a fault can print, with the line of a key that was given before."""
        if not fault.first:
            return fault.values
        spot = self.spots.get(fault.first)
        return {**fault.values, "line": spot.key.line + 1 if spot and spot.key else 0}


def _is_better_at_key(spot: Spot) -> bool:
    """Whether the key shows better where a value is: it is a group on lines of its own, or a tall text."""
    # A group on lines of its own begins nowhere in particular: the parser gives it no width.
    start, end = (spot.value.line, spot.value.column), (spot.value.end_line, spot.value.end_column)
    is_below = (end[0] > start[0] or start == end) and not spot.is_text
    is_tall = spot.is_text and spot.key is not None and end[0] > start[0] == spot.key.line
    return is_below or is_tall


def _lines(data: bytes, kilobytes: int) -> list[str]:
    try:
        return decode(data, kilobytes).split("\n")
    except NotTextError:
        return data[:MOST_BYTES_SHOWN].decode("utf-8", "replace").split("\n")
