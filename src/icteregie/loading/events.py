"""From YAML text to plain mappings, lists and texts: the strict subset that regie reads.

The parser's events are read one by one, never a constructor: nothing is resolved, so
``no`` stays ``no`` and 30 February stays a text until its field reads it. Anchors, aliases,
tags, merge keys, directives and second documents are refused where they stand.
"""

from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from icteregie.diagnostics.ceilings import MOST_LEVELS
from icteregie.diagnostics.types import Keys, Value
from icteregie.loading.decoding import UNWANTED, name_of
from icteregie.loading.faults import (
    ABSENT,
    ODD_KEYS,
    Fault,
    Span,
    ValueSpans,
    decoration_faults,
    duplicate_key,
    fault_at,
    has_keys,
    key_fault,
    span_of,
)
from icteregie.portfolio.kinds import USUAL_BOUNDS

_QUOTES = ("'", '"')

Parser: Any = getattr(yaml, "CSafeLoader", None)
"""libyaml's parser; None without it. PyYAML's own takes other texts for YAML, so it is no stand-in."""
Tree: TypeAlias = str | dict[str, "Tree"] | list["Tree"]


class StopReadingError(Exception):
    """The rest of this file can't be read in a way that means anything."""


class TreeBuilder:
    """Builds the tree of one file from its events, and collects what it refuses.

    It stops at more than ``most`` values. With ``spans`` it also notes where every value is, which costs
    time: only files in which something must be placed need it. Every scalar of every file passes
    through ``_scalar``, where a line more is felt: values are counted only when they are noted or when
    ``counts`` says so, and unquoted texts are kept in ``plain`` only when ``keeps_plain`` says so.
    """

    __slots__ = (
        "_container",
        "_is_fast",
        "_key",
        "_key_span",
        "_lines",
        "_open",
        "_path",
        "_text",
        "documents",
        "faults",
        "keeps_plain",
        "most",
        "nodes",
        "plain",
        "root",
        "spans",
    )

    def __init__(
        self,
        spans: dict[Keys, ValueSpans] | None = None,
        *,
        most: int = USUAL_BOUNDS.values,
        counts: bool = False,
        keeps_plain: bool = False,
    ) -> None:
        self.root: Tree = ""
        self.faults: list[Fault] = []
        self.spans = spans
        self.most = most
        self.nodes = 0
        self.keeps_plain = keeps_plain
        self.plain: list[Any] = []
        self._is_fast = spans is None and not counts
        self.documents = 0
        self._text = ""
        self._lines: list[str] = []
        self._open: list[Any] = []
        self._path: list[Any] = []
        self._container: Any = None
        self._key: str | None = None
        self._key_span: Span | None = None

    def build(self, text: str) -> None:
        """Read the whole text; faults and the tree are there afterwards."""
        self._text = text
        parser = Parser(text)
        handlers = {
            ScalarEvent: self._kept_scalar if self.keeps_plain else self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
            DocumentEndEvent: _pass,
            StreamStartEvent: _pass,
            StreamEndEvent: _pass,
        }
        next_event = parser.get_event
        try:
            while (event := next_event()) is not None:
                handlers[event.__class__](event)
        except StopReadingError:
            if self.keeps_plain:
                self._keep_rest(next_event)
        finally:
            parser.dispose()

    def _keep_rest(self, next_event: Callable[[], Any]) -> None:
        """Go on for the unquoted texts only; there are none when the parser can't read to the end."""
        try:
            while (event := next_event()) is not None:
                if event.__class__ is ScalarEvent and not event.style:
                    self.plain.append(event)
        except yaml.YAMLError:
            self.plain.clear()

    def _kept_scalar(self, event: Any) -> None:
        if not event.style:
            self.plain.append(event)
        self._scalar(event)

    def _scalar(self, event: Any) -> None:
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self.faults += decoration_faults(event)
        if event.style:
            self._look_inside(event, text)
        container, key = self._container, self._key
        if container.__class__ is dict:
            if key is None:
                if text in container or text in ODD_KEYS or ":" in text or not text.isascii():
                    self._odd_key(text, event)
                self._key = text
                if self.spans is not None:
                    self._key_span = span_of(event)
                return
            if self._is_fast and text not in ABSENT and key not in container:
                container[key] = text
                self._key = None
                return
        self._place("" if text in ABSENT and event.implicit[0] else text, event)

    def _look_inside(self, event: Any, text: str) -> None:
        """Refuse what a text can hold only because it is written between quotation marks."""
        if event.style == '"' and (match := UNWANTED.search(text)):
            self._fault("encoding", "escaped", event, character=name_of(match[0]))
        first, last = event.start_mark.line, event.end_mark.line
        if first == last or event.style not in _QUOTES:
            return
        self._lines = self._lines or self._text.split("\n")
        if has_keys(self._lines, first, last):
            self._fault("syntax", "quote-over-keys", event, line=last + 1)

    def _place(self, value: Any, event: Any) -> None:
        """Put a value where it belongs; of two equal keys the first keeps its value."""
        self.nodes += 1
        if self.nodes > self.most:
            self._stop("too-many-values", event, most=self.most)
        container = self._container
        key: Any = self._key
        if key is not None:
            if key not in container:
                container[key] = value
            self._key = None
        elif container is None:
            self.root = value
        else:
            key = len(container)
            container.append(value)
        if self.spans is not None:
            self._note(key, value, event)
        if value.__class__ is not str:
            self._open.append(container)
            self._path.append(key)
            self._container = value

    def _note(self, key: Any, value: Any, event: Any) -> None:
        """Note where a value stands; of two equal keys, where the first one does."""
        path = () if self._container is None else (*self._path[1:], key)
        if self.spans is not None:
            self.spans.setdefault(path, ValueSpans(self._key_span, span_of(event), value.__class__ is str))
        self._key_span = None

    def _start(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self.faults += decoration_faults(event)
        if self._container.__class__ is dict and self._key is None:
            self._stop("key-is-not-text", event)
        if len(self._open) >= MOST_LEVELS:
            self._stop("too-deep", event, most=MOST_LEVELS)
        new: Tree = {} if event.__class__ is MappingStartEvent else []
        self._place(new, event)

    def _end(self, _event: Any) -> None:
        self._container = self._open.pop()
        self._path.pop()

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._stop("second-document", event)
        if event.version or event.tags:
            self._fault("syntax", "directive", event)

    def _alias(self, event: Any) -> None:
        self._fault("syntax", "alias", event, name=event.anchor)
        if self._container.__class__ is dict and self._key is None:
            raise StopReadingError
        self._place("", event)

    def _odd_key(self, text: str, event: Any) -> None:
        is_double = text in self._container
        fault = duplicate_key(event, tuple(self._path[1:])) if is_double else key_fault(event)
        self.faults += [fault] if fault else []

    def _fault(self, rule: str, wording: str, event: Any, **values: Value) -> None:
        self.faults.append(fault_at(event, rule, wording, **values))

    def _stop(self, wording: str, event: Any, **values: Value) -> NoReturn:
        self._fault("syntax", wording, event, **values)
        raise StopReadingError


def _pass(_event: Any) -> None:
    """Take no notice of where the stream and the document begin and end."""
