"""The parser's complaints, named: which wording fits, and where the filer must look.

libyaml reports where it gave up, which may be far below the mistake. Where its context
points at the real culprit, such as the quote that was never closed, that place is used.
"""

import re
from typing import Any

from icteregie.diagnostics.types import Value
from icteregie.loading import diagnose_syntax
from icteregie.loading.events import Fault, Span

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


def name(error: Any, text: str) -> Fault:
    """Turn a parser's exception into a fault at the place where the filer must type."""
    wording, row, column = _recognised(error)
    lines = text.split("\n")
    if row >= len(lines) or (row == len(lines) - 1 and not lines[row]):
        row = max(0, len(text.rstrip().split("\n")) - 1)
        column = 0
    if (culprit := diagnose_syntax.find(lines, row, column, wording)) is not None:
        return culprit
    shown = lines[row].rstrip("\r")
    wording, column = _seen(wording, shown, column, lines[:row])
    end = max(column + 1, _end(shown, column))
    told: dict[str, Value] = {"tag": shown[column:end]} if wording == "tag" else {"line": shown.strip()[:80]}
    return Fault("syntax", wording, Span(row, column, row, end), told)


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
