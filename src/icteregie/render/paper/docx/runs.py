"""Runs of text, links within the paper, and fields that Word works out."""

import re
from collections.abc import Iterable, Mapping

from docx.oxml.ns import qn

from icteregie.escape.word import word_lines
from icteregie.messages.formats import unparted
from icteregie.render.paper.docx.elements import Element, element
from icteregie.render.paper.paper import Run, Text

_STYLES = {"strong": "Strong", "italic": "Emphasis", "code": "HTML Code"}
_INSEPARABLE = re.compile(r"(?<=\d)-(?=\d|Q\d)")
"""The hyphen of a quarter or a day, 2027-Q1 and 2027-03-01, at which no line ends."""


def run(text: str, style: str = "") -> Element:
    """Make a run of one text, as itself; ``style`` is the id of a style of characters."""
    shape = element("rPr", element("rStyle", val=style)) if style else None
    return element("r", shape, *_content(text))


def _content(text: str) -> Iterable[Element]:
    for number, line in enumerate(word_lines(text)):
        if number:
            yield element("br")
        for place, part in enumerate(_INSEPARABLE.split(unparted(line))):
            if place:
                yield element("noBreakHyphen")
            if part:
                node = element("t")
                node.text = part
                node.set(qn("xml:space"), "preserve")
                yield node


def runs(text: Text, styles: Mapping[str, str], bookmarks: Mapping[str, str]) -> list[Element]:
    """Make the runs of a text; ``styles`` has the id of each style, ``bookmarks`` the name for each anchor.

    A run that leads to an anchor which isn't in the paper is text.
    """
    return [_linked(each, styles, bookmarks) for each in text if each.text]


def _linked(each: Run, styles: Mapping[str, str], bookmarks: Mapping[str, str]) -> Element:
    name = _STYLES.get(each.emphasis, "")
    bookmark = bookmarks.get(each.target) if each.target else None
    if bookmark is None:
        return run(each.text, styles[name] if name else "")
    made = run(each.text, styles[name or "Hyperlink"])
    return element("hyperlink", made, anchor=bookmark, history=1)


def field(instruction: str, *result: Element) -> list[Element]:
    """Make a field: PAGE, NUMPAGES, PAGEREF or TOC, with what it shows until Word has worked it out."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", code),
        element("r", element("fldChar", fldCharType="separate")),
        *result,
        element("r", element("fldChar", fldCharType="end")),
    ]


def plain(text: Text) -> str:
    """Give the text of runs without their shape."""
    return "".join(each.text for each in text)
