"""HTML and SVG: text between tags, and the value of an attribute between quotes.

It is for pages and pictures; what stands inside a script, a style or an address needs more.
"""

from html import escape

from icteregie.escape.unseen import on_one_line


def html(text: str) -> str:
    """Write a text or an attribute's value: no tag, no entity, no end of the quotes."""
    return escape(on_one_line(text), quote=True)
