"""Papers built by hand, and PDF read back by other programs than the one that wrote it."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from icteregie.render.paper.paper import (
    Block,
    Emphasis,
    Grid,
    Head,
    Paper,
    Prose,
    Run,
    Text,
)
from icteregie.render.paper.pdf.writer import write

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not here"
)


def text(words: str, emphasis: Emphasis = "plain", target: str = "") -> Text:
    return (Run(words, emphasis, target),)


def paper(*blocks: Block, title: str = "Ontwikkelagenda 2027", has_contents: bool = False) -> Paper:
    return Paper(title, "nl", "Samenwerking Zuid", "voorstel", date(2026, 11, 27), blocks, has_contents)


def grid(heads: str, *rows: str, **more: Any) -> Grid:
    """Make a table of cells between strokes; a head with a colon at its end is right-aligned."""
    named = tuple(Head(text(h.rstrip(":")), "right" if h.endswith(":") else "left") for h in heads.split("|"))
    return Grid(named if heads else (), tuple(tuple(map(text, row.split("|"))) for row in rows), **more)


def drawing(words: str = "", width: int = 400, height: int = 100) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}"><text x="10" y="40" font-size="12" font-family="Verdana">{words}</text></svg>'
    )


def read(*blocks: Block, **more: Any) -> Any:
    """Write a paper of these blocks, and open it; the values of a PDF have no types."""
    return reader(write(paper(*blocks, **more)))


def reader(pdf: bytes) -> Any:
    return PdfReader(io.BytesIO(pdf))


def shown(pdf: bytes, folder: Path, *options: str) -> str:
    """Give what pdftotext reads."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


def pages(*blocks: Block, **more: Any) -> list[str]:
    """Give the text of each page, with single spaces."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in read(*blocks, **more).pages]


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree."""

    name: str
    depth: int
    element: Any


def tags(pdf: Any) -> list[Tag]:
    """List the structure tree in the order of reading."""
    return list(_tags(pdf.root_object["/StructTreeRoot"], 0))


def _tags(node: Any, depth: int) -> Iterator[Tag]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, ArrayObject):
        for each in node:
            yield from _tags(each, depth)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield Tag(str(node["/S"]).lstrip("/"), depth, node)
        if "/K" in node:
            yield from _tags(node["/K"], depth + 1)


def prose(words: str) -> Prose:
    return Prose(text(words))
