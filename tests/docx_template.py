"""Templates of a house: other fonts, colours and margins, a logo, and words of their own."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

OWN_WORDS = "Tekst van de vorige nota"


def png(width: int, height: int, colour: tuple[int, int, int] = (0, 90, 60)) -> bytes:
    """Make a picture of one colour."""
    rows = (b"\0" + bytes(colour) * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def house(*, has_number: bool = False) -> bytes:
    """Make a template with green serif headings, a logo in the header and an address in the footer."""
    document = docx.Document()
    document.styles["Normal"].font.name = "DejaVu Serif"
    document.styles["Normal"].font.size = Pt(11)
    for name in ("Title", "Heading 1", "Heading 2"):
        font = document.styles[name].font
        font.name, font.color.rgb = "DejaVu Serif", RGBColor(0, 90, 60)
        fonts = document.styles[name].element.rPr.rFonts
        for key in [key for key in fonts.attrib if "heme" in key]:
            del fonts.attrib[key]
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3)
    section.top_margin = Cm(4)
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(png(300, 80)), height=Cm(1.5))
    section.footer.paragraphs[0].text = "Gemeente Voorbeeld, Postbus 1"
    if has_number:
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), " PAGE ")
        section.footer.paragraphs[0]._p.append(field)
    document.add_paragraph(OWN_WORDS, style="Heading 1")
    return saved(document)


def saved(document: object) -> bytes:
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def changed(
    data: bytes, parts: Mapping[str, bytes | None], *, replace: tuple[bytes, bytes] = (b"", b"")
) -> bytes:
    """Give a Word file with other parts; None takes one out. ``replace`` is done in all that is XML."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        contents: dict[str, bytes | None] = {**{name: old.read(name) for name in old.namelist()}, **parts}
        for name, content in contents.items():
            if content is not None:
                is_xml = name.endswith((".xml", ".rels"))
                new.writestr(name, content.replace(*replace) if is_xml and replace[0] else content)
    return target.getvalue()
