"""Writes a picture of the browser smaller, and reads and writes the words that a picture carries.

The browser gives PNG with 8 bits of red, green and blue. A page of text has about a thousand colours, most of
them between ink and paper; with the 256 most frequent ones it looks the same and is a third of its size.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">IIBBBBB")
_RGB, _PALETTE = 2, 3


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the chunks of a picture in their order: its name and its bytes."""
    assert data.startswith(_SIGNATURE)
    at = len(_SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12


def size(data: bytes) -> tuple[int, int]:
    """Give width and height in dots."""
    width, height, *_ = _HEADER.unpack(dict(chunks(data))[b"IHDR"])
    return width, height


def words(data: bytes) -> dict[str, str]:
    """Give the words that a picture carries, by their name."""
    texts = (body.decode("latin-1").split("\0", 1) for name, body in chunks(data) if name == b"tEXt")
    return dict(texts)


def smaller(data: bytes, **texts: str) -> bytes:
    """Give a picture of the browser in 256 colours, with these words in it."""
    width, height = size(data)
    assert _HEADER.unpack(dict(chunks(data))[b"IHDR"])[2:4] == (8, _RGB)
    rows = list(
        _rows(zlib.decompress(b"".join(body for name, body in chunks(data) if name == b"IDAT")), width)
    )
    counts = Counter(row[at : at + 3] for row in rows for at in range(0, len(row), 3))
    colours = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
    palette = colours[:256]
    index = {colour: _closest(colour, palette) for colour in colours}
    body = b"".join(b"\0" + bytes(index[row[at : at + 3]] for at in range(0, len(row), 3)) for row in rows)
    written = [
        (b"IHDR", _HEADER.pack(width, height, 8, _PALETTE, 0, 0, 0)),
        (b"PLTE", b"".join(palette)),
        *((b"tEXt", f"{name}\0{text}".encode("latin-1")) for name, text in texts.items()),
        (b"IDAT", zlib.compress(body, 9)),
        (b"IEND", b""),
    ]
    return _SIGNATURE + b"".join(_chunk(name, body) for name, body in written)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _closest(colour: bytes, palette: list[bytes]) -> int:
    def distance(at: int) -> int:
        return sum((one - other) ** 2 for one, other in zip(colour, palette[at], strict=True))

    return min(range(len(palette)), key=distance)


def _rows(raw: bytes, width: int) -> Iterator[bytes]:
    """Give the rows of a picture without the filter of each (PNG 3rd edition, chapter 9)."""
    length = width * 3
    above = bytearray(length)
    for at in range(0, len(raw), length + 1):
        row = bytearray(raw[at + 1 : at + 1 + length])
        for place in range(length):
            left = row[place - 3] if place >= 3 else 0
            corner = above[place - 3] if place >= 3 else 0
            row[place] = (row[place] + _guess(raw[at], left, above[place], corner)) & 255
        yield bytes(row)
        above = row


def _guess(kind: int, left: int, above: int, corner: int) -> int:
    """Foretell a byte from those beside it, as the filter of its row says."""
    if kind < 4:
        return (0, left, above, (left + above) // 2)[kind]
    near = left + above - corner
    return min((left, above, corner), key=lambda each: abs(near - each))
