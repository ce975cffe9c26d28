"""Bookmarks at the headings, and the table of contents that Word works out from them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.paper.docx.elements import Element, element, hairline
from icteregie.render.paper.docx.numbering import unnumbered
from icteregie.render.paper.docx.runs import field, plain, run
from icteregie.render.paper.docx.styles import Styles
from icteregie.render.paper.paper import Block, Heading

_LEVELS = 2
_LONG_CONTENTS = 45
"""With more entries than this, only the headings of the first level are listed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with the name of its bookmark, which is hidden in Word."""

    heading: Heading
    bookmark: str


def entries(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """Give every heading a bookmark, in the order of the paper."""
    headings = (block for block in blocks if isinstance(block, Heading))
    return tuple(Entry(each, f"_Toc{number:08}") for number, each in enumerate(headings, start=1))


def bookmarks(listed_entries: Sequence[Entry]) -> Mapping[str, str]:
    """Map each anchor to its bookmark; of two equal anchors the first counts."""
    return {each.heading.anchor: each.bookmark for each in reversed(listed_entries) if each.heading.anchor}


def contents(listed_entries: Sequence[Entry], styles: Styles, language: Language) -> Iterator[Element]:
    """Make the table of contents as links without page numbers: Word adds these when it updates the field.

    Page numbers that we worked out could be wrong, and a field that asks to be updated has Word ask a
    question of everybody who opens the file.
    """
    depth = _LEVELS if sum(each.heading.level <= _LEVELS for each in listed_entries) <= _LONG_CONTENTS else 1
    listed = [each for each in listed_entries if each.heading.level <= depth]
    if not listed:
        return
    off = unnumbered() if "TOC Heading" in styles.numbered else ()
    head = element("pPr", element("pStyle", val=styles.ids["TOC Heading"]), *off)
    yield element("p", head, run(sentence(language, "paper/contents")))
    start = field(f'TOC \\o "1-{depth}" \\h \\z')
    for place, each in enumerate(listed):
        style = element("pPr", element("pStyle", val=styles.ids[f"toc {each.heading.level}"]))
        link = element("hyperlink", run(plain(each.heading.text)), anchor=each.bookmark, history=1)
        link.extend(field(f"PAGEREF {each.bookmark} \\h"))
        yield element("p", style, *(start[:-1] if not place else []), link)
    # In a paragraph of its own, as Word has it.
    yield hairline(*start[-1:])
