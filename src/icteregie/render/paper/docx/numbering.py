"""Lists with numbers: each starts at its own, in the shape that the style of lists has."""

from docx.document import Document
from docx.oxml.ns import qn

from icteregie.render.paper.docx.elements import Element, attribute, children, element


def started(document: Document, style_id: str, first: int) -> Element | None:
    """Add a list that starts at a number, for paragraphs of a style; None where the style has no numbers."""
    root: Element = document.part.numbering_part.element
    own = next(
        (n for n in children(root, "num") if attribute(n, "numId") == _list_of(document, style_id)), None
    )
    shape = next(iter(children(own, "abstractNumId")), None) if own is not None else None
    if shape is None:
        return None
    number = free_id(children(root, "num"), "numId")
    start = element("lvlOverride", element("startOverride", val=first), ilvl=0)
    root.append(element("num", element("abstractNumId", val=attribute(shape, "val")), start, numId=number))
    return element("numPr", element("ilvl", val=0), element("numId", val=number))


def unnumbered() -> tuple[Element, Element]:
    """Make what takes the numbers of a house off a heading: a paper numbers its chapters itself."""
    return element("numPr", element("ilvl", val=0), element("numId", val=0)), element(
        "ind", left=0, hanging=0
    )


def _list_of(document: Document, style_id: str) -> str:
    root: Element = document.styles.element
    style = next((node for node in children(root, "style") if attribute(node, "styleId") == style_id), None)
    node = None if style is None else style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return "" if node is None else attribute(node, "val")


def free_id(nodes: list[Element], name: str) -> int:
    """Give a number above those that an attribute of the elements has."""
    texts = (attribute(node, name) for node in nodes)
    return max((int(text) for text in texts if text.isdecimal() and len(text) < 9), default=0) + 1
