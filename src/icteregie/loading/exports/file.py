"""An export of any format: which it is shows in how it begins."""

import os
import stat
from pathlib import Path

from icteregie.diagnostics.ceilings import EXPORT_MEGABYTES
from icteregie.loading.exports import ameff, csv_file, excel
from icteregie.loading.exports.columns import rows_of
from icteregie.loading.exports.municipality import usage
from icteregie.loading.exports.types import ExportError, Usage

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ZIP, _MARK = b"PK\x03\x04", b"\xef\xbb\xbf"
_START = 64


_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe without a writer must not keep us waiting."""


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
