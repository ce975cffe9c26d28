"""From a title to an id: plain letters, digits and hyphens, and a name that nobody has yet."""

import re
import unicodedata
from collections.abc import Container

from icteregie.diagnostics.ceilings import ID_LENGTH
from icteregie.portfolio.kinds import RESERVED

_LENGTH = 48
# Letters that Unicode does not take apart.
_FOLDED = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "œ": "oe", "þ": "th", "ð": "d"})
# An apostrophe joins: foto's is one word.
_JOINS = re.compile(r"['’]")
_BREAKS = re.compile(r"[^a-z0-9]+")


def slug(title: str, otherwise: str) -> str:
    """Make an id of a title; one that does not start with a letter gets ``otherwise`` before it."""
    apart = unicodedata.normalize("NFKD", title.lower().translate(_FOLDED))
    plain = _JOINS.sub("", apart).encode("ascii", "ignore").decode()
    words = _BREAKS.sub("-", plain.lower()).strip("-")
    # YAML takes a bare null for nothing at all, and not every id can be the name of a file.
    if not words[:1].isalpha() or words == "null" or words in RESERVED:
        words = f"{otherwise}-{words}".rstrip("-")
    return _cut(words)


def unique(wanted: str, taken: Container[str]) -> str:
    """Give an id that nobody has: the one wanted, or the first with a number behind it."""
    if wanted not in taken:
        return wanted
    number = 2
    while (numbered := f"{wanted[: ID_LENGTH - 6].rstrip('-')}-{number}") in taken:
        number += 1
    return numbered


def _cut(words: str) -> str:
    """Cut between two words where that leaves something to recognise."""
    if len(words) <= _LENGTH:
        return words
    shorter, _, _ = words[: _LENGTH + 1].rpartition("-")
    return (shorter if len(shorter) > _LENGTH // 2 else words[:_LENGTH]).rstrip("-")
