"""A template of a house gives a Word file its look and nothing else; a hostile one is refused in words."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, RGBColor

from icteregie.diagnostics import ceilings
from icteregie.render.paper.docx.links import LINK, WORD
from icteregie.render.paper.docx.package import unpack
from icteregie.render.paper.docx.styles import missing_styles
from icteregie.render.paper.docx.text import paragraphs
from icteregie.render.paper.docx.writer import write
from icteregie.render.paper.word_file import WordFileError
from tests.desk import initiative, portfolio, regie
from tests.docx_template import OWN_WORDS, changed, house, png, saved
from tests.test_paper_docx import PAPER, opened

HOUSE = house()
OUTSIDE = b"https://kwaad.example/"
EXTERNAL = (
    f'<Relationship Id="rId900" Type="{LINK}/{{kind}}" '
    'Target="https://kwaad.example/x" TargetMode="External"/></Relationships>'
)


def everything(data: bytes) -> bytes:
    return b"\n".join(content for _, content in sorted(unpack(data).items()))


def linked(kind: str, *, part: str = "document") -> bytes:
    """Give the house a link out of the file in the links of a part."""
    path = f"word/_rels/{part}.xml.rels"
    links = unpack(HOUSE)[path].decode().replace("</Relationships>", EXTERNAL.format(kind=kind))
    return changed(HOUSE, {path: links.encode()})


def with_xml(part: str, before: str, added: str) -> bytes:
    content = unpack(HOUSE)[part].decode()
    assert before in content
    return changed(HOUSE, {part: content.replace(before, added + before, 1).encode()})


@pytest.fixture(scope="module")
def made() -> bytes:
    return write(PAPER, HOUSE)


def test_the_styles_of_the_house_stay(made: bytes) -> None:
    font = opened(made).styles["Heading 1"].font
    assert (font.name, font.color.rgb) == ("DejaVu Serif", RGBColor(0, 90, 60))


def test_the_page_of_the_house_stays_and_a_wide_table_turns_it(made: bytes) -> None:
    sections = opened(made).sections
    pages = [(each.page_width, each.page_height, each.left_margin) for each in sections]
    upright = (Cm(21).twips, Cm(29.7).twips, Cm(3).twips)
    turned = (upright[1], upright[0], upright[2])
    assert [tuple(each and each.twips for each in page) for page in pages] == [upright, turned, upright]


def test_the_logo_of_the_house_is_in_every_header(made: bytes) -> None:
    logos = [len(list(each.header._element.iter(qn("a:blip")))) for each in opened(made).sections]
    assert (logos, png(300, 80) in unpack(made).values()) == ([1, 1, 1], True)


def test_the_footer_of_the_house_stays_above_ours(made: bytes) -> None:
    footer = [each.text for each in opened(made).sections[0].footer.paragraphs]
    assert footer == [
        "Gemeente Voorbeeld, Postbus 1",
        "G4 · Agenda 2027 · voorstel · 24\u00a0september\u00a02026 · pagina 1 van 1",
    ]


def test_a_footer_of_the_house_with_a_page_number_gets_no_other() -> None:
    footer = opened(write(PAPER, house(has_number=True))).sections[0].footer.paragraphs
    assert footer[1].text == "G4 · Agenda 2027 · voorstel · 24\u00a0september\u00a02026"


def test_the_content_of_the_template_stays_out(made: bytes) -> None:
    assert OWN_WORDS in paragraphs(HOUSE)
    assert OWN_WORDS.encode() not in everything(made)


def test_the_properties_of_the_template_stay_out(made: bytes) -> None:
    assert opened(HOUSE).core_properties.author == "python-docx"
    assert b"python-docx" not in everything(made)


def test_the_same_paper_and_template_give_the_same_bytes(made: bytes) -> None:
    assert write(PAPER, HOUSE) == made


def test_a_style_is_found_by_its_name_whatever_its_id() -> None:
    dutch = changed(HOUSE, {}, replace=(b'"Heading1"', b'"Kop1"'))
    heading = next(
        each
        for each in opened(write(PAPER, dutch)).paragraphs
        if each.text == "Besluiten" and each.style is not None and each.style.name == "Heading 1"
    )
    assert heading.style is not None
    assert heading.style.style_id == "Kop1"


def without_styles(*names: str) -> bytes:
    document = opened(HOUSE)
    for name in names:
        document.styles[name].delete()
    return saved(document)


def test_a_missing_style_is_named() -> None:
    assert missing_styles(without_styles("Caption", "List Bullet")) == ("List Bullet", "caption")


def test_a_missing_style_is_that_of_the_default_look() -> None:
    bare = opened(write(PAPER, without_styles("Caption", "List Bullet")))
    assert [
        each.text for each in bare.paragraphs if each.style is not None and each.style.name == "Caption"
    ] == [
        "Wat ieder lid betaalt",
        "Wie betaalt",
    ]
    number = bare.styles["List Bullet"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    assert number in {node.get(qn("w:numId")) for node in bare.part.numbering_part.element.iter(qn("w:num"))}


def test_a_house_names_its_own_style_for_tables() -> None:
    named = changed(HOUSE, {}, replace=(b'w:val="Light Shading"', b'w:val="Regie Table"'))
    assert {each.style.name for each in opened(write(PAPER, named)).tables if each.style} == {"Regie Table"}


def test_the_command_names_the_styles_that_are_missing(tmp_path: Path) -> None:
    root = portfolio(tmp_path / "files", {"access": initiative()})
    (tmp_path / "huis.docx").write_bytes(without_styles("Caption"))
    done = regie(
        *("agenda", "-C", root, "--year", "2027", "--today", "2026-09-24"),
        *("--format", "docx", "--template", tmp_path / "huis.docx", "-o", tmp_path / "agenda.docx"),
    )
    assert "heeft geen eigen opmaak voor Bijschrift; daarvoor is die van regie gebruikt." in done.stderr


@pytest.mark.parametrize(
    "kind", ["attachedTemplate", "image", "hyperlink", "oleObject", "frame", "subDocument"]
)
@pytest.mark.parametrize("part", ["document", "header1"])
def test_no_link_out_of_the_file_stays(kind: str, part: str) -> None:
    assert OUTSIDE in everything(linked(kind, part=part))
    assert OUTSIDE not in everything(write(PAPER, linked(kind, part=part)))


def test_a_picture_that_is_fetched_from_outside_is_left_out() -> None:
    path = "word/header1.xml"
    content = unpack(HOUSE)[path].decode()
    linked_out = re.sub(r'(<a:blip[^>]*?)r:embed="\w+"', r'\1r:link="rId900"', content)
    assert linked_out != content
    bad = changed(linked("image", part="header1"), {path: linked_out.encode()})
    header = opened(write(PAPER, bad)).sections[0].header._element
    assert list(header.iter(qn("w:drawing"))) == []


FIELDS = (
    f'<w:p xmlns:w="{WORD}"><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> DDEAUTO c:\\\\cmd.exe "/k calc" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>gewoon</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:fldSimple w:instr="INCLUDEPICTURE https://kwaad.example/x"><w:r><w:t>plaatje</w:t></w:r></w:fldSimple></w:p>'
)


def test_a_field_of_the_header_that_runs_or_fetches_becomes_its_text() -> None:
    bad = with_xml("word/header1.xml", "</w:hdr>", FIELDS)
    result = write(PAPER, bad)
    assert opened(result).sections[0].header.paragraphs[-1].text == "gewoonplaatje"
    assert [word for word in (b"DDEAUTO", b"INCLUDEPICTURE") if word in everything(result)] == []


def test_settings_that_fetch_lock_or_ask_stay_out() -> None:
    added = (
        f'<w:attachedTemplate r:id="rId900" xmlns:r="{LINK}"/>'
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:mailMerge/>'
        '<w:updateFields w:val="true"/>'
    )
    bad = with_xml("word/settings.xml", "<w:defaultTabStop", added)
    settings = opened(write(PAPER, bad)).settings.element
    names = {"attachedTemplate", "documentProtection", "mailMerge", "updateFields"}
    assert names & {str(node.tag).rpartition("}")[2] for node in settings} == set()


def test_parts_that_run_or_hold_data_stay_out() -> None:
    bad = changed(
        HOUSE, {"word/vbaProject.bin": b"x", "customXml/item9.xml": b"<a/>", "word/embeddings/x.bin": b"x"}
    )
    kept = set(unpack(write(PAPER, bad)))
    assert {
        "word/vbaProject.bin",
        "customXml/item9.xml",
        "word/embeddings/x.bin",
        "docProps/thumbnail.jpeg",
    } & kept == set()


def bomb() -> bytes:
    size = ceilings.WORD_MEGABYTES * 1024 * 1024
    return changed(HOUSE, {"word/media/image9.png": b"\0" * size})


def many() -> bytes:
    return changed(HOUSE, {f"word/media/{number}.png": b"" for number in range(ceilings.WORD_PARTS)})


def locked() -> bytes:
    data = bytearray(HOUSE)
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def entities(part: str) -> bytes:
    text = unpack(HOUSE)[part].decode()
    head, _, rest = text.partition("?>")
    return changed(HOUSE, {part: f'{head}?><!DOCTYPE x [<!ENTITY a "aaaa">]>{rest}'.encode()})


def twice() -> bytes:
    target = io.BytesIO(HOUSE)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(target, "a") as file:
        file.writestr("word/document.xml", b"<a/>")
    return target.getvalue()


MACROS = changed(
    HOUSE,
    {},
    replace=(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    ),
)
STRICT = changed(
    HOUSE,
    {},
    replace=(
        b"http://schemas.openxmlformats.org/officeDocument/2006",
        b"http://purl.oclc.org/ooxml/officeDocument",
    ),
)
SHEET = changed(HOUSE, {}, replace=(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"))
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "word-broken"),
    "no zip": (lambda: b"PK\x03\x04 geen zip", "word-broken"),
    "cut off": (lambda: HOUSE[: len(HOUSE) // 2], "word-broken"),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "word-old"),
    "locked": (locked, "word-broken"),
    "bomb": (bomb, "word-too-large"),
    "many parts": (many, "word-parts"),
    "twice": (twice, "word-broken"),
    "macros": (lambda: MACROS, "word-macros"),
    "strict": (lambda: STRICT, "word-strict"),
    "another program": (lambda: SHEET, "word-broken"),
    "no document": (lambda: changed(HOUSE, {"word/document.xml": None}), "word-broken"),
    "no styles": (lambda: changed(HOUSE, {"word/styles.xml": None}), "word-broken"),
    "entities in the document": (lambda: entities("word/document.xml"), "word-broken"),
    "entities in the styles": (lambda: entities("word/styles.xml"), "word-broken"),
    "entities in the links": (lambda: entities("word/_rels/document.xml.rels"), "word-broken"),
    "entities in the header": (lambda: entities("word/header1.xml"), "word-broken"),
    "broken styles": (lambda: changed(HOUSE, {"word/styles.xml": b"<w:styles"}), "word-broken"),
    "deep": (
        lambda: changed(HOUSE, {"word/header1.xml": b"<a>" * 5_000 + b"</a>" * 5_000}),
        "word-broken",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_is_refused_in_words(name: str) -> None:
    make, wording = HOSTILE[name]
    with pytest.raises(WordFileError) as refused:
        write(PAPER, make())
    assert refused.value.name == wording


@pytest.mark.parametrize("name", ["empty", "old", "bomb", "many parts", "macros", "entities in the document"])
def test_a_hostile_file_to_compare_is_refused_in_words(name: str) -> None:
    make, wording = HOSTILE[name]
    with pytest.raises(WordFileError) as refused:
        paragraphs(make())
    assert refused.value.name == wording


@pytest.mark.parametrize("page", ['w:w="1" w:h="1"', 'w:w="99999999" w:h="16838"', 'w:w="een" w:h="x"', ""])
def test_a_page_without_room_becomes_a4(page: str) -> None:
    content = unpack(HOUSE)["word/document.xml"].decode()
    start = content.index("<w:pgSz")
    bad = content[:start] + f"<w:pgSz {page}/>" + content[content.index("/>", start) + 2 :]
    section = opened(write(PAPER, changed(HOUSE, {"word/document.xml": bad.encode()}))).sections[0]
    sizes = [each and each.twips for each in (section.page_width, section.page_height, section.left_margin)]
    assert sizes == [11906, 16838, 1418]


def test_a_template_without_numbering_or_settings_is_taken() -> None:
    bare = changed(HOUSE, {"word/numbering.xml": None, "word/settings.xml": None})
    assert opened(write(PAPER, bare)).paragraphs[0].text == "Agenda 2027"


def test_a_first_page_of_the_house_gets_our_line_too() -> None:
    document = opened(HOUSE)
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_footer.paragraphs[0].text = "Eerste bladzijde"
    made = opened(write(PAPER, saved(document)))
    assert [each.text for each in made.sections[0].first_page_footer.paragraphs] == [
        "Eerste bladzijde",
        "G4 · Agenda 2027 · voorstel · 24\u00a0september\u00a02026 · pagina 1 van 1",
    ]


def test_a_text_that_was_deleted_or_is_a_fallback_is_not_read() -> None:
    document = docx.Document()
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {nsdecls('w')} {space}><w:r><w:t>blijft</w:t></w:r>"
            "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
            "<mc:AlternateContent><mc:Fallback><w:r><w:t>dubbel</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
        ),
    )
    assert paragraphs(saved(document)) == ("blijft",)


def test_a_paper_of_one_page_keeps_the_margins_of_the_house() -> None:
    own = opened(HOUSE).sections[0]
    page = opened(write(replace(PAPER, is_one_page=True), HOUSE)).sections[0]
    assert (page.left_margin, page.top_margin) == (own.left_margin, own.top_margin)
