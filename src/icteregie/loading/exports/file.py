"""An export of any format, which shows in how it begins, and the rows in it of one municipality."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from icteregie.diagnostics.ceilings import EXPORT_MEGABYTES
from icteregie.loading.exports import ameff, csv_file, excel
from icteregie.loading.exports.columns import rows_of
from icteregie.loading.exports.types import ExportError, Usage, UsageRow

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ZIP, _MARK = b"PK\x03\x04", b"\xef\xbb\xbf"
_START = 64


_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe without a writer must not keep us waiting."""

_MOST_NAMES = 12


def read_export(path: Path, name: str, code: str | None) -> Usage:
    """Read the rows of one municipality, by its name and its code.

    Raises ExportError when it is no export, and OSError when the system can't give it.
    """
    with open(os.open(path, _FLAGS), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise ExportError("not-ordinary")
        if status.st_size > EXPORT_MEGABYTES * 1024 * 1024:
            raise ExportError("too-large", most=EXPORT_MEGABYTES)
        start = file.read(_START)
        file.seek(0)
        if start.startswith(_OLD_EXCEL):
            raise ExportError("old-excel")
        if not start.strip():
            raise ExportError("empty")
        if start.startswith(_ZIP):
            return usage(rows_of(excel.table(file)), name, code)
        if start.removeprefix(_MARK).lstrip().startswith(b"<"):
            rows, model = ameff.rows_of(file)
            return Usage(rows, model=model)
        return usage(rows_of(csv_file.table(file)), name, code)


def usage(rows: Iterable[UsageRow], name: str, code: str | None) -> Usage:
    """Take the rows of a municipality, by its code where both have one, and else by its name.

    A row that names no municipality belongs to a partnership; it reaches the municipality when that is one
    of its partners, by the id that its own rows give. A row of another municipality is left out, also of one
    in the same partnership.
    """
    own: list[UsageRow] = []
    nameless: list[UsageRow] = []
    names: dict[str, None] = {}
    others = 0
    for row in rows:
        if not (row.municipality or row.code or row.municipality_id):
            nameless.append(row)
        elif _is_of(row, name, code):
            own.append(row)
        else:
            others += 1
            if len(names) < _MOST_NAMES:
                names[row.municipality or row.code] = None
    ids = {row.municipality_id.lower() for row in own if row.municipality_id}
    shared = tuple(row for row in nameless if ids.intersection(row.partners))
    others += len(nameless) - len(shared)
    return Usage(tuple(own), shared, others, tuple(names))


def _is_of(row: UsageRow, name: str, code: str | None) -> bool:
    if row.code and code:
        return _number(row.code) == _number(code)
    return _folded(row.municipality) == _folded(name)


def _number(code: str) -> str:
    """Give the digits of a code: GM0344, 0344 and 344 are one."""
    return code.upper().removeprefix("GM").lstrip("0")


def _folded(name: str) -> str:
    return name.casefold().removeprefix("gemeente ").strip()
