"""The parts of a Word file and the links between them, ECMA-376 part 2: XML is bounded before it is read."""

import io
import re
from collections.abc import Mapping
from posixpath import basename, dirname, join, normpath

from docx.oxml import parse_xml
from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

from icteregie.diagnostics.ceilings import WORD_ELEMENTS
from icteregie.loading.exports import xml_file
from icteregie.loading.exports.types import ExportError
from icteregie.render.paper.docx.elements import Element
from icteregie.render.paper.docx.package import CONTENT_TYPES
from icteregie.render.paper.word_file import WordFileError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/"
_PATH = re.compile(r"(?:[\w-]+/){0,8}[\w-]+\.\w+", re.ASCII)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN_TYPES = (f"{_MAIN}.document.main+xml", f"{_MAIN}.template.main+xml")


class _Nothing:
    """Takes all elements and keeps nothing: what is wrong with them is found on the way."""

    line = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a part of the text of an element."""


def read_by(data: bytes, handler: xml_file.Handler) -> None:
    """Hand the elements of a part to a handler. Raises WordFileError for entities, and above the ceilings."""
    try:
        for _ in xml_file.read(io.BytesIO(data), handler, WORD_ELEMENTS):
            pass
    except ExportError:
        raise WordFileError("word-broken") from None


def tree(data: bytes) -> Element:
    """Read a part as elements. Raises WordFileError for what is no XML, has entities or is too large."""
    read_by(data, _Nothing())
    try:
        root: Element = parse_xml(data)
    except (XMLSyntaxError, ValueError):
        raise WordFileError("word-broken") from None
    return root


def part(parts: Mapping[str, bytes], path: str) -> bytes:
    """Give a part by its path. Raises WordFileError where it is missing."""
    if path not in parts:
        raise WordFileError("word-broken")
    return parts[path]


def main_part(parts: Mapping[str, bytes]) -> str:
    """Give the path of the document itself. Raises WordFileError for another kind of file, and for macros."""
    path = next((target for kind, target in links(parts, "").values() if kind == "officeDocument"), "")
    if path not in parts:
        raise WordFileError("word-broken")
    types = tree(part(parts, CONTENT_TYPES))
    named = {node.get("PartName", "").removeprefix("/"): node.get("ContentType", "") for node in types}
    if "macroEnabled" in named.get(path, ""):
        raise WordFileError("word-macros")
    if named.get(path) not in _MAIN_TYPES:
        raise WordFileError("word-broken")
    return path


def links(parts: Mapping[str, bytes], path: str) -> dict[str, tuple[str, str]]:
    """Map the id of each link of a part to its kind, such as ``image``, and the path that it leads to.

    Links out of the file are left out, and so are paths that no program for Word writes. The links of the
    file as a whole are those of "".
    """
    data = parts.get(join(dirname(path), "_rels", f"{basename(path)}.rels"))
    if data is None:
        return {}
    inner = {}
    for node in tree(data):
        kind, target = node.get("Type", ""), node.get("Target", "")
        if kind.startswith(_STRICT):
            raise WordFileError("word-strict")
        full = target.removeprefix("/") if target.startswith("/") else normpath(join(dirname(path), target))
        if node.get("TargetMode", "Internal") == "Internal" and _PATH.fullmatch(full) and full in parts:
            inner[node.get("Id", "")] = (kind.rpartition("/")[2], full)
    return inner
