"""A user's text as YAML that every reader takes for that same text.

A text stands plain only where no YAML reader, of any version, can see something else in
it; all others are quoted. Running text of several lines becomes a literal block.
"""

import re
from collections.abc import Mapping

# Starts with a letter, and holds nothing that can end a text or start something else.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.;()/+&€?!'’\"-]*[\w.()?!€])?")
_PLAIN_IN_BRACES = re.compile(r"[^\W\d_](?:[\w .()/+-]*[\w.()])?")
# What YAML 1.1 or 1.2 reads as nothing or as a truth value.
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def line(text: str) -> str:
    """Write one line of text after a key."""
    return _quoted(text, _PLAIN)


def in_braces(text: str) -> str:
    """Write one line of text between braces or brackets."""
    return _quoted(text, _PLAIN_IN_BRACES)


def mapping(pairs: Mapping[object, object]) -> str:
    """Write names and numbers, which need no quotes, as a mapping on one line."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"


def prose(text: str) -> str:
    """Format running text after a key at the left margin."""
    if "\n" not in text:
        return line(text)
    indented = (f"  {row}" if row else "" for row in text.split("\n"))
    return "\n".join(("|-", *indented))


def _quoted(text: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return "'" + text.replace("'", "''") + "'"
