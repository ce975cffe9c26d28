"""Where a file that can't be read really goes wrong, as its own lines show it.

The parser stops where it can't go on. What a person must mend often stands in that line but
looks different, or stands in the line above, which was still good YAML by itself.
"""

import re
from collections.abc import Callable, Iterator

from icteregie.diagnostics.types import Value
from icteregie.loading.events import Fault, Span

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


def find(lines: list[str], row: int, column: int, wording: str) -> Fault | None:
    """Find the mistake that explains a complaint about a place, or None when nothing is seen."""
    for look in _LOOKS:
        found = look(lines, row, column, wording)
        if found is not None:
            return found
    return None


def _above(lines: list[str], row: int) -> int:
    """Give the nearest line above that is not empty and no comment; -1 when there is none."""
    row -= 1
    while row >= 0 and lines[row].strip()[:1] in ("", "#"):
        row -= 1
    return row


def _indent(line: str) -> int:
    """Count what stands before the first word of a line, the dash of a list as well."""
    found = _BEFORE.match(line)
    return found.end() if found else 0


def _level(lines: list[str], row: int) -> Iterator[int]:
    """Give a line, and the one above it when that stands as far to the right."""
    yield row
    above = _above(lines, row)
    if above >= 0 and _indent(lines[above]) == _indent(lines[row]):
        yield above


def _sign(pattern: re.Pattern[str], wording: str) -> Callable[[list[str], int, int, str], Fault | None]:
    """Make a look-out for something that shows at the start of a line, or of the one above."""

    def look(lines: list[str], row: int, _column: int, _wording: str) -> Fault | None:
        for number in _level(lines, row):
            if found := pattern.match(lines[number]):
                return _fault(wording, lines, number, found.start("here"), found.end("here"))
        return None

    return look


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
    told: dict[str, Value] = {"line": lines[row].strip()[:80]}
    return Fault("syntax", wording, Span(row, start, row, end), told)


_LOOKS = (
    _sign(_MARKER, "conflict-marker"),
    _sign(_DIRECTIVE, "directive"),
    _sign(_ODD_SPACE, "odd-space"),
    _sign(_UNSPACED, "missing-space"),
    _sign(_STAR, "bullet"),
    _sign(_UNSPACED_DASH, "bullet"),
    _without_colon,
    _out_of_line,
)
