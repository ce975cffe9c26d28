"""One worksheet of a workbook, row by row: texts as they are, whole numbers, and days as YYYY-MM-DD."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from icteregie.diagnostics.ceilings import EXCEL_COLUMNS
from icteregie.loading.exports.types import ExportError
from icteregie.loading.exports.workbook import local

_PLACE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_PLACE_OF_TEXT = re.compile(r"[0-9]{1,9}")
_INTEGER = re.compile(r"(-?[0-9]{1,15})(?:\.0+)?")
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
_END_OF_TIME = 200_000


@dataclass(frozen=True, slots=True)
class Dates:
    """Which formats show a day, and from which day is counted."""

    formats: frozenset[str] = frozenset()
    is_1904: bool = False

    def text(self, number: str, style: str) -> str:
        """Write a number as it is shown: as a day where its format is that of one."""
        integer = _INTEGER.fullmatch(number)
        if style in self.formats:
            days = number.partition(".")[0]
            if days.isascii() and days.isdecimal() and len(days) < 7 and 0 < int(days) < _END_OF_TIME:
                first = _FIRST_DAY_1904 if self.is_1904 else _FIRST_DAY
                return (first + timedelta(days=int(days))).isoformat()
        return integer[1] if integer else number


@dataclass(slots=True)
class Worksheet:
    """Takes the rows of a worksheet; who reads them empties ``rows``.

    A formula counts for the value that the workbook has of it, and is never worked out.
    """

    strings: Sequence[str]
    dates: Dates
    line: int = 0
    rows: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    _line: int = 0
    _cells: list[str] = field(default_factory=list)
    _column: int = -1
    _kind: str = ""
    _style: str = ""
    _texts: list[str] = field(default_factory=list)
    _is_value: bool = False
    _is_spoken: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of a row, a cell or a value."""
        match local(name):
            case "row":
                number = attributes.get("r", "")
                is_number = number.isascii() and number.isdecimal() and len(number) < 8
                self._line = int(number) if is_number else self._line + 1
                self._cells, self._column = [], -1
            case "c":
                self._column = _column(attributes.get("r", ""), self._column + 1)
                self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
                self._texts = []
            case "v" | "t":
                self._is_value = not self._is_spoken
            case "rPh":
                self._is_spoken = True

    def end(self, name: str) -> None:
        """Take the end of a row, a cell or a value."""
        match local(name):
            case "row":
                self.rows.append((self._line, self._cells))
            case "c":
                self._take(self._text())
            case "v" | "t":
                self._is_value = False
            case "rPh":
                self._is_spoken = False

    def text(self, text: str) -> None:
        """Take a part of a value."""
        if self._is_value:
            self._texts.append(text)

    def _text(self) -> str:
        written = "".join(self._texts)
        if self._kind == "s":
            place = int(written) if _PLACE_OF_TEXT.fullmatch(written) else len(self.strings)
            return self.strings[place] if place < len(self.strings) else ""
        if self._kind == "n":
            return self.dates.text(written.strip(), self._style)
        return written

    def _take(self, text: str) -> None:
        if not text:
            return
        if self._column >= EXCEL_COLUMNS:
            raise ExportError("wide-row", line=self._line, most=EXCEL_COLUMNS)
        self._cells += [""] * (self._column + 1 - len(self._cells))
        self._cells[self._column] = text


def _column(place: str, otherwise: int) -> int:
    """Read the column of a place such as B3, counted from 0; without one it comes next."""
    match = _PLACE.fullmatch(place)
    if match is None:
        return otherwise
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
