"""One file read to the end: its text, its tree, and everything the reader refuses."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import yaml

from icteregie.diagnostics.types import Keys
from icteregie.loading import decoding, parser_errors
from icteregie.loading.events import Fault, Span, Spot, Tree, TreeBuilder
from icteregie.portfolio.kinds import USUAL_BOUNDS, Bounds

MOST_CHARACTERS_SHOWN = 20
LEAST_KEYS_TWICE = 3
"""From so many keys given twice on, the title among them, a second initiative was pasted below the first."""
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
    faults = _text_faults(text, data)
    if faults:
        return None, faults
    can_swallow = may_swallow(text)
    counts = _may_be_too_many(text, bounds.values)
    builder = TreeBuilder(most=bounds.values, counts=counts, keeps_plain=can_swallow)
    tree, faults = _build(builder, text)
    return tree, [*faults, *swallowed(text, builder.plain)] if can_swallow else faults


def _may_be_too_many(text: str, most: int) -> bool:
    """Whether a text may hold more values than a file may have: each begins after one of a few signs."""
    return len(text) > most and sum(map(text.count, _SIGNS)) >= most


def spots(data: bytes, bounds: Bounds = USUAL_BOUNDS) -> dict[Keys, Spot]:
    """Note where every value of a file stands, as far as it can be read."""
    noted: dict[Keys, Spot] = {}
    with suppress(decoding.NotTextError):
        _build(TreeBuilder(noted, most=bounds.values), decoding.decode(data, bounds.kilobytes))
    return noted


def _build(builder: TreeBuilder, text: str) -> tuple[Tree | None, list[Fault]]:
    """Build the tree of a text, None when it can't be trusted, and list what is wrong with the text."""
    try:
        builder.build(text)
    except yaml.YAMLError as error:
        builder.plain.clear()
        if parser_errors.is_too_deep(error):
            # It looks ahead, and gives up before it says that the first level begins.
            shorter = TreeBuilder(builder.spots, most=builder.most)
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


def _text_faults(text: str, data: bytes) -> list[Fault]:
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
