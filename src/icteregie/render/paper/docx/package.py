"""The zip file around the parts of a Word file: read with bounds, and written with the same bytes twice."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date

from icteregie.diagnostics.ceilings import WORD_MEGABYTES, WORD_PARTS
from icteregie.render.paper.word_file import WordFileError

CONTENT_TYPES = "[Content_Types].xml"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_END, _LARGE_END = b"PK\x05\x06", b"PK\x06\x07"
_END_SIZE, _LONGEST_COMMENT, _LONGEST_ENTRY = 22, 65_535, 512
_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""How a file of Word 97 starts, and one that is locked with a password."""


def unpack(data: bytes) -> dict[str, bytes]:
    """Give each part of a Word file by its path. Raises WordFileError.

    The sizes in the directory of the zip file are looked at before anything is unpacked.
    """
    if len(data) > WORD_MEGABYTES * 1024 * 1024:
        raise WordFileError("word-too-large", most=WORD_MEGABYTES)
    if data.startswith(_OLD_WORD):
        raise WordFileError("word-old")
    _refuse_large_directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _refuse_large(parts.infolist())
            return {entry.filename: parts.read(entry) for entry in parts.infolist() if not entry.is_dir()}
    except WordFileError:
        raise
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, struct.error, RuntimeError):
        raise WordFileError("word-broken") from None
    except (NotImplementedError, OSError, ValueError):  # another version of zip, and places outside the file
        raise WordFileError("word-broken") from None


def _refuse_large_directory(data: bytes) -> None:
    """Look at the size of the directory, which the library would read whole."""
    tail = data[-_END_SIZE - _LONGEST_COMMENT :]
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise WordFileError("word-broken")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > WORD_PARTS * _LONGEST_ENTRY or _LARGE_END in tail:
        raise WordFileError("word-parts", most=WORD_PARTS)


def _refuse_large(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(entries) > WORD_PARTS:
        raise WordFileError("word-parts", most=WORD_PARTS)
    if any(entry.flag_bits & 1 or entry.compress_type not in _METHODS for entry in entries):
        raise WordFileError("word-broken")
    if sum(entry.file_size for entry in entries) > WORD_MEGABYTES * 1024 * 1024:
        raise WordFileError("word-too-large", most=WORD_MEGABYTES)
    if CONTENT_TYPES not in names or len({name.casefold() for name in names}) < len(names):
        raise WordFileError("word-broken")


def pack(parts: Mapping[str, bytes], day: date) -> bytes:
    """Make a zip file of parts, in the order of their paths and dated on a day: the same bytes twice."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            file.writestr(entry, parts[name])
    return target.getvalue()
