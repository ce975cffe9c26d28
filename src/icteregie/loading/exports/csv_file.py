"""An export as csv: semicolons, UTF-8 with or without a byte order mark, texts between quotation marks."""

import csv
from collections.abc import Iterable, Iterator

from icteregie.loading.decoding import NotTextError, decode
from icteregie.loading.exports.types import ExportError

_MARK = "\ufeff"


def table(file: Iterable[bytes]) -> Iterator[tuple[int, list[str]]]:
    """Give every row with the line on which it begins; the lines of a file are read one by one.

    Raises ExportError for another encoding, another separator, and quotation marks that don't close.
    """
    reader = csv.reader(_lines(file), delimiter=";", strict=True)
    line, is_first = 1, True
    try:
        for cells in reader:
            if is_first and len(cells) == 1:
                raise ExportError("separator")
            yield line, cells
            line, is_first = reader.line_num + 1, False
    except csv.Error:
        raise ExportError("quotes", line=line) from None


def _lines(file: Iterable[bytes]) -> Iterator[str]:
    for number, data in enumerate(file, 1):
        if number == 1:
            _refuse_wide(data[:4])
        try:
            text = data.decode()
        except UnicodeDecodeError as wrong:
            raise ExportError("encoding", line=number, byte=f"0x{data[wrong.start]:02X}") from None
        yield text.removeprefix(_MARK) if number == 1 else text


def _refuse_wide(start: bytes) -> None:
    """Refuse UTF-16 and UTF-32, by the first four bytes."""
    try:
        decode(start)
    except NotTextError as wrong:
        if wrong.wording in ("utf-16", "utf-32"):
            raise ExportError("wide", encoding=wrong.wording.upper()) from None
