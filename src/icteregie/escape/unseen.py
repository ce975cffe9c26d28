"""What can't be seen, or turns the reading direction, shown as its code: the base of the escapers."""

import re

from icteregie.loading.decoding import UNWANTED, name_of

# What files may not hold, file names still can; there a tab and a line feed are unseen too.
UNSEEN = re.compile(f"[\t\n\r]|{UNWANTED.pattern}")


def visible(text: str) -> str:
    r"""Show every unseen character, line feeds among them, as ``\u202e`` or ``\U000e0041``."""
    return UNSEEN.sub(_code, text)


def unseen_names(text: str) -> list[str]:
    """Name every character that files may not hold, such as «U+202E RIGHT-TO-LEFT OVERRIDE»."""
    return [name_of(character[0]) for character in UNWANTED.finditer(text)]


def on_one_line(text: str) -> str:
    """Make all white space one space, and show what else can't be seen."""
    return visible(" ".join(text.split()))


def _code(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
