"""The footer: whose paper it is, its state and day, and the number of the page; below that of a house."""

import re

from docx.document import Document
from docx.oxml.ns import qn

from icteregie.messages.catalogue import sentence
from icteregie.render.paper.docx.elements import Element, attribute, element, remove
from icteregie.render.paper.docx.lines import about
from icteregie.render.paper.docx.page import Page
from icteregie.render.paper.docx.runs import field, run
from icteregie.render.paper.docx.styles import Styles
from icteregie.render.paper.docx.widths import width_of
from icteregie.render.paper.paper import Paper

_PAGE = re.compile(r"\bPAGE\b")
_SIZE = 160
"""Of its letters, in twentieths of a point."""
_NUMBER_WIDTH = 1_900
_LARGEST = 18
"""Of the letters of a house in our line, in halves of a point; larger ones become as in ours."""
_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Where a field comes in a sentence; no text of a paper is in it."""


def add_footers(document: Document, paper: Paper, styles: Styles, page: Page) -> str:
    """Add a line to every footer that the file shows, or make one.

    Gives the id of a second one for pages in landscape, where the number stands at another place; "" in the
    look of a house.
    """
    first = document.sections[0]
    footers = [first.footer]
    if first.different_first_page_header_footer:
        footers.append(first.first_page_footer)
    if document.settings.odd_and_even_pages_header_footer:
        footers.append(first.even_page_footer)
    for footer in footers:
        if footer.is_linked_to_previous:
            footer.is_linked_to_previous = False
            remove(footer._element)  # noqa: SLF001 - an empty paragraph of the library's own
        root: Element = footer._element  # noqa: SLF001 - the library has no public name for it
        root.append(_line(paper, styles, page.width, has_number=_has_number(root)))
    if styles.is_house:
        return ""
    wide, link = document.part.add_footer_part()  # type: ignore[no-untyped-call]
    remove(wide.element)
    wide.element.append(_line(paper, styles, page.wide_width, has_number=False))
    return str(link)


def _has_number(root: Element) -> bool:
    codes = [node.text or "" for node in root.iter(qn("w:instrText"))]
    codes += [attribute(node, "instr") for node in root.iter(qn("w:fldSimple"))]
    return any(_PAGE.search(code.upper()) for code in codes)


def _line(paper: Paper, styles: Styles, width: int, *, has_number: bool) -> Element:
    words = run(
        about(paper, paper.partnership, paper.title)
        if styles.is_house
        else _fitting(paper, width - _NUMBER_WIDTH)
    )
    style = element("pStyle", val=styles.ids["footer"])
    if styles.is_house:
        space = element("spacing", before=0, after=0)
        made = element(
            "p", element("pPr", style, space), words, *([] if has_number else _number(paper, styles))
        )
        if styles.footer_size > _LARGEST:
            for each in made.iter(qn("w:r")):
                each.insert(0, element("rPr", *(element(name, val=_SIZE // 10) for name in ("sz", "szCs"))))
        return made
    tabs = element("tabs", element("tab", val="clear", pos=9070), element("tab", val="right", pos=width))
    return element("p", element("pPr", style, tabs), words, *_number(paper, styles))


def _fitting(paper: Paper, width: int) -> str:
    """Say what the paper is in the most words that fit on the line; state and day always."""
    choices = [about(paper, paper.partnership, paper.title), about(paper, paper.title), about(paper)]
    return next((text for text in choices if width_of(text) * _SIZE // 1_000 <= width), choices[-1])


def _number(paper: Paper, styles: Styles) -> list[Element]:
    """Write "page 3 of 12": at the right in our own footer, and after the rest in that of a house."""
    parts = sentence(paper.language, "paper/page", number=_MARK, total=_MARK).split(_MARK)
    before, between, after = parts
    gap = element("r", element("tab")) if not styles.is_house else run(" · ")
    made = [gap, run(before), *field("PAGE", run("1")), run(between), *field("NUMPAGES", run("1"))]
    return made + ([run(after)] if after else [])
