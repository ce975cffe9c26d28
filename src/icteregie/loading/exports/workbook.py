"""The parts of a workbook around its worksheets: their order and files, shared texts, and formats."""

import re
from collections.abc import Mapping
from posixpath import normpath

_RELATION = re.compile(r"\S*/relationships id")
_CODE_OF_DATE = re.compile(r"[dmyDMY]")
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""What a format shows as it is, its colours and its conditions."""
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Formats of dates that have a number only, ECMA-376 part 1, 18.8.30."""


def local(name: str) -> str:
    """Give the name of an element or an attribute without its namespace."""
    return name.rpartition(" ")[2]


class Part:
    """Takes nothing; what a part does with elements is added by who reads it."""

    line = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a part of the text of an element."""


class Book(Part):
    """The worksheets in their order, each by the link to its file, and whether days are counted from 1904."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.is_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a worksheet."""
        if local(name) == "sheet":
            self.links += [value for key, value in attributes.items() if _RELATION.fullmatch(key)]
        elif local(name) == "workbookPr":
            self.is_1904 = attributes.get("date1904") in ("1", "true")


class Targets(Part):
    """The file of each link, as its path in the workbook; what lies outside of it is left out."""

    def __init__(self) -> None:
        self.paths: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a relation."""
        target = attributes.get("Target", "")
        if local(name) == "Relationship" and attributes.get("TargetMode", "Internal") == "Internal":
            path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            self.paths[attributes.get("Id", "")] = normpath(path)


class Strings(Part):
    """The texts that cells share, by their number; what says how a text is pronounced is left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._is_text = self._is_spoken = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of a text."""
        del attributes
        match local(name):
            case "si":
                self._parts = []
            case "rPh":
                self._is_spoken = True
            case "t":
                self._is_text = not self._is_spoken

    def end(self, name: str) -> None:
        """Take the end of a text."""
        match local(name):
            case "si":
                self.texts.append("".join(self._parts))
            case "rPh":
                self._is_spoken = False
            case "t":
                self._is_text = False

    def text(self, text: str) -> None:
        """Take a part of a text."""
        if self._is_text:
            self._parts.append(text)


class Styles(Part):
    """The formats of cells, by their number."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._formats: list[str] = []
        self._is_of_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a format."""
        match local(name):
            case "numFmt":
                self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs":
                self._is_of_cells = True
            case "xf" if self._is_of_cells:
                self._formats.append(attributes.get("numFmtId", ""))

    def end(self, name: str) -> None:
        """Take the end of the formats of cells."""
        if local(name) == "cellXfs":
            self._is_of_cells = False

    def dated(self) -> frozenset[str]:
        """Give the numbers of the formats that show a day."""
        return frozenset(str(place) for place, number in enumerate(self._formats) if self._is_date(number))

    def _is_date(self, number: str) -> bool:
        code = self._codes.get(number)
        if code is None:
            return number.isdecimal() and int(number) in _BUILT_IN_DATES
        return _CODE_OF_DATE.search(_LITERAL.sub("", code)) is not None
