"""Typst, to which texts go as data in JSON: none is source, so that no sign in it means anything.

Typst reads ``#``, ``$``, ``*``, a backslash and the like as markup only in its source, and its source is a
fixed template. What is left is what can't be seen, and what its fonts can't show. A line feed is a new line.
"""

import re

from icteregie.escape.unseen import codes, visible

_SPACES = re.compile(r"[ \t\r]+")
_SHOWN_AS = str.maketrans({"✕": "×", "\u202f": "\u00a0"})
"""What the fonts of typst don't have, and what looks the same."""
# Fonts have signs of their own there, which mean nothing to whoever wrote the text.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def typst(text: str, missing: frozenset[str] = frozenset()) -> str:
    r"""Show what can't be seen, and each of the ``missing`` characters, as its code, such as ``\u6f22``."""
    lines = (visible(_SPACES.sub(" ", line)) for line in text.translate(_SHOWN_AS).split("\n"))
    flat = _PRIVATE.sub(lambda match: codes(match[0]), "\n".join(lines))
    if not missing:
        return flat
    return "".join(codes(character) if character in missing else character for character in flat)
