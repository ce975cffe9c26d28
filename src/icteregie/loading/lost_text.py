"""Text that a comment swallowed: «fase #2» reads as «fase», and nobody notices.

A comment mostly has a space after its #. What follows an unquoted text, a space and a # at
once was more likely meant as text.
"""

import re
from collections.abc import Iterable
from typing import Any

from icteregie.loading.events import Fault, Span

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
