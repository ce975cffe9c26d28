"""A paper as a file for Word, in the default look or in that of a house."""

import io
from datetime import date

import docx
from docx.document import Document

from icteregie.render.paper.docx.blocks import Appearance, Writing
from icteregie.render.paper.docx.elements import Element
from icteregie.render.paper.docx.footer import add_footers
from icteregie.render.paper.docx.layout import sections, with_contents
from icteregie.render.paper.docx.package import pack, unpack
from icteregie.render.paper.docx.page import narrow, page_of
from icteregie.render.paper.docx.pictures import Draw, drawn
from icteregie.render.paper.docx.properties import set_properties
from icteregie.render.paper.docx.styles import styled
from icteregie.render.paper.docx.template import base_parts, house_parts
from icteregie.render.paper.paper import Paper

_ANY_DAY = date(1980, 1, 1)


def write(paper: Paper, template: bytes | None = None, draw: Draw = drawn) -> bytes:
    """Write a paper; ``template`` is a Word file (docx or dotx) with the styles of a house.

    The same paper gives the same bytes. Raises WordFileError, with the words for it, for a template that is
    no Word file, has macros, or is larger than the ceilings.
    """
    parts = base_parts() if template is None else house_parts(template)
    document: Document = docx.Document(io.BytesIO(pack(parts, _ANY_DAY)))
    styles = styled(document, paper.language, template)
    body: Element = document.element.body
    if paper.is_one_page and template is None:
        narrow(body.sectPr)
    page = page_of(body.sectPr)
    footers = add_footers(document, paper, styles, page)
    blocks = with_contents(paper.blocks) if paper.has_contents else list(paper.blocks)
    body.remove(body.sectPr)
    writing = Writing(document, paper, Appearance(styles, page, footers, draw))
    body.extend(writing.body(sections(blocks, page.width, styles.letter_width)))
    set_properties(document, paper)
    target = io.BytesIO()
    document.save(target)
    return pack(unpack(target.getvalue()), paper.day)
