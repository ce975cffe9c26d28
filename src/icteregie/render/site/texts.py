"""How wide a text is in a drawing, and where its lines end: measured by a table, the same on every machine.

The widths are those of DejaVu Sans Bold, the widest of the letters that a drawing asks for, rounded up.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache

from icteregie.escape.unseen import on_one_line

_WIDTHS = {
    320: "'",
    360: " ijl",
    380: ",./IJ\\|·‘’",
    400: ":;",
    420: "-",
    440: "f",
    460: "!()[]",
    480: "t",
    500: "_`r–",
    540: '"*',
    600: "?csz",
    640: "L",
    660: "vxy",
    680: "aek",
    700: "$0123456789EFTo€",
    720: "bdghnpqu{}",
    740: "CPSYZ",
    780: "ABKRVX▲",
    820: "U",
    840: "#+<=>DGHN^~",
    860: "OQ",
    880: "&◷",
    940: "w",
    1000: "@M…—©®",
    1020: "%",
    1060: "m",
    1120: "W",
}
"""Thousandths of the size of the letters, for each letter of a row."""
_BY_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 1420
"""Of any other letter; an accent adds nothing to the letter below it."""
_MARGIN = 106
"""Percent: what other letters of the same kind may be wider."""
ELLIPSIS = "…"


@cache
def _letter(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    plain = unicodedata.normalize("NFD", letter)[0]
    return _BY_LETTER.get(letter) or _BY_LETTER.get(plain, _OTHER)


def width(text: str, size: int) -> int:
    """Give the width of a text in pixels, rounded up, in letters of a size in pixels."""
    return -(-sum(map(_letter, text)) * size * _MARGIN // 100_000)


def wrapped(text: str, size: int, most: int, lines: int) -> tuple[str, ...]:
    """Divide a text into at most so many lines of at most so many pixels; what doesn't fit ends in "…"."""
    words, made = on_one_line(text).split(" "), [""]
    while words:
        word = words.pop(0)
        longer = f"{made[-1]} {word}".lstrip()
        if width(longer, size) <= most:
            made[-1] = longer
        elif made[-1]:
            if len(made) == lines:
                return (*made[:-1], _ended(longer, size, most))
            words.insert(0, word)
            made.append("")
        elif len(made) == lines:
            return (*made[:-1], _ended(word, size, most))
        else:
            made[-1] = _beginning(word, size, most)
            words.insert(0, word[len(made[-1]) :])
            made.append("")
    return tuple(line for line in made if line)


def packed(facts: Sequence[str], size: int, most: int, lines: int) -> tuple[str, ...]:
    """Put facts after each other with " · " between them, each on the next line where it doesn't fit."""
    made = [""]
    for fact in facts:
        longer = f"{made[-1]} · {fact}" if made[-1] else fact
        if width(longer, size) <= most:
            made[-1] = longer
        else:
            made = [*made[:-1], *([made[-1]] if made[-1] else []), *wrapped(fact, size, most, lines)]
    return tuple(line for line in made if line)[:lines]


def _beginning(word: str, size: int, most: int) -> str:
    """Give as many letters as fit, at least one, and no letter without its accents."""
    end = len(word)
    while end > 1 and (
        width(word[:end], size) > most or (end < len(word) and unicodedata.combining(word[end]))
    ):
        end -= 1
    return word[:end]


def _ended(text: str, size: int, most: int) -> str:
    """Cut a text where whole words fit, or a first word that is too long itself, and add "…"."""
    begun = _beginning(text, size, most - width(ELLIPSIS, size))
    is_whole = text[len(begun) : len(begun) + 1] == " "
    words = begun if is_whole else begun.rpartition(" ")[0] or begun
    return f"{words.rstrip(' ,;:–-') or begun.strip()}{ELLIPSIS}"


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((each for each in strong if each in ("L", "R", "AL")), "L") != "L"
