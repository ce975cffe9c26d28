"""Bars as SVG that stretch with the page: places are percentages, and no text is in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.render.site.html import Safe

HEIGHT = 20
"""Of a bar with the room around it, in pixels."""
_TOP, _THICK = 3, 14
_FULL = 10_000

Kind: TypeAlias = Literal["new", "more", "runs", "open", "over", "over-open", "plan", "done", "late"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar, from and to a value on its scale."""

    kind: Kind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A line, a dot or a diamond at a value on the scale."""

    shape: Literal["line", "dot", "diamond", "whisker"]
    at: int
    to: int = 0
    kind: str = ""


def place(value: int, scale: int) -> str:
    """Give the place of a value as a percentage with two decimals, within 0 and 100."""
    part = (value * _FULL + scale // 2) // scale if scale > 0 else 0
    part = min(max(part, 0), _FULL)
    return f"{part // 100}.{part % 100:02d}%"


def width(first: int, last: int, scale: int) -> str:
    """Give the width of a stretch as a percentage."""
    return place(last - first, scale)


def bar(parts: Iterable[Part], scale: int, marks: Iterable[Mark] = (), kind: str = "") -> Safe:
    """Draw a bar on a scale that begins at 0; what is said by it stands in the text beside it."""
    return framed(drawn(parts, scale, marks), kind)


def drawn(parts: Iterable[Part], scale: int, marks: Iterable[Mark] = ()) -> str:
    """Draw what is in a bar, without the frame around it."""
    every = [_part(part, scale) for part in parts if part.last > part.first]
    return "".join((*every, *(_mark(mark, scale) for mark in marks)))


def framed(content: str, kind: str = "", height: int = HEIGHT) -> Safe:
    """Put what is drawn on its line, in a frame that stretches and is so many pixels high."""
    classes = f"bar {kind}".strip()
    return Safe(
        f'<svg class="{classes}" aria-hidden="true" focusable="false" width="100%" height="{height}">'
        f'<line class="base" x1="0" x2="100%" y1="{HEIGHT - 1}" y2="{HEIGHT - 1}"/>{content}</svg>'
    )


def _part(part: Part, scale: int) -> str:
    return (
        f'<rect class="{part.kind}" x="{place(part.first, scale)}" y="{_TOP}" '
        f'width="{width(part.first, part.last, scale)}" height="{_THICK}"/>'
    )


def _mark(mark: Mark, scale: int) -> str:
    x, middle = place(mark.at, scale), _TOP + _THICK // 2
    kind = f"mark {mark.kind}".strip()
    if mark.shape == "line":
        return f'<line class="{kind}" x1="{x}" x2="{x}" y1="0" y2="{HEIGHT}"/>'
    if mark.shape == "whisker":
        to = place(mark.to, scale)
        ends = "".join(
            f'<line x1="{each}" x2="{each}" y1="{middle - 4}" y2="{middle + 4}"/>' for each in (x, to)
        )
        return f'<g class="whisker"><line x1="{x}" x2="{to}" y1="{middle}" y2="{middle}"/>{ends}</g>'
    if mark.shape == "dot":
        return f'<circle class="{kind}" cx="{x}" cy="{middle}" r="5"/>'
    # A diamond is a square in a frame of its own, which is put in place and not stretched.
    return (
        f'<svg class="{kind}" x="{x}" y="{middle}" width="1" height="1" overflow="visible">'
        '<path d="M0-6 6 0 0 6-6 0z"/></svg>'
    )
