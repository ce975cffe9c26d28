"""Elements of WordprocessingML, ECMA-376 part 1, chapter 17: what a file for Word is made of."""

from collections.abc import Iterable
from typing import TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Element: TypeAlias = BaseOxmlElement


def element(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """Make an element with its children in the order that is given; None is left out.

    Children of properties must come in the order of the schema: Word refuses a file where they don't.
    """
    made: Element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def flag(name: str, *, is_set: bool = True) -> Element | None:
    """Make a property that is there or not, such as keepNext."""
    return element(name) if is_set else None


def hairline(*inner: Element) -> Element:
    """Make a paragraph that takes no space: a section can't end with a table."""
    space = element("spacing", before=0, after=0, line=20, lineRule="exact")
    return element("p", element("pPr", space, element("rPr", element("sz", val=2))), *inner)


def attribute(node: Element, name: str) -> str:
    """Give an attribute in the namespace of Word, "" where it is missing."""
    value: str = node.get(qn(f"w:{name}"), "")
    return value


def children(node: Element, *names: str) -> list[Element]:
    """List the children with one of these names, in the order of the file."""
    wanted = {qn(f"w:{name}") for name in names}
    return [child for child in node if child.tag in wanted]


def remove(nodes: Iterable[Element]) -> None:
    """Take elements out of what they stand in, with all that is in them."""
    for node in list(nodes):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
