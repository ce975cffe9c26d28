"""How wide the letters of a house are: the widths of columns depend on it, and no font is read for it."""

from docx.document import Document
from docx.oxml.ns import qn

from icteregie.render.paper.docx.elements import Element, attribute, children
from icteregie.render.paper.docx.links import tree

_WIDTHS = {
    **dict.fromkeys(("arial", "helvetica", "liberation sans", "arimo"), 1.0),
    **dict.fromkeys(
        ("calibri", "carlito", "times new roman", "liberation serif", "cambria", "garamond"), 0.95
    ),
    **dict.fromkeys(
        ("aptos", "segoe ui", "open sans", "source sans pro", "tahoma", "corbel", "georgia"), 1.1
    ),
}
_UNKNOWN = 1.28
"""Of a font that isn't listed; those of Verdana and DejaVu Serif are so wide."""


def letter_width(document: Document) -> float:
    """Give the width of the letters of a file, with those of Helvetica as 1; a wide one for unknown fonts."""
    root: Element = document.styles.element
    normal = [style for style in children(root, "style") if _is_normal(style)]
    for node in (*normal, *children(root, "docDefaults")):
        for fonts in node.iter(qn("w:rFonts")):
            name = attribute(fonts, "ascii") or _of_theme(document, attribute(fonts, "asciiTheme"))
            if name:
                return _WIDTHS.get(name.lower(), _UNKNOWN)
    return _UNKNOWN


def _is_normal(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")


def _of_theme(document: Document, name: str) -> str:
    """Give the font that a theme has for headings (major) or for texts (minor)."""
    if not name:
        return ""
    part = next(
        (each.target_part for each in document.part.rels.values() if each.reltype.endswith("/theme")), None
    )
    if part is None:
        return ""
    kind = "majorFont" if name.startswith("major") else "minorFont"
    latin = tree(part.blob).find(f".//{qn('a:' + kind)}/{qn('a:latin')}")
    return "" if latin is None else str(latin.get("typeface", ""))
