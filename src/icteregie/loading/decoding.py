"""From the bytes of a file to its text: UTF-8 without anything a reader can't see.

Control characters, characters that turn the reading direction and invisible characters
can make a text say something else than it shows; they are refused where they stand.
Only LF and CR LF end a line, because editors disagree about the others.
"""

import re
import unicodedata

from icteregie.diagnostics.ceilings import FILE_KILOBYTES
from icteregie.diagnostics.types import Value

# The last two of each plane are promised never to be a character.
_NONCHARACTERS = "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17))
# A joiner and a selector of variants are kept with emoji, where they are part of what is seen.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff" + _NONCHARACTERS + "]"
    "|(?<![\u2190-\U0001faff])\u200d"
    "|(?<![#*0-9\xa9\xae\u203c-\ufdcf\ufe10-\U0003ffff])[\ufe00-\ufe0f]"
    "|\r(?!\n)"
)
# Most of a file is printable ASCII, which bytes drop much faster than an expression passes it.
_HARMLESS = bytes(range(0x20, 0x7F)) + b"\t\n"
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff" + _NONCHARACTERS + "]"
)
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?")


class NotTextError(Exception):
    """The bytes are no readable text; says where (0-based) and in which wording."""

    def __init__(self, wording: str, line: int, column: int, **values: Value) -> None:
        super().__init__(wording)
        self.wording = wording
        self.line = line
        self.column = column
        self.values = values


def decode(data: bytes, kilobytes: int = FILE_KILOBYTES) -> str:
    """Read bytes as UTF-8; a byte order mark is dropped.

    Raises NotTextError for another encoding and for a file that is larger than ``kilobytes`` KiB.
    """
    if len(data) > kilobytes * 1024:
        raise NotTextError("too-large", 0, 0, most=kilobytes)
    if wide := _wide(data):
        raise NotTextError(wide, 0, 0)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        before = data[: wrong.start].decode("utf-8-sig", "replace")
        line, column = position(before, len(before))
        raise NotTextError("not-utf-8", line, column, byte=f"0x{data[wrong.start]:02X}") from None


def _wide(data: bytes) -> str:
    """Name the encoding that takes two or four bytes for each character, or ""."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")) or b"\0\0\0" in (data[0:3], data[1:4]):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0\0" in (data[0:4:2], data[1:4:2]):
        return "utf-16"
    return ""


def position(text: str, index: int) -> tuple[int, int]:
    """Give the 0-based line and column of a character."""
    return text.count("\n", 0, index), index - (text.rfind("\n", 0, index) + 1)


def name_of(character: str) -> str:
    """Name a character that can't be shown, such as «U+202E RIGHT-TO-LEFT OVERRIDE»."""
    control = {"\r": " CARRIAGE RETURN", "\0": " NULL", "\x1b": " ESCAPE"}.get(character, "")
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}{' ' + name if name else control}"


def is_suspect(data: bytes) -> bool:
    """Say whether UTF-8 text holds anything that ``unwanted`` must look at."""
    rest = data.translate(None, _HARMLESS)
    return bool(rest) and _SUSPECT.search(rest.decode("utf-8", "replace")) is not None


def unwanted(text: str) -> list[tuple[int, str]]:
    """List the index and the name of every character that is refused, in reading order."""
    return [(match.start(), name_of(match[0])) for match in UNWANTED.finditer(text)]


def conflict_markers(text: str) -> list[int]:
    """List the 0-based number of every line that git left behind in an unfinished merge."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return []
    return [row for row, line in enumerate(text.split("\n")) if _CONFLICT.fullmatch(line)]
