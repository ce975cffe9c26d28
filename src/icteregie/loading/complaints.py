"""The parser's complaints, named: which wording fits, and where the filer must look.

libyaml reports where it gave up, which may be far below the mistake. Where its context
points at the real culprit, such as the quote that was never closed, that place is used.
"""

import re
from typing import Any

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
    ("did not find expected ',' or ']'", "", "unclosed-list", True),
    ("did not find expected ',' or '}'", "", "unclosed-mapping", True),
    ("did not find expected '-' indicator", "", "broken-list", False),
    ("block sequence entries are not allowed", "", "dash-not-allowed", False),
    ("did not find expected key", "", "broken-indentation", False),
    ("did not find expected alphabetic", "", "odd-start", False),
    ("did not find expected <document start>", "", "broken-indentation", False),
)


def name(error: Any, text: str) -> Fault:
    """Turn a parser's exception into a fault at the place where the filer must type."""
    problem, context = error.problem or "", error.context or ""
    mark, wording = error.problem_mark or error.context_mark, "unreadable"
    for words, setting, known, at_context in _KNOWN:
        if words in problem and setting in context:
            wording = known
            mark = error.context_mark if at_context and error.context_mark else mark
            break
    row, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    if row >= len(lines) or (row == len(lines) - 1 and not lines[row]):
        row = max(0, len(text.rstrip().split("\n")) - 1)
        column = 0
    shown = lines[row].rstrip("\r")
    if wording == "odd-start" and shown[column : column + 1] == "\t":
        wording = "tab"
    return Fault(
        "syntax",
        wording,
        Span(row, column, row, max(column + 1, _end(shown, column))),
        {"line": shown.strip()[:80]},
    )


def _end(line: str, column: int) -> int:
    """Give the end of the word that starts at a column."""
    word = re.compile(r"\S*").match(line, column)
    return word.end() if word else column
