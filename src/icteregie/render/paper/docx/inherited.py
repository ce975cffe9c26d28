"""What a style of a house comes to: by itself, by one that it builds on, or by the defaults of the file."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from icteregie.render.paper.docx.elements import Element, attribute, children

_DEFAULT_SIZE = 20
"""Of letters in Word, in halves of a point, where nothing says it."""


def is_numbered(root: Element, style_id: str) -> bool:
    """Tell whether paragraphs of a style get a number or a bullet of the house."""
    number = next(_values(root, style_id, "pPr", "numPr", "numId", "val"), "0")
    return number != "0"


def space_above(root: Element, style_id: str) -> int:
    """Give the space above paragraphs of a style, in twentieths of a point."""
    return _number(next(_values(root, style_id, "pPr", "spacing", "before"), ""), 0)


def space_below(root: Element, style_id: str) -> int:
    """Give the space below paragraphs of a style, in twentieths of a point."""
    return _number(next(_values(root, style_id, "pPr", "spacing", "after"), ""), 0)


def letter_size(root: Element, style_id: str) -> int:
    """Give the size of the letters of a style, in halves of a point."""
    return _number(next(_values(root, style_id, "rPr", "sz", "val"), ""), _DEFAULT_SIZE)


def _values(root: Element, style_id: str, *path: str) -> Iterator[str]:
    """Give an attribute, the last of the path, as the style has it, those that it builds on, and the file."""
    *inner, name = path
    place = "/".join(qn(f"w:{each}") for each in inner)
    nodes = [*_line(root, style_id), *root.iterfind(f"{qn('w:docDefaults')}/{qn(f'w:{path[0]}Default')}")]
    for node in nodes:
        inside = node.find(place)
        if inside is not None and attribute(inside, name):
            yield attribute(inside, name)


def _line(root: Element, style_id: str) -> Iterator[Element]:
    """Give a style and what it builds on; of a circle each once."""
    styles = {attribute(style, "styleId"): style for style in reversed(children(root, "style"))}
    seen: set[str] = set()
    while style_id in styles and style_id not in seen:
        seen.add(style_id)
        yield styles[style_id]
        style_id = next((attribute(node, "val") for node in children(styles[style_id], "basedOn")), "")


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
