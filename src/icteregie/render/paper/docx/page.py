"""The page: its size and margins, and sections in landscape that return to portrait."""

from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import qn

from icteregie.render.paper.docx.elements import Element, attribute, children, element, remove

_A4 = (11906, 16838)
_MARGIN = 1418
_NARROW = 907
"""The margin of 16 mm of a paper that is to fit on one page."""
_LEAST_WIDTH, _LEAST_HEIGHT = 5_000, 5_000
"""Of what is within the margins, in twentieths of a point; a page with less is made A4."""
_LARGEST = 31_680
"""Of a page in Word: 22 inches."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a paper; lengths are in twentieths of a point, and those of what is within its margins."""

    properties: Element
    width: int
    height: int
    wide_width: int
    wide_height: int


def page_of(properties: Element) -> Page:
    """Take over the page of a template; one that is missing, or has no space, becomes A4."""
    size = _first(properties, "pgSz")
    margins = _first(properties, "pgMar")
    across, down = _number(size, "w"), _number(size, "h")
    margin_values = [_number(margins, edge) for edge in ("left", "right", "top", "bottom")]
    left, right, top, bottom = (abs(each) for each in margin_values)
    is_sound = max(across, down) <= _LARGEST and min(left, right, top, bottom) >= 0
    if not is_sound or across - left - right < _LEAST_WIDTH or down - top - bottom < _LEAST_HEIGHT:
        (across, down), left, right, top, bottom = _A4, _MARGIN, _MARGIN, _MARGIN, _MARGIN
        _set_page(properties, across, down)
    wide, low = max(across, down), min(across, down)
    return Page(
        properties, across - left - right, down - top - bottom, wide - left - right, low - top - bottom
    )


def narrow(properties: Element) -> None:
    """Give a page narrow margins; header and footer stay where they are."""
    for margins in children(properties, "pgMar"):
        for edge in ("top", "right", "bottom", "left"):
            margins.set(qn(f"w:{edge}"), str(_NARROW))


def section(page: Page, *, is_wide: bool, is_first: bool, wide_footer: str) -> Element:
    """Make the properties of a section; only the first page of all can have a header of its own.

    ``wide_footer`` is the id of the footer for landscape, "" where all pages have the same.
    """
    made: Element = deepcopy(page.properties)
    references = children(made, "headerReference", "footerReference")
    if not is_first:
        remove(children(made, "titlePg"))
        made.insert(len(references), element("type", val="nextPage"))
    if is_wide and wide_footer:
        for node in children(made, "footerReference"):
            node.set(qn("r:id"), wide_footer)
    size = _first(made, "pgSz")
    if is_wide and size is not None:
        across, down = _number(size, "w"), _number(size, "h")
        size.set(qn("w:w"), str(max(across, down)))
        size.set(qn("w:h"), str(min(across, down)))
        size.set(qn("w:orient"), "landscape")
    return made


def _first(node: Element, name: str) -> Element | None:
    return next(iter(children(node, name)), None)


def _number(node: Element | None, name: str) -> int:
    text = "" if node is None else attribute(node, name)
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 9 else 0


def _set_page(properties: Element, across: int, down: int) -> None:
    remove(children(properties, "pgSz", "pgMar"))
    place = len(children(properties, "headerReference", "footerReference"))
    values = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    properties.insert(place, element("pgMar", **values, header=709, footer=709, gutter=0))
    properties.insert(place, element("pgSz", w=across, h=down))
