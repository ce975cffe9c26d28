r"""Mermaid, read back from Mermaid 11 itself in a browser; ``tools/browser`` says which one.

All but plain letters, digits and spaces is written as a code, ``#59;``, so that no sign of the
diagram, of HTML or of Markdown is left. Mermaid turns codes into signs before it looks for
formulas (``$$``), icons (``fa:fa-car``) and ``\n`` in the label of a node; the empty tag ``<wbr>``
parts those. Gantt charts hold no tags; there it is the first word that can be taken for a keyword,
and a number alone would change places.

Not prevented: versions 11.4 to 11.12, those between 10.9 and today's that were tried, read Markdown
in the label of a node after all codes. There ``*x*`` shows as x in italics, and text between
backticks may show as "unsupported". No version makes a link, an image or a script of it.
"""

import re

from icteregie.escape.unseen import on_one_line

_PLAIN = re.compile(r"[^A-Za-z0-9 ]")
_CUT = "\0"
_CUTS = re.compile(
    r"(?<=\$)(?=\$)|(?<=\\)(?=n)|(?:(?<=fa:)|(?<=fa[bklrs]:))(?=fa-)"
    r"|^(?=[!-/:-@\[-`{-~]|[0-9]+[.)])"  # a heading, a point or a number, to some versions
    r"|(?<=\ufb02)(?=\xb0)|(?<=\xb6)(?=\xdf)"  # what Mermaid itself puts in the place of a code
)
_KEYWORD = re.compile(
    r"(?:gantt|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes"
    r"|todayMarker|weekday|weekend|title|section|click|call|href|acc(?:Title|Descr)|[0-9]+$)",
    re.IGNORECASE,
)


def mermaid(text: str) -> str:
    """Write the label of a node or of a line, which stands between quotes."""
    parts = _CUTS.sub(_CUT, on_one_line(text)).split(_CUT)
    return "<wbr>".join(_PLAIN.sub(_code, part) for part in parts)


def mermaid_gantt(text: str) -> str:
    """Escape the name of a Gantt section or task, at the start of a line or after a word."""
    flat = on_one_line(text)
    first = 1 if _KEYWORD.match(flat) else 0
    return "".join(f"#{ord(c)};" for c in flat[:first]) + _PLAIN.sub(_code, flat[first:])


def _code(match: re.Match[str]) -> str:
    return f"#{ord(match[0])};"
