"""The DOT language, in which Graphviz reads a backslash and HTML's entities inside quotes."""

import re

from icteregie.escape.unseen import on_one_line

_ENTITY = re.compile(r"&(?=#?\w+;)")


def dot(text: str) -> str:
    """Write a text between its quotes."""
    flat = _ENTITY.sub("&amp;", on_one_line(text))
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'
