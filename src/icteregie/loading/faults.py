"""What the file format refuses in the text of a file, and the span of each refusal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from icteregie.diagnostics.types import Keys, Value

ABSENT = frozenset({"", "~", "null", "Null", "NULL"})
ODD_KEYS = ABSENT | {"<<"}
_KEY = re.compile(r"( *)[^\W\d][\w-]*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Span:
    """From one line and column to another, all 0-based, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the file format refuses: the rule, its wording, where, and the values of its message.

    ``within`` names the key at the top of the file whose value can no longer be trusted. ``first``
    leads to the key that was given before; its line is added to the values when both are placed.
    """

    rule: str
    wording: str
    span: Span
    values: dict[str, Value] = field(default_factory=dict)
    within: str | None = None
    first: Keys = ()


@dataclass(frozen=True, slots=True)
class ValueSpans:
    """Where a value stands: its key, when it has one, and the value itself."""

    key: Span | None
    value: Span
    is_text: bool


def span_of(event: Any) -> Span:
    """Give the stretch of text that an event covers."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line, start.column, end.line, end.column)


def fault_at(event: Any, rule: str, wording: str, **values: Value) -> Fault:
    """Refuse the whole span of an event."""
    return Fault(rule, wording, span_of(event), values)


def decoration_faults(event: Any) -> list[Fault]:
    """Refuse the anchor and the tag of an event."""
    faults: list[Fault] = []
    if event.anchor is not None:
        faults.append(fault_at(event, "syntax", "anchor", name=event.anchor))
    if event.tag is not None:
        faults.append(fault_at(event, "syntax", "tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!")))
    return faults


def duplicate_key(event: Any, around: Keys) -> Fault:
    """Refuse a key that its mapping has already; ``around`` leads to the mapping."""
    # Nobody knows which of the two was meant.
    text = event.value
    within = str(around[0]) if around else text
    return Fault("duplicate-key", "", span_of(event), {"key": text}, within, (*around, text))


def key_fault(event: Any) -> Fault | None:
    """Refuse a key that is none as it is written, such as one without a space behind its colon."""
    text = event.value
    if ":" in text:
        return None if event.style else _missing_space(event)
    if text != text.strip() and not event.style:
        return fault_at(event, "syntax", "odd-space")
    if text == "<<":
        return fault_at(event, "syntax", "merge-key") if event.implicit[0] else None
    if not text or (text in ABSENT and event.implicit[0]):
        return fault_at(event, "syntax", "empty-key")
    return None


def _missing_space(event: Any) -> Fault:
    """Point at the colon that has no space behind it."""
    span = span_of(event)
    if span.line == span.end_line:
        column = span.column + event.value.index(":")
        span = Span(span.line, column, span.line, column + 1)
    return Fault("syntax", "missing-space", span)


def has_keys(lines: Sequence[str], first: int, last: int) -> bool:
    """Say whether a key stands between two lines, where a text must be indented further."""
    most = len(lines[first]) - len(lines[first].lstrip(" "))
    keys = (_KEY.match(line) for line in lines[first + 1 : last + 1])
    return any(key is not None and key.end(1) <= most for key in keys)
