"""An export as csv: semicolons, UTF-8 with or without a byte order mark, texts between quotation marks."""

import csv
from collections.abc import Iterable, Iterator

from icteregie.diagnostics.ceilings import EXPORT_ROW_KILOBYTES
from icteregie.loading.decoding import NotTextError, decode
from icteregie.loading.exports.types import ExportError

_MARK = "\ufeff"


def table(file: Iterable[bytes]) -> Iterator[tuple[int, list[str]]]:
    """Give every row with the line on which it begins; the lines of a file are read one by one.

    Raises ExportError for another encoding, another separator, quotation marks that don't close, and a row
    that is too long.
    """
    lines = _Lines(file)
    reader = csv.reader(lines, delimiter=";", strict=True)
    line, is_first = 1, True
    try:
        for cells in reader:
            if is_first and len(cells) == 1:
                raise ExportError("separator")
            yield line, cells
            line, is_first = reader.line_num + 1, False
            lines.size = 0
    except csv.Error:
        raise ExportError("quotes", line=line) from None


class _Lines(Iterator[str]):
    """The lines of a file as texts; ``size`` counts the bytes of the row that is being read."""

    def __init__(self, file: Iterable[bytes]) -> None:
        self._lines = enumerate(file, 1)
        self.size = 0

    def __next__(self) -> str:
        number, data = next(self._lines)
        self.size += len(data)
        if self.size > EXPORT_ROW_KILOBYTES * 1024:
            raise ExportError("long-row", line=number, most=EXPORT_ROW_KILOBYTES)
        if number == 1:
            _refuse_wide(data[:4])
        try:
            text = data.decode()
        except UnicodeDecodeError as wrong:
            raise ExportError("encoding", line=number, byte=f"0x{data[wrong.start]:02X}") from None
        return text.removeprefix(_MARK) if number == 1 else text


def _refuse_wide(start: bytes) -> None:
    """Refuse UTF-16 and UTF-32, by the first four bytes."""
    try:
        decode(start)
    except NotTextError as wrong:
        if wrong.wording in ("utf-16", "utf-32"):
            raise ExportError("wide", encoding=wrong.wording.upper()) from None
