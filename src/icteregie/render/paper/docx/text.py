"""The texts of a Word file, to compare them with what they were made from: bounded, and nothing is run."""

from collections.abc import Mapping

from icteregie.render.paper.docx.links import WORD, main_part, read_by
from icteregie.render.paper.docx.package import unpack

_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"


def paragraphs(data: bytes) -> tuple[str, ...]:
    """Give the paragraphs of a Word file, those in cells of tables too, in the order of the file.

    Of each, white space is one space, and a line break within it a line feed. Empty ones are left out, and so
    are the table of contents, deleted text, comments, headers and footers. Raises WordFileError for what is
    no Word file, has entities or macros, or is larger than the ceilings.
    """
    parts = unpack(data)
    texts = _Texts()
    read_by(parts[main_part(parts)], texts)
    lines = ([" ".join(line.split()) for line in text.split("\n")] for text in texts.texts)
    return tuple(text for each in lines if (text := "\n".join(each).strip("\n")))


class _Field:
    """A field while it is read: its instruction, and whether its result has begun."""

    def __init__(self) -> None:
        self.code = ""
        self.has_result = False

    def is_contents(self) -> bool:
        return self.code.split(maxsplit=1)[:1] == ["TOC"]


class _Texts:
    """Takes the paragraphs of a document; a text box within one comes before it."""

    line = 0

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._open: list[list[str]] = []
        self._fields: list[_Field] = []
        self._collected: list[str] | None = None
        self._is_code = False
        self._fallbacks = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of a paragraph, of a text, of a field, or a sign."""
        self._fallbacks += name == _FALLBACK
        space, _, local = name.rpartition(" ")
        if space != WORD or self._fallbacks:
            return
        match local:
            case "p":
                self._open.append([])
            case "t":
                self._collected = []
            case "instrText":
                self._is_code = True
            case "fldChar":
                self._field(attributes.get(f"{WORD} fldCharType", ""))
            case _ if local in _SIGNS:
                self._add(_SIGNS[local])

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].has_result = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def end(self, name: str) -> None:
        """Take the end of a paragraph or a text."""
        self._fallbacks -= name == _FALLBACK
        space, _, local = name.rpartition(" ")
        if space != WORD or self._fallbacks:
            return
        if local == "p" and self._open:
            self.texts.append("".join(self._open.pop()))
        elif local == "t" and self._collected is not None:
            self._add("".join(self._collected))
            self._collected = None
        elif local == "instrText":
            self._is_code = False

    def text(self, text: str) -> None:
        """Take a part of a text, or of the instruction of a field."""
        if self._is_code and self._fields:
            self._fields[-1].code += text
        elif self._collected is not None:
            self._collected.append(text)

    def _add(self, text: str) -> None:
        if self._open and not any(field.is_contents() for field in self._fields):
            self._open[-1].append(text)
