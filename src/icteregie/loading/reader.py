"""One file read to the end: its text, its tree, everything the reader refuses, and where its values are."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

from icteregie.diagnostics.types import Keys, Place, Value
from icteregie.loading import decoding
from icteregie.loading.events import Tree, TreeBuilder
from icteregie.loading.faults import Fault, Span, ValueSpans
from icteregie.portfolio.coherence import FORMER_ID
from icteregie.portfolio.kinds import USUAL_BOUNDS, Bounds, bounds_of

MOST_CHARACTERS_SHOWN = 20
LEAST_KEYS_TWICE = 3
"""From so many keys given twice on, the title among them, a second initiative was pasted below the first."""
MOST_BYTES_SHOWN = 100_000
"""Of a file that is no text, this much can be shown."""
_LFS_POINTER = b"version https://git-lfs.github.com/spec/v1"
"""How a file starts that Git LFS left in the place of another."""
_SIGNS = (":", "-", ",", "[", "{", "?")


def read(data: bytes, bounds: Bounds = USUAL_BOUNDS) -> tuple[Tree | None, list[Fault]]:
    """Read the bytes of one file. The tree is None when nothing of it can be trusted."""
    if data.startswith(_LFS_POINTER):
        return None, [Fault("syntax", "git-lfs-pointer", Span(0, 0, 0, len(_LFS_POINTER)))]
    try:
        text = decoding.decode(data, bounds.kilobytes)
    except decoding.NotTextError as wrong:
        rule = "syntax" if wrong.wording == "too-large" else "encoding"
        span = Span(wrong.line, wrong.column, wrong.line, wrong.column + 1)
        return None, [Fault(rule, wrong.wording, span, wrong.values)]
    faults = text_faults(text, data)
    if faults:
        return None, faults
    return tree_of(text, bounds)


def tree_of(text: str, bounds: Bounds = USUAL_BOUNDS) -> tuple[Tree | None, list[Fault]]:
    """Read the text of one file, or of a part of it. The tree is None when nothing of it can be trusted."""
    can_swallow = may_swallow(text)
    counts = may_be_too_many(text, bounds.values)
    builder = TreeBuilder(most=bounds.values, counts=counts, keeps_plain=can_swallow)
    tree, faults = _build(builder, text)
    return tree, [*faults, *swallowed(text, builder.plain)] if can_swallow else faults


def may_be_too_many(text: str, most: int = USUAL_BOUNDS.values) -> bool:
    """Whether a text may hold more values than a file may have: each begins after one of a few signs."""
    return len(text) > most and sum(map(text.count, _SIGNS)) >= most


def value_spans(data: bytes, bounds: Bounds = USUAL_BOUNDS) -> dict[Keys, ValueSpans]:
    """Note where every value of a file stands, as far as it can be read."""
    noted: dict[Keys, ValueSpans] = {}
    with suppress(decoding.NotTextError):
        _build(TreeBuilder(noted, most=bounds.values), decoding.decode(data, bounds.kilobytes))
    return noted


def _build(builder: TreeBuilder, text: str) -> tuple[Tree | None, list[Fault]]:
    """Build the tree of a text, None when it can't be trusted, and list what is wrong with the text."""
    try:
        builder.build(text)
    except yaml.YAMLError as error:
        from icteregie.loading import parser_errors  # noqa: PLC0415 - few files are no YAML

        builder.plain.clear()
        if parser_errors.is_too_deep(error):
            # It looks ahead, and gives up before it says that the first level begins.
            shorter = TreeBuilder(builder.spans, most=builder.most)
            return _build(shorter, _up_to(text, error))
        return None, _with(builder.faults, parser_errors.name(error, text))
    builder.faults = _pasted_below(builder.faults)
    is_refused = any(fault.rule in ("syntax", "encoding") for fault in builder.faults)
    return (None if is_refused else builder.root), builder.faults


def _pasted_below(faults: list[Fault]) -> list[Fault]:
    """Report a second initiative below the first once, and not each of its keys as a key given twice."""
    twice = [fault for fault in faults if fault.rule == "duplicate-key" and len(fault.first) == 1]
    names = {fault.first[0] for fault in twice}
    if len(names) < LEAST_KEYS_TWICE or "title" not in names:
        return faults
    start = min(twice, key=lambda fault: fault.span.line)
    kept = [fault for fault in faults if fault not in twice]
    return [*kept, Fault("syntax", "second-initiative", start.span, {"key": str(start.first[0])})]


def _up_to(text: str, error: Any) -> str:
    """Cut off a text before the character that the parser gave up on."""
    mark = error.problem_mark
    lines = text.split("\n")[: mark.line + 1]
    return "\n".join([*lines[:-1], lines[-1][: mark.column - 1]])


def _with(faults: list[Fault], last: Fault) -> list[Fault]:
    """Add where the parser stopped, unless it is reported already, or follows from a quote that ran on."""
    is_reported = any(f.wording in ("quote-over-keys", last.wording) and _reaches(f, last) for f in faults)
    return faults if is_reported else [*faults, last]


def _reaches(fault: Fault, last: Fault) -> bool:
    return fault.span.line <= last.span.line <= fault.span.end_line


def text_faults(text: str, data: bytes) -> list[Fault]:
    """List what no text may hold: marks that a merge left, and characters that can't be seen."""
    markers = decoding.conflict_markers(text)
    faults = [Fault("syntax", "conflict-marker", Span(line, 0, line, 7)) for line in markers]
    odd = decoding.unwanted(text) if decoding.is_suspect(data) else []
    for index, name in odd[:MOST_CHARACTERS_SHOWN]:
        line, column = decoding.position(text, index)
        wording = "line-ending" if name.startswith(("U+000D", "U+2028", "U+2029", "U+0085")) else "character"
        faults.append(Fault("encoding", wording, Span(line, column, line, column + 1), {"character": name}))
    return faults


_MAY_SWALLOW = re.compile(r"[ \t]#[^\s#]")
_SWALLOWED = re.compile(r"[ \t]+(#[^\s#][^\r]*)")


def may_swallow(text: str) -> bool:
    """Say whether a comment without a space after its # stands behind anything at all."""
    return _MAY_SWALLOW.search(text) is not None


def swallowed(text: str, plain: Iterable[Any]) -> list[Fault]:
    """Find the comments without a space after their # that stand right behind unquoted texts.

    ``plain`` are the parser's events of these texts.
    """
    lines = text.split("\n")
    faults = (_behind(event, lines) for event in plain)
    return [fault for fault in faults if fault is not None]


def _behind(event: Any, lines: list[str]) -> Fault | None:
    row, column = event.end_mark.line, event.end_mark.column
    match = _SWALLOWED.match(lines[row], column) if row < len(lines) and event.value else None
    if match is None:
        return None
    span = Span(row, match.start(1), row, match.end(1))
    return Fault("lost-text", "", span, {"rest": match[1].rstrip()[:40]})


@dataclass(frozen=True, slots=True)
class Sources:
    """The bytes of every file that was read, by path from the root."""

    contents: Mapping[str, bytes] = field(default_factory=dict)

    def open(self, file: str, *, with_values: bool = True) -> "Source":
        """Give a file's lines and, ``with_values``, where its values are, which takes reading it again."""
        data, bounds = self.contents.get(file, b""), bounds_of(file)
        lines = tuple(_lines(data, bounds.kilobytes))
        if not with_values:
            return Source(file, lines, {})
        if file.endswith(".md"):
            return Source(file, lines, _line_spans(lines))
        return Source(file, lines, value_spans(data, bounds))


@dataclass(frozen=True, slots=True)
class Source:
    """One file opened to place things in: its lines, and where every value is."""

    file: str
    lines: tuple[str, ...]
    spans: Mapping[Keys, ValueSpans]

    def place(self, keys: Keys, *, on_key: bool = False) -> Place:
        """Find a value, or else the nearest mapping around it that the file does have."""
        known = keys = self._as_written(keys)
        while known and known not in self.spans:
            known = known[:-1]
        spans = self.spans.get(known)
        if spans is not None and not known and not on_key and self._is_seen(spans):
            return self.shown(spans.value)
        if not known or spans is None:
            return self.shown(Span(0, 0, 0, 0))
        is_around = known != keys and not spans.is_text
        only_key = on_key or is_around or _is_better_at_key(spans)
        return self.shown(spans.key if spans.key is not None and only_key else spans.value)

    def _as_written(self, keys: Keys) -> Keys:
        """Lead to where a value stands: an item without its list, an id by its former name."""
        written: Keys = ()
        for key in keys:
            if key != 0 or (*written, key) in self.spans:
                written = (*written, key)
        former = (*written[:-1], FORMER_ID)
        is_former = written[:1] == ("depends_on",) and written[-1] == "id" and written not in self.spans
        return former if is_former and former in self.spans else written

    def _is_seen(self, spans: ValueSpans) -> bool:
        """Say whether a whole file is a text or a list, below what stands above it as a comment."""
        start, end = (spans.value.line, spans.value.column), (spans.value.end_line, spans.value.end_column)
        return start != end if spans.is_text else (0,) in self.spans

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
        spans = self.spans.get(fault.first)
        return {**fault.values, "line": spans.key.line + 1 if spans and spans.key else 0}


def _line_spans(lines: Iterable[str]) -> dict[Keys, ValueSpans]:
    """Give each line of a text: there the way to a line is its number, counted from 0."""
    return {
        (number,): ValueSpans(None, Span(number, 0, number, len(line.rstrip("\r"))), is_text=True)
        for number, line in enumerate(lines)
    }


def _is_better_at_key(spans: ValueSpans) -> bool:
    """Whether the key shows better where a value is: it is a group on lines of its own, or a tall text."""
    # A group on lines of its own begins nowhere in particular: the parser gives it no width.
    start, end = (spans.value.line, spans.value.column), (spans.value.end_line, spans.value.end_column)
    is_below = (end[0] > start[0] or start == end) and not spans.is_text
    is_tall = spans.is_text and spans.key is not None and end[0] > start[0] == spans.key.line
    return is_below or is_tall


def _lines(data: bytes, kilobytes: int) -> list[str]:
    try:
        return decoding.decode(data, kilobytes).split("\n")
    except decoding.NotTextError:
        return data[:MOST_BYTES_SHOWN].decode("utf-8", "replace").split("\n")
