"""Templates as municipalities have them: Dutch styles, numbered headings, pages of letters, own tables."""

import io
import re

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from icteregie.render.paper.docx.package import unpack
from tests.docx_template import OWN_WORDS, changed, png, saved

RED = RGBColor(120, 0, 0)
DUTCH = {
    **{f"heading {level}": (f"Heading{level}", f"Kop{level}", f"Kop {level}") for level in (1, 2, 3)},
    "Normal": ("Normal", "Standaard", "Standaard"),
    "Title": ("Title", "Titel", "Titel"),
    "Subtitle": ("Subtitle", "Ondertitel", "Ondertitel"),
    "List Bullet": ("ListBullet", "Lijstopsomteken", "Lijst opsom.teken"),
    "List Number": ("ListNumber", "Lijstnummering", "Lijstnummering"),
    "caption": ("Caption", "Bijschrift", "Bijschrift"),
    "Table Grid": ("TableGrid", "Tabelraster", "Tabelraster"),
    "footer": ("Footer", "Voettekst", "Voettekst"),
}
"""Of each style by its name: the id that an English Word gives it, that of a Dutch one, its name there."""
_DOCUMENT, _TEMPLATE = b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"


def plain() -> Document:
    """Make a template in A4 with red headings, with nothing in its footer."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    document.styles["Normal"].font.size = Pt(11)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = RED
    document.add_paragraph(OWN_WORDS, style="Heading 1")
    return document


def dutch(data: bytes, *, has_dutch_names: bool = False) -> bytes:
    """Give the styles of a template Dutch ids, and on request the Dutch names that other programs write."""
    made = {}
    for path, content in unpack(data).items():
        text = content
        for name, (english, own, shown) in DUTCH.items():
            places = rb'(w:styleId=|<w:(?:pStyle|basedOn|next|link|tblStyle) w:val=)"%s"' % english.encode()
            text = re.sub(places, rb'\1"%s"' % own.encode(), text) if path.endswith(".xml") else text
            if has_dutch_names and path == "word/styles.xml":
                named = rb'(?i)<w:name w:val="%s"/>' % name.encode()
                text = re.sub(named, b'<w:name w:val="%s"/>' % shown.encode(), text)
        made[path] = text
    return changed(data, made)


def as_template(data: bytes) -> bytes:
    """Make a .dotx of a .docx: only the type of its document differs."""
    return changed(data, {}, replace=(_DOCUMENT, _TEMPLATE))


def numbered() -> bytes:
    """Make a template that numbers its headings, and has no space around them or its texts."""
    document = plain()
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/><w:lvlText w:val="{"%1.%2.%3"[: level * 3 + 2]}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="709" w:hanging="709"/></w:pPr></w:lvl>'
        for level in range(3)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level in range(3):
        style = document.styles[f"Heading {level + 1}"]
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        properties = style.element.get_or_add_pPr()
        place = len([each for each in properties if each.tag in (qn("w:keepNext"), qn("w:keepLines"))])
        own = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        properties.insert(place, parse_xml(own))
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    return dutch(saved(document))


def letter() -> bytes:
    """Make a letter: a first page with a logo and an address, odd and even pages, wide margins."""
    document = plain()
    section = document.sections[0]
    section.left_margin, section.top_margin = Cm(3.5), Cm(5)
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    document.styles["Footer"].font.size = Pt(7)
    for header, height in ((section.first_page_header, 120), (section.header, 60)):
        header.paragraphs[0].add_run().add_picture(io.BytesIO(png(height * 3, height)), height=Cm(2))
    section.even_page_header.paragraphs[0].text = "Even bladzijde"
    section.first_page_footer.paragraphs[0].text = "Stadhuisplein 1, Voorbeeld"
    section.even_page_footer.paragraphs[0].text = "Gemeente Voorbeeld, even"
    section.footer.paragraphs[0].text = "Gemeente Voorbeeld"
    return as_template(dutch(saved(document)))


def with_own_table() -> bytes:
    """Make a template that shows a table of its own style, without Table Grid, and ends on its side."""
    document = plain()
    document.styles["Table Grid"].delete()
    own = (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Huisstijltabel">'
        '<w:name w:val="Huisstijltabel"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        '<w:top w:val="single" w:sz="12" w:color="5A1E78"/></w:tblBorders></w:tblPr></w:style>'
    )
    document.styles.element.append(parse_xml(own))
    table = document.add_table(1, 1)
    table._tbl.tblPr.insert(0, parse_xml(f'<w:tblStyle {nsdecls("w")} w:val="Huisstijltabel"/>'))
    last = document.add_section(WD_SECTION.NEW_PAGE)
    last.page_width, last.page_height, last.orientation = Cm(29.7), Cm(21), WD_ORIENT.LANDSCAPE
    return saved(document)
