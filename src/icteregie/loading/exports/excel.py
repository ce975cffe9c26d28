"""An export as a workbook (xlsx): the first worksheet with the headings, without formulas or macros.

A workbook is a zip file with XML in it, https://ecma-international.org/publications-and-standards/standards/ecma-376.
The sizes in its directory are looked at before anything is unpacked.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO, TypeVar, cast

from icteregie.diagnostics.ceilings import EXCEL_CELLS, EXCEL_PARTS, EXPORT_MEGABYTES
from icteregie.loading.exports import xml_file
from icteregie.loading.exports.columns import has_headings
from icteregie.loading.exports.types import ExportError
from icteregie.loading.exports.workbook import Book, Strings, Styles, Targets
from icteregie.loading.exports.worksheet import Dates, Worksheet

H = TypeVar("H", bound=xml_file.Handler)

_END, _LARGE_END = b"PK\x05\x06", b"PK\x06\x07"
_END_SIZE, _LONGEST_COMMENT = 22, 65_535
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONGEST_ENTRY = 512
"""Of the directory, for each file in it: names in a workbook are short."""


def table(file: BinaryIO) -> Iterator[tuple[int, Sequence[str]]]:
    """Give the rows of the first worksheet whose first row has the headings, or else of the first.

    Raises ExportError for what is no workbook, is locked, or is larger than the ceilings once unpacked.
    """
    _refuse_large_directory(file)
    try:
        with zipfile.ZipFile(file) as parts:
            _refuse_large(parts)
            yield from _rows(parts)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, KeyError, EOFError, struct.error):
        raise ExportError("excel-broken") from None


def _refuse_large_directory(file: BinaryIO) -> None:
    """Look at the size of the directory, which the library would read whole."""
    size = file.seek(0, 2)
    file.seek(max(size - _END_SIZE - _LONGEST_COMMENT, 0))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise ExportError("excel-broken")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > EXCEL_PARTS * _LONGEST_ENTRY or _LARGE_END in tail:
        raise ExportError("excel-parts", most=EXCEL_PARTS)


def _refuse_large(parts: zipfile.ZipFile) -> None:
    entries = parts.infolist()
    if len(entries) > EXCEL_PARTS:
        raise ExportError("excel-parts", most=EXCEL_PARTS)
    if any(entry.flag_bits & 1 for entry in entries):
        raise ExportError("old-excel")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise ExportError("excel-broken")
    if sum(entry.file_size for entry in entries) > EXPORT_MEGABYTES * 1024 * 1024:
        raise ExportError("too-large", most=EXPORT_MEGABYTES)


def _rows(parts: zipfile.ZipFile) -> Iterator[tuple[int, Sequence[str]]]:
    book = _read(parts, "xl/workbook.xml", Book())
    paths = _read(parts, "xl/_rels/workbook.xml.rels", Targets()).paths
    there = set(parts.namelist())
    names = [paths[link] for link in book.links if paths.get(link) in there]
    if not names:
        raise ExportError("excel-broken")
    strings = _read(parts, "xl/sharedStrings.xml", Strings()).texts if "xl/sharedStrings.xml" in there else []
    styles = _read(parts, "xl/styles.xml", Styles()) if "xl/styles.xml" in there else Styles()
    dates = Dates(styles.dated(), is_1904=book.is_1904)
    fitting = (name for name in names if has_headings(_first(parts, name, strings, dates)))
    yield from _worksheet(parts, next(fitting, names[0]), strings, dates)


def _first(parts: zipfile.ZipFile, name: str, strings: Sequence[str], dates: Dates) -> Sequence[str]:
    return next(_worksheet(parts, name, strings, dates), (1, ()))[1]


def _worksheet(
    parts: zipfile.ZipFile, name: str, strings: Sequence[str], dates: Dates
) -> Iterator[tuple[int, Sequence[str]]]:
    worksheet = Worksheet(strings, dates)
    with _opened(parts, name) as part:
        for _ in xml_file.read(part, worksheet, EXCEL_CELLS):
            yield from worksheet.rows
            worksheet.rows.clear()


def _read(parts: zipfile.ZipFile, name: str, handler: H) -> H:
    with _opened(parts, name) as part:
        for _ in xml_file.read(part, handler, EXCEL_CELLS):
            pass
    return handler


def _opened(parts: zipfile.ZipFile, name: str) -> BinaryIO:
    """Open a part; what is in the zip file can be no more than its directory says."""
    return cast("BinaryIO", parts.open(name))
