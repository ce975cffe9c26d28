"""The parser's complaints, named: which wording fits, and where the filer must look.

libyaml reports where it gave up, which may be far below the mistake. Where its context
points at the real culprit, such as the quote that was never closed, that place is used.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from icteregie.diagnostics.types import Value
from icteregie.loading.faults import Fault, Span
from icteregie.portfolio.input_hints import ends_odd_quote, starts_odd_quote

# (words in the parser's problem, words in its context, our wording, look at the context)
_KNOWN = (
    ("found unexpected end of stream", "quoted scalar", "unclosed-quote", True),
    ("found unexpected document indicator", "quoted scalar", "unclosed-quote", True),
    ("could not find expected ':'", "", "no-colon", True),
    ("mapping values are not allowed", "", "colon-in-text", False),
    ("found character that cannot start any token", "", "odd-start", False),
    ("found a tab character", "", "tab", False),
    ("unknown escape character", "", "unknown-escape", False),
    ("did not find expected hexdecimal number", "", "unknown-escape", False),
    ("found invalid Unicode character escape code", "", "unknown-escape", False),
    ("did not find expected ',' or ']'", "", "unclosed-list", True),
    ("did not find expected ',' or '}'", "", "unclosed-mapping", True),
    ("did not find expected '-' indicator", "", "broken-list", False),
    ("block sequence entries are not allowed", "", "dash-not-allowed", False),
    ("did not find expected key", "", "broken-indentation", False),
    ("", " a directive", "directive", True),
    ("", " a %", "directive", True),
    ("directive", "", "directive", False),
    ("found incompatible YAML document", "", "directive", False),
    ("found undefined tag handle", "", "tag", False),
    ("", " a tag", "tag", True),
    ("did not find expected alphabetic", "", "odd-start", True),
    ("did not find expected comment or line break", "block scalar", "text-after-bar", False),
    ("found an indentation indicator equal to 0", "", "text-after-bar", False),
    ("did not find expected <document start>", "", "broken-indentation", False),
)


def is_too_deep(error: Any) -> bool:
    """Whether the parser itself gave up on brackets in each other, as PyYAML does from 6.0.4 on."""
    return "maximum nesting depth" in (getattr(error, "problem", None) or "")


def name(error: Any, text: str) -> Fault:
    """Turn a parser's exception into a fault at the place where the filer must type."""
    wording, row, column = _recognised(error)
    lines = text.split("\n")
    if row >= len(lines) or (row == len(lines) - 1 and not lines[row]):
        row = max(0, len(text.rstrip().split("\n")) - 1)
        column = 0
    if (fault := diagnose(lines, row, column, wording)) is not None:
        return fault
    shown = lines[row].rstrip("\r")
    wording, column = _seen(wording, shown, column, lines[:row])
    end = max(column + 1, _end(shown, column))
    values: dict[str, Value] = (
        {"tag": shown[column:end]} if wording == "tag" else {"line": shown.strip()[:80]}
    )
    return Fault("syntax", wording, Span(row, column, row, end), values)


def _recognised(error: Any) -> tuple[str, int, int]:
    """Find the wording of a complaint, and the 0-based line and column that it is about."""
    # A character that no YAML may hold is an error without a mark; it is told elsewhere.
    problem, context = getattr(error, "problem", None) or "", getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    wording = "unreadable"
    for words, setting, known, at_context in _KNOWN:
        if words in problem and setting in context:
            wording = known
            mark = error.context_mark if at_context and error.context_mark else mark
            break
    return wording, *((mark.line, mark.column) if mark else (0, 0))


def _seen(wording: str, line: str, column: int, above: list[str]) -> tuple[str, int]:
    """Say it better where the line itself shows what the parser could not know."""
    before, here = line[:column], line[column : column + 1]
    if wording == "odd-start" and here == "\t":
        return "tab", column
    if wording == "unknown-escape":
        return wording, max(line.rfind("\\", 0, column + 1), 0)
    if wording == "dash-not-allowed" and before.rstrip().endswith(("'", '"')):
        return "text-after-quote", column
    if wording in ("broken-indentation", "unreadable"):
        return _out_of_place(before, here, above), column
    return wording, column


_SIGNS = {
    ":": "empty-key",
    "?": "odd-start",
    ",": "stray-comma",
    "]": "stray-bracket",
    "}": "stray-bracket",
}
_CLOSED = {
    "'": "text-after-quote",
    '"': "text-after-quote",
    "]": "text-after-bracket",
    "}": "text-after-bracket",
}


def _out_of_place(before: str, here: str, above: list[str]) -> str:
    """Say why something does not belong where the parser met it."""
    starts_list = here == "-" and not before.strip()
    if starts_list and not "".join(above[-1:]).lstrip().startswith("- "):
        return "dash-not-allowed"
    if here in _SIGNS:
        return _SIGNS[here]
    if any(line.rstrip() == "..." for line in above):
        return "second-document"
    closed = _CLOSED.get(before.rstrip()[-1:])
    return closed or ("unreadable" if before.strip() else "broken-indentation")


def _end(line: str, column: int) -> int:
    """Give the end of the word that starts at a column."""
    word = re.compile(r"\S*").match(line, column)
    return word.end() if word else column


_ODD_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(rf"[ ]*(?:- +)*(?:[\w-]+:)?(?P<here>[{_ODD_SPACES}]+)")
_UNSPACED = re.compile(r"\s*(?:- )?(?:[^\W\d][\w-]*|[0-9]{4})(?P<here>:)(?!//)(?=\S)")
_UNSPACED_DASH = re.compile(r"\s*(?P<here>[-\u2010-\u2015\u2022\u2212](?=[^\s-])\s*)")
_STAR = re.compile(r"\s*(?P<here>\*) ")
_MARKER = re.compile(r"(?P<here><{7}|={7}|>{7}|\|{7})(?: .*)?\r?$")
_DIRECTIVE = re.compile(r"(?P<here>%\S*)")
_BEFORE = re.compile(r" *(?:- +)*")
_HAS_KEY = re.compile(r":(?:\s|$)")
_KEY = re.compile(r"\s*(?:- +)*[\w-]+")


def diagnose(lines: list[str], row: int, column: int, wording: str) -> Fault | None:
    """Find the mistake that explains a complaint about a place, or None when nothing is seen."""
    for check in _CHECKS:
        fault = check(lines, row, column, wording)
        if fault is not None:
            return fault
    return None


def _above(lines: list[str], row: int) -> int:
    """Give the nearest line above that is not empty and no comment; -1 when there is none."""
    row -= 1
    while row >= 0 and lines[row].strip()[:1] in ("", "#"):
        row -= 1
    return row


def _indent(line: str) -> int:
    """Count what stands before the first word of a line, the dash of a list as well."""
    match = _BEFORE.match(line)
    return match.end() if match else 0


def _level(lines: list[str], row: int) -> Iterator[int]:
    """Give a line, and the one above it when that stands as far to the right."""
    yield row
    above = _above(lines, row)
    if above >= 0 and _indent(lines[above]) == _indent(lines[row]):
        yield above


def _sign(pattern: re.Pattern[str], wording: str) -> Callable[[list[str], int, int, str], Fault | None]:
    """Make a check for something that shows at the start of a line, or of the one above."""

    def check(lines: list[str], row: int, _column: int, _wording: str) -> Fault | None:
        for number in _level(lines, row):
            if match := pattern.match(lines[number]):
                return _fault(wording, lines, number, match.start("here"), match.end("here"))
        return None

    return check


def _without_colon(lines: list[str], row: int, column: int, wording: str) -> Fault | None:
    """Find the line without a key that the parser took for the start of the next one."""
    if wording != "colon-in-text" or ":" in lines[row][:column]:
        return None
    first, above = row, _above(lines, row)
    while above >= 0 and _indent(lines[above]) == _indent(lines[row]) and not _HAS_KEY.search(lines[above]):
        first, above = above, _above(lines, above)
    if first == row:
        return None
    return _fault("no-colon", lines, first, _indent(lines[first]), len(lines[first].rstrip()))


def _out_of_line(lines: list[str], row: int, column: int, wording: str) -> Fault | None:
    """Tell a key that is indented too far from a text that holds a colon."""
    before = lines[row][:column]
    if wording != "colon-in-text" or ":" in before or not _KEY.fullmatch(before):
        return None
    start = _indent(before)
    return _fault("broken-indentation", lines, row, start, column + 1)


def _fault(wording: str, lines: list[str], row: int, start: int, end: int) -> Fault:
    values: dict[str, Value] = {"line": lines[row].strip()[:80]}
    return Fault("syntax", wording, Span(row, start, row, end), values)


_VALUE = re.compile(r" *(?:- +)*(?:[\w-]+:[ ]+)?")


def _word_quote(lines: list[str], row: int, _column: int, wording: str) -> Fault | None:
    """Name the quotation marks of a word processor, which YAML doesn't know."""
    if wording not in ("colon-in-text", "unclosed-quote", "no-colon", "text-after-quote", "unreadable"):
        return None
    line = lines[row].rstrip()
    match = _VALUE.match(line)
    start = match.end() if match else 0
    is_odd = starts_odd_quote(line[start:]) or (
        line[start : start + 1] in ("'", '"') and ends_odd_quote(line)
    )
    return _fault("word-quotes", lines, row, start, len(line)) if is_odd else None


_CHECKS = (
    _sign(_MARKER, "conflict-marker"),
    _sign(_DIRECTIVE, "directive"),
    _word_quote,
    _sign(_ODD_SPACE, "odd-space"),
    _sign(_UNSPACED, "missing-space"),
    _sign(_STAR, "bullet"),
    _sign(_UNSPACED_DASH, "bullet"),
    _without_colon,
    _out_of_line,
)
