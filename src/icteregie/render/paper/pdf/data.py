"""A paper as data for the template: plain values, with each text escaped once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from icteregie.escape.typst import typst
from icteregie.messages.catalogue import sentence
from icteregie.messages.formats import day, unparted
from icteregie.render.paper.paper import (
    Block,
    Break,
    Drawing,
    Grid,
    Heading,
    Paper,
    Point,
    Points,
    Prose,
    Text,
    plain,
)
from icteregie.render.paper.pdf import layout, words
from icteregie.render.paper.widths import LANDSCAPE, PADDING, PORTRAIT

Data: TypeAlias = dict[str, Any]
_DEEPEST_POINT = 6
_TALL = 30
"""Lines of a row that may part over two pages; with fewer it stays whole."""
_UNBROKEN, _UNBROKEN_LINES, _FACTS = 12, 26, 36
"""Rows and lines of a table that stays on one page, and lines of one that says what a thing is."""
_WHOLE_POINT = 1_000
"""Letters of a point that stays on one page."""
_FOOTER = 90
"""Letters of partnership and title at the foot of a page."""
_CONTENTS = 45
"""Lines of contents on a page."""


def data(paper: Paper, missing: frozenset[str]) -> Data:
    """Give the values of the template; ``missing`` are the characters that the fonts don't have."""
    return _Writer(paper, missing).paper_data()


@dataclass(frozen=True)
class _Writer:
    """Writes the blocks of one paper."""

    paper: Paper
    missing: frozenset[str]

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """Number the anchors of headings; of two that are the same the first counts."""
        named = (block.anchor for block in self.paper.blocks if isinstance(block, Heading) and block.anchor)
        return {anchor: f"a{number}" for number, anchor in enumerate(dict.fromkeys(named), 1)}

    def text(self, text: str) -> str:
        return typst(text, self.missing)

    def paper_data(self) -> Data:
        paper = self.paper
        blocks = tuple(layout.outlined(paper.blocks, has_contents=paper.has_contents))
        page = sentence(paper.language, "paper/page", number="{number}", total="{total}")
        moment = [paper.state_beside_title, unparted(day(paper.day, paper.language))]
        about = [self.text(" ".join(paper.partnership.split())), *map(self.text, filter(None, moment))]
        title = self.text(unparted(" ".join(paper.title.split())))
        return {
            "title": title,
            "footer": _footer(about[0], title),
            "moment": ", ".join(about[1:]),
            "about": list(filter(None, about)),
            "author": about[0],
            "language": paper.language,
            "day": [paper.day.year, paper.day.month, paper.day.day],
            "contents": sentence(paper.language, "paper/contents") if paper.has_contents else "",
            "depth": 2 if _headings(blocks, 2) <= _CONTENTS else 1,
            "has-breaks": any(isinstance(block, Break) for block in blocks),
            "page": page,
            "parts": [self.part(part) for part in layout.parts(blocks)],
        }

    def part(self, part: layout.Part) -> Data:
        written = [self.block(block, is_landscape=part.is_landscape) for block in part.blocks]
        for this, below in zip(written, part.blocks[1:], strict=False):
            if this["kind"] == "prose" and isinstance(below, Grid | Drawing):
                this["introduces"] = True
        return {"landscape": part.is_landscape, "blocks": written}

    def block(self, block: Block, *, is_landscape: bool) -> Data:
        match block:
            case Heading():
                label = self.anchors.get(block.anchor, "")
                return {
                    "kind": "heading",
                    "level": block.level,
                    "label": label,
                    "text": self.runs(block.text),
                }
            case Prose():
                heads = all(run.emphasis == "strong" for run in block.text)
                introduces = heads or plain(block.text).rstrip().endswith(":")
                written = self.runs(block.text)
                return {"kind": "prose", "introduces": introduces, "heads": heads, "text": written}
            case Points():
                points, _ = self.points(block.points, 1)
                return {"kind": "points", "first": block.first, "points": points}
            case Grid():
                return self.grid(block, is_landscape=is_landscape)
            case Drawing():
                return self.drawing(block, is_landscape=is_landscape)
            case Break():
                return {"kind": "break"}

    def runs(self, text: Text, letters: int = words.LINE) -> list[list[Any]]:
        """Give each run as its text, how it parts, its shape and its label."""
        return [
            [part, breaks, run.emphasis, self.anchors.get(run.target, "")]
            for run in text
            for part, breaks in words.parted(self.text(run.text), letters)
        ]

    def points(self, points: Sequence[Point], depth: int) -> tuple[list[Data], int]:
        """Nest the points of a depth and deeper; the second value counts them."""
        nested: list[Data] = []
        at = 0
        while at < len(points) and points[at].depth >= depth:
            if points[at].depth == depth or depth == _DEEPEST_POINT or not nested:
                text = points[at].text
                is_whole = len(plain(text)) <= _WHOLE_POINT
                nested.append({"text": self.runs(text), "whole": is_whole, "below": []})
                at += 1
            else:
                nested[-1]["below"], count = self.points(points[at:], depth + 1)
                at += count
        return nested, at

    def grid(self, grid: Grid, *, is_landscape: bool) -> Data:
        is_small = not is_landscape and sum(grid.weights) > PORTRAIT
        line = LANDSCAPE if is_landscape else layout.SMALL if is_small else PORTRAIT
        letters = _letters(grid, line)
        totals = len(grid.rows) - grid.totals
        rows = [self.row(row, letters, is_total=at >= totals) for at, row in enumerate(grid.rows)]
        return {
            "kind": "grid",
            "caption": self.runs(grid.caption),
            "line": line,
            "whole": _is_whole(grid, letters) and not any(row["tall"] for row in rows),
            "weights": letters,
            "heads": [
                self.runs(head.text, max(most - PADDING, 1))
                for head, most in zip(grid.heads, letters, strict=False)
            ],
            "aligns": [head.align for head in grid.heads],
            "rows": rows,
        }

    def row(self, row: Sequence[Text], letters: Sequence[int], *, is_total: bool) -> Data:
        cells = [*row, *((),) * (len(letters) - len(row))]
        sized = list(zip(cells, letters, strict=True))
        return {
            "cells": [self.runs(cell, max(most - PADDING, 1)) for cell, most in sized],
            "total": is_total,
            "tall": any(_lines(plain(cell), most) > _TALL for cell, most in sized),
        }

    def drawing(self, drawing: Drawing, *, is_landscape: bool) -> Data:
        return {
            "kind": "drawing",
            "svg": self.text(drawing.svg),
            "alt": self.text(drawing.alternative or plain(drawing.caption) or self.paper.title),
            "width": layout.width(drawing.svg, is_landscape=is_landscape),
            "caption": self.runs(drawing.caption),
        }


def _letters(grid: Grid, space: int) -> list[int]:
    """Give the letters that each column has, in a table that is not wider than the page."""
    count = max([len(grid.heads), *map(len, grid.rows)])
    weights = grid.weights if len(grid.weights) == count else (space // max(count, 1),) * count
    total = max(sum(weights), 1)
    return [max(weight * min(space, total) // total, 1) for weight in weights]


def _is_whole(grid: Grid, letters: Sequence[int]) -> bool:
    if len(grid.rows) > (_UNBROKEN if grid.heads else _FACTS):
        return False
    rows = [zip(row, letters, strict=False) for row in grid.rows]
    lines = sum(max((_lines(plain(cell), most) for cell, most in row), default=0) for row in rows)
    return lines <= (_UNBROKEN_LINES if grid.heads else _FACTS)


def _lines(text: str, letters: int) -> int:
    return sum(1 + len(line) // max(letters - PADDING, 1) for line in text.split("\n"))


def _headings(blocks: Sequence[Block], deepest: int) -> int:
    return sum(isinstance(block, Heading) and block.level <= deepest for block in blocks)


def _footer(partnership: str, title: str) -> str:
    """Give both where they fit, and else the title."""
    both = f"{partnership} · {title}" if partnership else title
    shown = both if len(both) <= _FOOTER else title
    return shown if len(shown) <= _FOOTER else f"{shown[: _FOOTER - 1]}…"
