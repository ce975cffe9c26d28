"""Styles by the names that every Word knows, "heading 1" in a Dutch one too; those of a house stay."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn

from icteregie.portfolio.partnership import Language
from icteregie.render.paper.docx.dutch_names import in_english
from icteregie.render.paper.docx.elements import Element, attribute, children, element, remove
from icteregie.render.paper.docx.fonts import letter_width
from icteregie.render.paper.docx.inherited import is_numbered, letter_size, space_above, space_below
from icteregie.render.paper.docx.links import links, main_part, tree
from icteregie.render.paper.docx.numbering import free_id
from icteregie.render.paper.docx.template import base_parts, house_parts, shown_table_style

EXPECTED = (
    *("Title", "Subtitle", "heading 1", "heading 2", "heading 3", "List Bullet", "List Number", "caption"),
    "Table Grid",
)
"""The styles that a template of a house is asked for. Others follow from its Normal."""
_TABLES = ("Regie Table", "Table Grid")
"""The styles for tables, the first that is there: a house can have one of its own for what regie writes."""
_LANGUAGES: Mapping[Language, str] = {"nl": "nl-NL", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The id of each style by its name, and that of the tables; ``is_house`` tells whose they are.

    ``letter_width`` is how wide their letters are, with those of Helvetica as 1. ``numbered`` names the
    headings that a house numbers; ``above`` and ``below`` have the space of each style, in twentieths of a
    point, and ``footer_size`` is in halves of one.
    """

    ids: Mapping[str, str]
    table: str
    is_house: bool
    letter_width: float
    numbered: frozenset[str]
    above: Mapping[str, int]
    below: Mapping[str, int]
    footer_size: int


def missing_styles(template: bytes) -> tuple[str, ...]:
    """Name the styles that a template lacks, of those that it is asked for, as Word stores their names.

    For these the default look is used. Raises WordFileError as ``write`` does.
    """
    parts = house_parts(template)
    path = next(path for kind, path in links(parts, main_part(parts)).values() if kind == "styles")
    root = tree(parts[path])
    in_english(root)
    names = _by_name(root)
    has_table = _TABLES[0].lower() in names or _own_table(root, shown_table_style(template))
    missing = [name for name in EXPECTED if name.lower() not in names]
    return tuple(name for name in missing if name != "Table Grid" or not has_table)


def styled(document: Document, language: Language, template: bytes | None) -> Styles:
    """Add the styles that are missing, and set the language of all."""
    root: Element = document.styles.element
    is_house = template is not None
    in_english(root)
    base = tree(base_parts()["word/styles.xml"])
    _set_language(root, _LANGUAGES[language])
    is_named = _TABLES[0].lower() in _by_name(root)
    shown = "" if template is None or is_named else _own_table(root, shown_table_style(template))
    table = next((name for name in _TABLES if name.lower() in _by_name(root)), _TABLES[0])
    numbers = {} if not is_house else _numbers(document)
    taken = set(_by_name(root))
    for style in children(base, "style"):
        if _name(style) not in taken and (_name(style) != _TABLES[0].lower() or table == _TABLES[0]):
            root.append(_fitted(style, root, numbers))
            taken.add(_name(style))
    ids = _by_name(root)
    names = {attribute(children(style, "name")[0], "val") for style in children(base, "style")}
    own = {name: ids[name.lower()] for name in names if name.lower() in ids}
    return Styles(
        own,
        shown or ids[table.lower()],
        is_house,
        letter_width(document),
        frozenset(name for name in own if "heading" in name.lower() and is_numbered(root, own[name])),
        {name: space_above(root, each) for name, each in own.items()},
        {name: space_below(root, each) for name, each in own.items()},
        letter_size(root, own["footer"]),
    )


def _own_table(root: Element, style_id: str) -> str:
    """Give the id of a style for tables if it is one, and not the one that tables have without a style."""
    for style in children(root, "style"):
        if attribute(style, "styleId") == style_id and attribute(style, "type") == "table":
            return style_id if attribute(style, "default") not in ("1", "true", "on") else ""
    return ""


def _name(style: Element) -> str:
    return next((attribute(node, "val") for node in children(style, "name")), "").lower()


def _by_name(root: Element) -> dict[str, str]:
    pairs = ((_name(style), attribute(style, "styleId")) for style in reversed(children(root, "style")))
    return {name: each for name, each in pairs if name and each}


def _fitted(style: Element, root: Element, numbers: Mapping[str, str]) -> Element:
    """Copy a default style into a house: with an id that is free, after its styles, and in its colours."""
    made: Element = deepcopy(style)
    own = attribute(made, "styleId")
    taken = {attribute(node, "styleId").lower() for node in children(root, "style")}
    while own.lower() in taken:
        own += "Regie"
    made.set(qn("w:styleId"), own)
    base_names = {attribute(node, "styleId"): _name(node) for node in children(style.getparent(), "style")}
    for node in children(made, "basedOn", "next"):
        wanted = _by_name(root).get(base_names.get(attribute(node, "val"), ""))
        if wanted is None and node.tag == qn("w:basedOn"):
            wanted = _by_name(root).get("normal")
        if wanted is None:
            made.remove(node)
        else:
            node.set(qn("w:val"), wanted)
    if numbers:
        for node in made.iter(qn("w:numId")):
            node.set(qn("w:val"), numbers.get(attribute(node, "val"), attribute(node, "val")))
        remove(made.iter(qn("w:color")))
    return made


def _numbers(document: Document) -> dict[str, str]:
    """Add the default lists to the numbering of a house, and map their ids to those that they got."""
    own: Element = document.part.numbering_part.element
    base = tree(base_parts()["word/numbering.xml"])
    mapped = {}
    shapes = {attribute(node, "abstractNumId"): node for node in children(base, "abstractNum")}
    for node in children(base, "num"):
        shape: Element = deepcopy(shapes[attribute(children(node, "abstractNumId")[0], "val")])
        first = free_id(children(own, "abstractNum"), "abstractNumId")
        shape.set(qn("w:abstractNumId"), str(first))
        remove(shape.iter(qn("w:pStyle")))
        own.insert(len(children(own, "abstractNum")), shape)
        number = free_id(children(own, "num"), "numId")
        own.append(element("num", element("abstractNumId", val=first), numId=number))
        mapped[attribute(node, "numId")] = str(number)
    return mapped


def _set_language(root: Element, language: str) -> None:
    """Set the language in the defaults of the file; a style that names another would hide it."""
    remove(root.iter(qn("w:lang")))
    defaults = next(iter(children(root, "docDefaults")), None)
    if defaults is None:
        defaults = element("docDefaults")
        root.insert(0, defaults)
    runs = next(iter(children(defaults, "rPrDefault")), None)
    if runs is None:
        runs = element("rPrDefault")
        defaults.insert(0, runs)
    shape = next(iter(children(runs, "rPr")), None)
    if shape is None:
        shape = element("rPr")
        runs.append(shape)
    # It comes after all that a shape usually has; what comes after it belongs to other scripts.
    later = children(shape, "eastAsianLayout", "specVanish", "oMath")
    shape.insert(len(shape) - len(later), element("lang", val=language, eastAsia=language, bidi="ar-SA"))
