"""A template of the house: its styles, page, header and footer, and nothing else of what is in it."""

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from posixpath import basename, dirname, join

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn

from icteregie.render.paper.docx.cleaning import clean
from icteregie.render.paper.docx.elements import Element, attribute, children, element, remove
from icteregie.render.paper.docx.links import LINK, WORD, links, main_part, part, tree
from icteregie.render.paper.docx.package import CONTENT_TYPES, unpack
from icteregie.render.paper.word_file import WordFileError

_KINDS = {
    "styles": "wordprocessingml.styles",
    "numbering": "wordprocessingml.numbering",
    "settings": "wordprocessingml.settings",
    "fontTable": "wordprocessingml.fontTable",
    "header": "wordprocessingml.header",
    "footer": "wordprocessingml.footer",
    "theme": "theme",
}
_PICTURES = {
    "png": "png",
    "jpg": "jpeg",
    "jpeg": "jpeg",
    "gif": "gif",
    "bmp": "bmp",
    "tif": "tiff",
    "tiff": "tiff",
    "emf": "x-emf",
    "wmf": "x-wmf",
}
_BASE = ("document", "styles", "numbering", "settings")
_DOCUMENT = "wordprocessingml.document.main"
_SETTINGS = (
    *("mirrorMargins", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone"),
    *("doNotHyphenateCaps", "evenAndOddHeaders", "characterSpacingControl", "compat", "themeFontLang"),
    *("clrSchemeMapping", "decimalSymbol", "listSeparator"),
)
_PAGE = ("headerReference", "footerReference", "pgSz", "pgMar", "pgBorders", "titlePg", "docGrid")
_REFERENCES = ("headerReference", "footerReference")
_TYPES = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def house_parts(data: bytes) -> dict[str, bytes]:
    """Give the parts of a file with the styles, page, header and footer of a template, and an empty text.

    Raises WordFileError, with the words for it, for what is no Word file, has macros, or is too large.
    """
    parts = unpack(data)
    main = main_part(parts)
    root = tree(parts[main])
    page = _page(root)
    there = links(parts, main)
    shown = {node.get(qn("r:id"), "") for node in children(page, *_REFERENCES)}
    kept: dict[str, tuple[str, str]] = {}
    for each, (kind, path) in sorted(there.items()):
        is_first = all(other != kind for other, _ in kept.values())
        if kind in _KINDS and (each in shown if kind in ("header", "footer") else is_first):
            kept[each] = (kind, path)
    if not any(kind == "styles" for kind, _ in kept.values()):
        raise WordFileError("word-broken")
    clean(page, kept)
    document = element("document", element("body", page))
    return _package(parts, document, kept)


def shown_table_style(data: bytes) -> str:
    """Give the id of the style of the first table in the text of a template that has one, or ""."""
    parts = unpack(data)
    tables = tree(parts[main_part(parts)]).iter(qn("w:tblStyle"))
    return next((attribute(node, "val") for node in tables), "")


def _page(root: Element) -> Element:
    """Give the page of a section, with the headers and footers that it has from those before it.

    It is the last one that is upright: a paper turns its pages itself.
    """
    if root.tag != f"{{{WORD}}}document":
        raise WordFileError("word-strict" if "purl.oclc.org" in str(root.tag) else "word-broken")
    sections = list(root.iter(qn("w:sectPr")))
    upright = [number for number, each in enumerate(sections, 1) if not _is_on_its_side(each)]
    sections = sections[: upright[-1]] if upright else sections
    last: Element = deepcopy(sections[-1]) if sections else element("sectPr")
    references: dict[tuple[str, str], Element] = {}
    for section in sections:
        for node in children(section, *_REFERENCES):
            references[str(node.tag), attribute(node, "type") or "default"] = deepcopy(node)
    rest = children(last, *_PAGE[2:])
    page = element("sectPr")
    page.extend(references[key] for key in sorted(references, reverse=True))
    page.extend(rest)
    return page


def _is_on_its_side(section: Element) -> bool:
    return any(attribute(size, "orient") == "landscape" for size in children(section, "pgSz"))


def _package(
    parts: Mapping[str, bytes], document: Element, kept: Mapping[str, tuple[str, str]]
) -> dict[str, bytes]:
    made = {"word/document.xml": serialize_part_xml(document)}
    types = {"word/document.xml": f"{_TYPES}.{_DOCUMENT}+xml"}
    for kind, path in kept.values():
        pictures = {
            each: (name, target)
            for each, (name, target) in sorted(links(parts, path).items())
            if name == "image" and target.rpartition(".")[2].lower() in _PICTURES
        }
        root = tree(part(parts, path))
        clean(root, pictures)
        if kind == "settings":
            remove(node for node in list(root) if node not in children(root, *_SETTINGS))
        made[path] = serialize_part_xml(root)
        types[path] = f"{_TYPES}.{_KINDS[kind]}+xml"
        if pictures:
            made[_links_path(path)] = _links(pictures)
            made |= {target: parts[target] for _, target in pictures.values()}
    added = {f"rIdRegie{kind}": (kind, f"word/regie-{kind}.xml") for kind in _added(kept)}
    for kind, path in added.values():
        made[path] = serialize_part_xml(element(kind))
        types[path] = f"{_TYPES}.{_KINDS[kind]}+xml"
    made[_links_path("word/document.xml")] = _links({**kept, **added})
    made[_links_path("")] = _links({"rId1": ("officeDocument", "word/document.xml")})
    made[CONTENT_TYPES] = _content_types(types)
    return made


def _added(kept: Mapping[str, tuple[str, str]]) -> list[str]:
    """List the parts that a paper needs, and that this template hasn't."""
    kinds = {kind for kind, _ in kept.values()}
    return [kind for kind in ("numbering", "settings") if kind not in kinds]


def base_parts() -> dict[str, bytes]:
    """Give the parts of an empty file in the default look."""
    folder = Path(__file__).parent / "base"
    made = {f"word/{each}.xml": (folder / f"{each}.xml").read_bytes() for each in _BASE}
    types = {f"word/{each}.xml": f"{_TYPES}.{_KINDS[each]}+xml" for each in _BASE[1:]}
    kept = {f"rId{number}": (each, f"word/{each}.xml") for number, each in enumerate(_BASE[1:], start=1)}
    made[_links_path("word/document.xml")] = _links(kept)
    made[_links_path("")] = _links({"rId1": ("officeDocument", "word/document.xml")})
    made[CONTENT_TYPES] = _content_types({"word/document.xml": f"{_TYPES}.{_DOCUMENT}+xml", **types})
    return made


def _links_path(path: str) -> str:
    return join(dirname(path), "_rels", f"{basename(path)}.rels")


def _links(kept: Mapping[str, tuple[str, str]]) -> bytes:
    root = tree(f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
    for each, (kind, path) in kept.items():
        node = root.makeelement(f"{{{_PACKAGE}/relationships}}Relationship")
        for key, value in (("Id", each), ("Type", f"{LINK}/{kind}"), ("Target", f"/{path}")):
            node.set(key, value)
        root.append(node)
    return serialize_part_xml(root)


def _content_types(types: Mapping[str, str]) -> bytes:
    space = f"{_PACKAGE}/content-types"
    root = tree(f'<Types xmlns="{space}"/>'.encode())
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults |= {ending: f"image/{kind}" for ending, kind in _PICTURES.items()}
    for ending, kind in defaults.items():
        root.append(root.makeelement(f"{{{space}}}Default", {"Extension": ending, "ContentType": kind}))
    for path, kind in types.items():
        root.append(root.makeelement(f"{{{space}}}Override", {"PartName": f"/{path}", "ContentType": kind}))
    return serialize_part_xml(root)
