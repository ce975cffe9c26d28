"""XML from outside, read as it comes: no document type, no entities, nothing fetched, and all bounded."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO, NoReturn, Protocol
from xml.parsers import expat

from icteregie.diagnostics.ceilings import EXPORT_MEGABYTES, XML_LEVELS, XML_TAG_KILOBYTES
from icteregie.loading.exports.types import ExportError

_CHUNK = 64 * 1024
_INCLUDE = "http://www.w3.org/2001/XInclude"
_ENCODINGS = ("utf-8", "utf8", "us-ascii", "ascii")


class Handler(Protocol):
    """What is done with elements; a name in a namespace is the namespace, a space and the name.

    ``line`` is set to that of each element before it starts.
    """

    line: int

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a part of the text of an element."""


def read(file: BinaryIO, handler: Handler, most: int) -> Iterator[None]:
    """Hand the elements of a file to a handler, and give way after each part of the file.

    Raises ExportError for what is not well-formed, for a document type or another encoding than UTF-8, for
    more than ``most`` elements, and for what is larger or deeper than the ceilings.
    """
    parser, size = _parser(handler, most), 0
    try:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > EXPORT_MEGABYTES * 1024 * 1024:
                raise ExportError("too-large", most=EXPORT_MEGABYTES)
            parser.Parse(chunk, False)  # noqa: FBT003 - the library has no name for it
            # What it has not given yet is one tag, and it starts on that anew with each part.
            if size - max(parser.CurrentByteIndex, 0) > XML_TAG_KILOBYTES * 1024:
                raise ExportError("xml-tag", line=parser.CurrentLineNumber, most=XML_TAG_KILOBYTES)
            yield
        parser.Parse(b"", True)  # noqa: FBT003
        yield
    except expat.ExpatError as wrong:
        raise ExportError("xml-broken", line=wrong.lineno) from None


def _parser(handler: Handler, most: int) -> expat.XMLParserType:
    parser = expat.ParserCreate("utf-8", " ")
    levels = elements = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal levels, elements
        levels, elements = levels + 1, elements + 1
        if levels > XML_LEVELS:
            raise ExportError("xml-levels", line=parser.CurrentLineNumber, most=XML_LEVELS)
        if elements > most:
            raise ExportError("xml-elements", most=most)
        if name.startswith(f"{_INCLUDE} "):
            raise ExportError("xml-include", line=parser.CurrentLineNumber)
        handler.line = parser.CurrentLineNumber
        handler.start(name, attributes)

    def end(name: str) -> None:
        nonlocal levels
        levels -= 1
        handler.end(name)

    def refuse(*_: object) -> NoReturn:
        raise ExportError("xml-doctype", line=parser.CurrentLineNumber)

    def declaration(_: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise ExportError("wide", encoding=encoding)

    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.XmlDeclHandler = declaration
    return parser
