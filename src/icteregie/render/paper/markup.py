"""The markup of the agenda's templates as blocks: headings, paragraphs, points, tables and what was marked.

It knows what the templates use and nothing else: all other markup is an error. Values are behind marks, so
that only the text of a template is read.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from icteregie.render.paper.marks import MARK, Marks
from icteregie.render.paper.paper import (
    Align,
    Block,
    Emphasis,
    Grid,
    Head,
    Heading,
    Point,
    Points,
    Prose,
    Run,
    Text,
)

_HEADING = re.compile(r"(#{1,6}) (.+)")
_POINT = re.compile(r"( *)- (.+)")
_NUMBERED = re.compile(rf"{MARK.pattern}\. (.+)")
_FENCE = re.compile("```.*")
_DELIMITER = re.compile(r":?-+(:?)")
_INLINE = re.compile(
    rf"(?P<mark>{MARK.pattern})|(?P<strong>\*\*)|(?P<italic>\*)|`(?P<code>[^`]+)`"
    r"|(?<!!)\[(?P<label>[^\]]+)\]\([^)]+\)|(?P<text>[^*`\[\]<>|\\~_\ue000\ue001]+)"
)


class MarkupError(ValueError):
    """A template has markup that no paper knows."""


def blocks(text: str, marks: Marks) -> tuple[Block, ...]:
    """Read the text of a template that was filled in with marks. Raises MarkupError."""
    lines = [line.rstrip() for line in text.splitlines()]
    kinds = [(_kind(line, marks), line) for line in lines]
    return tuple(_joined(_blocks(kinds, marks)))


def _kind(line: str, marks: Marks) -> str:
    """Say what a line is: a part of what, or a whole block."""
    if not line or _FENCE.fullmatch(line):
        return "none"
    mark = MARK.fullmatch(line)
    if mark and isinstance(marks.values[int(mark[1])], tuple):
        return "made"
    if line.startswith("|"):
        return "table"
    if _HEADING.fullmatch(line):
        return "heading"
    return "point" if _POINT.fullmatch(line) else "numbered" if _number(line, marks) is not None else "prose"


def _number(line: str, marks: Marks) -> int | None:
    match = _NUMBERED.fullmatch(line)
    value = marks.values[int(match[1])] if match else None
    return value if isinstance(value, int) else None


def _blocks(kinds: Sequence[tuple[str, str]], marks: Marks) -> Iterator[Block]:
    for kind, group in groupby(kinds, key=lambda pair: pair[0]):
        lines = [line for _, line in group]
        if kind == "made":
            for line in lines:
                made = marks.values[int(MARK.fullmatch(line)[1])]  # type: ignore[index]
                assert isinstance(made, tuple)
                yield from made
        elif kind == "table":
            yield _grid(lines, marks)
        elif kind == "heading":
            yield from (_heading(line, marks) for line in lines)
        elif kind == "point":
            yield Points(tuple(_point(line, marks) for line in lines))
        elif kind == "numbered":
            texts = (Point(inline(_NUMBERED.fullmatch(line)[2], marks)) for line in lines)  # type: ignore[index]
            yield Points(tuple(texts), _number(lines[0], marks))
        elif kind == "prose" and (text := inline(" ".join(line.strip() for line in lines), marks)):
            yield Prose(text)


def _joined(made: Iterator[Block]) -> Iterator[Block]:
    """Make one list of points that follow each other, also with an empty line between them."""
    last: Points | None = None
    for block in made:
        if isinstance(block, Points) and block.first is None:
            last = Points((*(last.points if last else ()), *block.points))
            continue
        if last:
            yield last
        last = None
        yield block
    if last:
        yield last


def _heading(line: str, marks: Marks) -> Heading:
    match = _HEADING.fullmatch(line)
    assert match
    return Heading(inline(match[2], marks), len(match[1]) - 1)


def _point(line: str, marks: Marks) -> Point:
    match = _POINT.fullmatch(line)
    assert match
    return Point(inline(match[2], marks), len(match[1]) // 2 + 1)


def _grid(lines: Sequence[str], marks: Marks) -> Grid:
    heads, aligns, *others = [_cells(line) for line in lines]
    if not all(map(_DELIMITER.fullmatch, aligns)) or any(len(row) != len(heads) for row in (aligns, *others)):
        raise MarkupError(lines)
    texts = tuple(tuple(inline(cell, marks) for cell in row) for row in others)
    column_aligns: list[Align] = ["right" if align.endswith(":") else "left" for align in aligns]
    named = tuple(Head(inline(head, marks), align) for head, align in zip(heads, column_aligns, strict=True))
    return Grid(named if any(heads) else (), texts, totals=_totals(texts))


def _cells(line: str) -> list[str]:
    if not line.endswith("|"):
        raise MarkupError(line)
    return [cell.strip() for cell in line[1:-1].split("|")]


def _totals(rows: Sequence[tuple[Text, ...]]) -> int:
    """Count the rows at the end that are strong throughout."""
    count = 0
    for row in reversed(rows):
        filled = [run for cell in row for run in cell]
        if not filled or any(run.emphasis != "strong" for run in filled):
            break
        count += 1
    return count


def inline(text: str, marks: Marks) -> Text:
    """Read the markup within a line. Raises MarkupError."""
    runs: list[Run] = []
    shapes = {"strong": False, "italic": False}
    at = 0
    while at < len(text):
        match = _INLINE.match(text, at)
        if match is None:
            raise MarkupError(text)
        at = match.end()
        name = match.lastgroup or ""
        if name in shapes:
            shapes[name] = not shapes[name]
            continue
        emphasis = _emphasis(name, shapes)
        words = _values(match["label"] or match["code"] or match[0], marks)
        if runs and runs[-1].emphasis == emphasis:
            words = runs.pop().text + words
        runs.append(Run(words, emphasis))
    if any(shapes.values()):
        raise MarkupError(text)
    return tuple(_trimmed(runs))


def _emphasis(name: str, shapes: dict[str, bool]) -> Emphasis:
    if name == "code":
        return "code"
    return "strong" if shapes["strong"] else "italic" if shapes["italic"] else "plain"


def _values(text: str, marks: Marks) -> str:
    """Put values in the place of their marks; blocks stand on a line of their own."""

    def value(match: re.Match[str]) -> str:
        made = marks.values[int(match[1])]
        if isinstance(made, tuple):
            raise MarkupError(text)
        return str(made)

    return MARK.sub(value, text)


def _trimmed(runs: Sequence[Run]) -> Iterator[Run]:
    """Leave out spaces at both ends and those that follow another, and what is empty then."""
    is_after_space = True
    for at, run in enumerate(runs):
        text = re.sub(" +", " ", run.text)
        text = text.lstrip(" ") if is_after_space else text
        text = text.rstrip(" ") if at == len(runs) - 1 else text
        if text:
            is_after_space = text.endswith(" ")
            yield Run(text, run.emphasis, run.target)
