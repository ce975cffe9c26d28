"""Text that a comment swallowed: «fase #2» reads as «fase», and nobody notices.

A comment mostly has a space after its #. What follows an unquoted text, a space and a # at
once was more likely meant as text.
"""

import re
from typing import Any

import yaml
from yaml.events import ScalarEvent

from icteregie.loading.events import Fault, Parser, Span

_MAY_SWALLOW = re.compile(r"[ \t]#[^\s#]")
_SWALLOWED = re.compile(r"[ \t]+(#[^\s#][^\r]*)")


def swallowed(text: str) -> list[Fault]:
    """Find every comment that stands right behind an unquoted value without a space after its #."""
    if _MAY_SWALLOW.search(text) is None:
        return []
    lines = text.split("\n")
    found = (_behind(event, lines) for event in _plain_scalars(text))
    return [fault for fault in found if fault is not None]


def _plain_scalars(text: str) -> list[Any]:
    try:
        events = yaml.parse(text, Loader=Parser)
        return [event for event in events if event.__class__ is ScalarEvent and not event.style]
    except yaml.YAMLError:
        return []  # what can't be read is told by the reader


def _behind(event: Any, lines: list[str]) -> Fault | None:
    row, column = event.end_mark.line, event.end_mark.column
    found = _SWALLOWED.match(lines[row], column) if row < len(lines) and event.value else None
    if found is None:
        return None
    span = Span(row, found.start(1), row, found.end(1))
    return Fault("lost-text", "", span, {"rest": found[1].rstrip()[:40]})
