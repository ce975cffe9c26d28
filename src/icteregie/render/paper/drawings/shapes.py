"""What both drawings are made of; texts are escaped here, once."""

import re

from icteregie.escape.html import html

INK, FAINT, EDGE, HAIR, BAND = "#1b2127", "#4f5a65", "#66707a", "#c9d0d7", "#f4f6f8"
PLAN, ATTENTION = "#4d84bd", "#a8201a"
FONT = "Bitstream Vera Sans, Verdana, DejaVu Sans, Segoe UI, Arial, sans-serif"

_SIGN = re.compile("([\u2190-\u2bff]) (.+)")
"""An arrow, triangle or the like before a text, which would all be in the font that has the sign."""


def drawing(width: int, height: int, parts: str) -> str:
    """Frame a drawing, on white."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="{FONT}">'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{parts}</svg>'
    )


def text(x: int, y: int, words: str, size: int, fill: str = INK, **more: str) -> str:
    """Write a text; ``more`` are attributes, with a line below for a hyphen."""
    others = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    if match := _SIGN.fullmatch(words):
        sign, rest = match.groups()
        return text(x, y, sign, size, fill, **more) + text(x + size, y, rest, size, fill, **more)
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}"{others}>{html(words)}</text>'


def rectangle(place: tuple[int, int, int, int], fill: str, stroke: str = "none") -> str:
    """Draw a rectangle; its place is its left, its top, its width and its height."""
    x, y, width, height = place
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}" stroke="{stroke}"/>'


def line(points: list[tuple[int, int]], stroke: str, width: float, dashes: str = "") -> str:
    """Draw a line through points."""
    path = " ".join(f"{x},{y}" for x, y in points)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<polyline points="{path}" fill="none" stroke="{stroke}" stroke-width="{width}"{dashed}/>'
