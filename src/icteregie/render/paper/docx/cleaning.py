"""What a part of a house template may hold: nothing that leads out of the file, runs, or asks for a field."""

from collections.abc import Collection, Iterator

from docx.oxml.ns import qn

from icteregie.render.paper.docx.elements import Element, attribute, remove
from icteregie.render.paper.docx.links import LINK

_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "STYLEREF"})
"""What a header of the house may work out: it concerns this file only."""
_REMOVED = frozenset(
    qn(f"w:{name}")
    for name in (
        *(
            "altChunk",
            "numIdMacAtCleanup",
            "control",
            "dataBinding",
            "ffData",
            "movie",
            "numPicBullet",
            "lvlPicBulletId",
            "object",
        ),
        *("subDoc", "commentRangeStart", "commentRangeEnd", "commentReference", "endnoteReference"),
        *("footnoteReference", "permStart", "permEnd"),
    )
)
_ADDRESSES = ("href", "src")
"""Attributes with which a drawing of an old kind leads out of the file."""


def clean(root: Element, kept: Collection[str]) -> None:
    """Take out what leads, runs or asks; ``kept`` has the ids of the links that stay."""
    remove(node for node in root.iter() if node.tag in _REMOVED)
    for node in list(root.iter(qn("w:fldSimple"))):
        if not _is_kept(attribute(node, "instr")):
            _unwrap(node)
    remove(_marks_of_fields(root))
    for node in [each for each in root.iter() if isinstance(each.tag, str)]:
        _cut_links(node, kept)


def _is_kept(instruction: str) -> bool:
    words = instruction.upper().split(maxsplit=1)
    return bool(words) and words[0] in _FIELDS


def _unwrap(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        place = parent.index(node)
        parent[place : place + 1] = list(node)


def _marks_of_fields(root: Element) -> Iterator[Element]:
    """Give the marks and instructions of the fields that don't stay; what they show stays as text."""
    open_fields: list[tuple[list[Element], list[str]]] = []
    for node in root.iter(qn("w:fldChar"), qn("w:instrText")):
        kind = attribute(node, "fldCharType")
        if kind == "begin":
            open_fields.append(([], []))
        if not open_fields:
            yield node
            continue
        marks, words = open_fields[-1]
        marks.append(node)
        if node.tag == qn("w:instrText"):
            words.append(node.text or "")
        elif kind == "end":
            open_fields.pop()
            if not _is_kept("".join(words)):
                yield from marks
    for marks, _ in open_fields:
        yield from marks


def _cut_links(node: Element, kept: Collection[str]) -> None:
    for key in list(node.attrib):
        name = str(key)
        is_address = name.rpartition("}")[2] in _ADDRESSES and name not in (qn("r:embed"), qn("r:id"))
        is_dangling = name.startswith(f"{{{LINK}}}") and node.get(name) not in kept
        if not (is_address or is_dangling):
            continue
        del node.attrib[name]
        if is_dangling:
            _drop(node)


def _drop(node: Element) -> None:
    """Remove what a link made: a picture as a whole, of a link its text not."""
    if node.tag == qn("w:hyperlink"):
        _unwrap(node)
        return
    if node.tag == qn("a:blip") and node.get(qn("r:embed")):
        return
    pictures = list(node.iterancestors(qn("w:drawing"), qn("w:pict")))
    remove(pictures[-1:] if node.tag.endswith(("}blip", "}imagedata")) and pictures else [node])
