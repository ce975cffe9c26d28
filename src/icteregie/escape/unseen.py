"""What can't be seen, or turns the reading direction, shown as its code: the base of the escapers."""

import re

from icteregie.loading.decoding import UNWANTED, name_of

# What files may not hold, file names still can; there a tab and a line feed are unseen too.
UNSEEN = re.compile(f"[\t\n\r]|{UNWANTED.pattern}")
# Most texts have only such letters and signs; passing them one by one takes far longer than seeing that.
_DOUBTFUL = re.compile("[^ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf]")


def visible(text: str) -> str:
    r"""Show every unseen character, line feeds among them, as ``\u202e`` or ``\U000e0041``."""
    return UNSEEN.sub(_code, text) if _DOUBTFUL.search(text) else text


def codes(text: str) -> str:
    r"""Show every character as its code, such as ``\u6f22``, for a target that has no sign for it."""
    return "".join(map(_code_of, text))


def unseen_names(text: str) -> list[str]:
    """Name every character that files may not hold, such as «U+202E RIGHT-TO-LEFT OVERRIDE»."""
    return [name_of(character[0]) for character in UNWANTED.finditer(text)]


def on_one_line(text: str) -> str:
    """Make all white space one space, and show what else can't be seen."""
    return visible(" ".join(text.split()))


def _code(match: re.Match[str]) -> str:
    return _code_of(match[0])


def _code_of(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
