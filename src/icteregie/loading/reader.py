"""One file read to the end: its text, its tree, and everything the reader refuses."""

import yaml

from icteregie.diagnostics.types import Keys
from icteregie.loading import decoding, lost_text, parser_errors
from icteregie.loading.events import MOST_NODES, Fault, Span, Spot, Tree, TreeBuilder

MOST_CHARACTERS_TOLD = 20


def read(data: bytes) -> tuple[Tree | None, list[Fault]]:
    """Read the bytes of one file. The tree is None when nothing of it can be trusted."""
    try:
        text = decoding.decode(data)
    except decoding.NotTextError as wrong:
        rule = "syntax" if wrong.wording == "too-large" else "encoding"
        span = Span(wrong.line, wrong.column, wrong.line, wrong.column + 1)
        return None, [Fault(rule, wrong.wording, span, wrong.values)]
    faults = _text_faults(text, data)
    if faults:
        return None, faults
    tree, faults, events = _parse(text, None)
    if faults or events > MOST_NODES:
        tree, faults, _ = _parse(text, {})
    return tree, [*faults, *lost_text.swallowed(text)]


def spots(data: bytes) -> dict[Keys, Spot]:
    """Note where every value of a file stands, as far as it can be read."""
    found: dict[Keys, Spot] = {}
    try:
        _parse(decoding.decode(data), found)
    except decoding.NotTextError:
        return {}
    return found


def _parse(text: str, noted: dict[Keys, Spot] | None) -> tuple[Tree | None, list[Fault], int]:
    builder = TreeBuilder(noted)
    try:
        builder.build(text)
    except yaml.YAMLError as wrong:
        return None, _with(builder.faults, parser_errors.name(wrong, text)), builder.events
    stopped = any(f.rule in ("syntax", "encoding") for f in builder.faults)
    return (None if stopped else builder.root), builder.faults, builder.events


def _with(faults: list[Fault], last: Fault) -> list[Fault]:
    """Add what the parser stumbled on, unless it was told, or follows from a quote that ran on."""
    is_told = any(f.wording in ("quote-over-keys", last.wording) and _reaches(f, last) for f in faults)
    return faults if is_told else [*faults, last]


def _reaches(fault: Fault, last: Fault) -> bool:
    return fault.span.line <= last.span.line <= fault.span.end_line


def _text_faults(text: str, data: bytes) -> list[Fault]:
    markers = decoding.conflict_markers(text)
    faults = [Fault("syntax", "conflict-marker", Span(line, 0, line, 7)) for line in markers]
    odd = decoding.unwanted(text) if decoding.is_suspect(data) else []
    for index, name in odd[:MOST_CHARACTERS_TOLD]:
        line, column = decoding.position(text, index)
        wording = "line-ending" if name.startswith(("U+000D", "U+2028", "U+2029", "U+0085")) else "character"
        faults.append(Fault("encoding", wording, Span(line, column, line, column + 1), {"character": name}))
    return faults
