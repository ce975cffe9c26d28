"""Words that are wider than their line: where they may part, so that none runs off the page.

All other words stay whole.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from icteregie.render.paper.widths import letters_of

Part: TypeAlias = tuple[str, int]
"""A piece of text and how it parts: 0 between words only, HYPHENS, or after so many letters."""

BETWEEN_WORDS, HYPHENS = 0, -1
LINE = 80
"""Letters that surely fit on a line of running text."""
_LONG = re.compile(r"[^ \n\u00a0]{10,}")
_SEGMENT = re.compile(r"[^/-]+[/-]*|[/-]+")
_TONGUE = re.compile(
    r"[^\W\d_]{0,7}?(?:[aeiouyàáâäèéêëìíîïòóôöùúûü]+[b-df-hj-np-tv-xzçñ]{0,7})+", re.IGNORECASE
)
_MOST_HYPHENATED = 45


def parted(text: str, letters: int) -> Iterator[Part]:
    """Cut a text at its words that don't fit in ``letters``, and say how each of them parts."""
    at = 0
    for match in _LONG.finditer(text):
        if not _fits(match[0], letters):
            if at < match.start():
                yield text[at : match.start()], BETWEEN_WORDS
            yield match[0], _breaks(match[0], letters)
            at = match.end()
    if at < len(text):
        yield text[at:], BETWEEN_WORDS


def _fits(word: str, letters: int) -> bool:
    """Tell whether each part of a word, which parts after a stroke or hyphen, fits."""
    if len(word) * 3 <= letters * 2:
        return True
    return all(letters_of(part[0]) <= letters for part in _SEGMENT.finditer(word))


def _breaks(word: str, letters: int) -> int:
    if len(word) <= _MOST_HYPHENATED and _TONGUE.fullmatch(word):
        return HYPHENS
    return max(letters // 2, 1)
