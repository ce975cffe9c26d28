"""An export as a workbook and as AMEFF: the same landscape, and a word for whatever is hostile in it."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.diagnostics.ceilings import (
    EXCEL_PARTS,
    EXPORT_ELEMENTS,
    XML_LEVELS,
    XML_TAG_KILOBYTES,
)
from tests.desk import regie
from tests.softwarecatalogus import HEADINGS, LETTERS, NOBODYS, REGISTRY, SIXTY, id_of, row, written
from tests.softwarecatalogus_files import (
    ARCHIMATE,
    MAIN,
    element,
    model,
    parts,
    sheet,
    specialization,
    workbook,
    zipped,
)
from tests.test_import_landscape import applications, desk, taken, text

PACKAGE = {"p1": "Pakket", "p2": id_of(1), "p3": "In productie", "p4": "Voorbeeld BV", "p5": "12.4"}


# A workbook.


def test_a_workbook_gives_what_the_csv_gives(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "xlsx").mkdir()
    one, other = desk(tmp_path / "csv"), desk(tmp_path / "xlsx")
    taken(one, SIXTY)
    taken(other, workbook(SIXTY))
    assert text(other) == text(one)


def test_a_workbook_of_another_writer_is_read(tmp_path: Path) -> None:
    strings = f'<sst xmlns="{MAIN}"><si><r><t>Zaak</t></r><r><t>wijs</t></r><rPh><t>X</t></rPh></si></sst>'
    cells = "".join(
        f'<c r="{chr(65 + at)}2" t="s"><v>0</v></c>'
        if heading == "Pakket Naam"
        else f'<c r="{chr(65 + at)}2" t="str"><f>1+1</f><v>{row(1, "x")[heading]}</v></c>'
        for at, heading in enumerate(HEADINGS)
        if heading == "Pakket Naam" or row(1, "x")[heading]
    )
    made = sheet([HEADINGS]).replace("</sheetData>", f'<row r="2">{cells}</row></sheetData>')
    root = desk(tmp_path)
    taken(root, zipped({**parts(made), "xl/sharedStrings.xml": strings}))
    assert [each.product for each in applications(root).values()] == ["Zaakwijs"]


@pytest.mark.parametrize("written", ["day:47118", "31-12-28", "2028-12-31"])
def test_a_day_is_a_number_in_the_format_of_one_or_a_text(tmp_path: Path, written: str) -> None:
    headings = (*HEADINGS, "Einde ondersteuning")
    root = desk(tmp_path)
    taken(root, workbook(({**row(1, "Zaakwijs"), "Einde ondersteuning": written},), headings))
    assert str(applications(root)["zaakwijs"].support_until) == "2028-12-31"


def test_a_number_stays_what_it_shows(tmp_path: Path) -> None:
    root = desk(tmp_path)
    taken(root, workbook((row(1, "number:2024", version="number:12.4"),)))
    own = applications(root)["applicatie-2024"]
    assert (own.product, own.version) == ("2024", "12.4")


def test_a_workbook_without_the_headings_says_which(tmp_path: Path) -> None:
    said = taken(desk(tmp_path), workbook(SIXTY, HEADINGS[:-2]), code=2)
    assert "lacks the columns Gemeente naam, Gemeente ID, Gemeente CBS" in said
    assert "It has: Toelichting." in said


def large(megabytes: int) -> bytes:
    """Make a small zip file of a sheet that is large once it is unpacked."""
    return zipped({**parts(""), "xl/worksheets/sheet0.xml": bytes(megabytes * 1024 * 1024)})


def lying(data: bytes) -> bytes:
    """Say in the directory that a sheet is small."""
    size = (65 * 1024 * 1024).to_bytes(4, "little")
    return data.replace(size, (100).to_bytes(4, "little"))


def locked(data: bytes) -> bytes:
    """Say in the directory that all parts are locked."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


BOOK = workbook(SIXTY)
CELL = '<c r="XFD2" t="str"><v>x</v></c>'
SHARED = '<c t="s"><v>0</v></c>' * len(HEADINGS)
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]>'
LONG = f'<sst xmlns="{MAIN}"><si><t>{"x" * 10_000_000}</t></si></sst>'


def with_row(cells: str) -> dict[str, str]:
    """Make a sheet with a row below its headings."""
    return parts(sheet([HEADINGS]).replace("</sheetData>", f'<row r="2">{cells}</row></sheetData>'))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (large(65), "is larger than 64 MiB, itself or unpacked"),
        (lying(large(65)), "is no sound Excel file"),
        (locked(BOOK), "or with a password"),
        (BOOK[: len(BOOK) // 2], "is no sound Excel file"),
        (BOOK[:10], "is no sound Excel file"),
        (zipped({"x": "y"}), "is no sound Excel file"),
        (zipped(parts()), "is no sound Excel file"),
        (zipped(parts(sheet([HEADINGS])), zipfile.ZIP_LZMA), "is no sound Excel file"),
        (zipped({**parts("<a>"), "xl/styles.xml": ""}), "is no well-formed XML"),
        (zipped({f"{n}": "" for n in range(EXCEL_PARTS + 1)}), "has more than 1,000 parts"),
        (zipped({"x" * 60_000 + str(n): "" for n in range(10)}), "has more than 1,000 parts"),
        (zipped({**parts(sheet([HEADINGS])), "xl/workbook.xml": DOCTYPE}), "has a document type"),
        (zipped(with_row(CELL)), "Row 2 of ../export.csv has more than the 256 columns"),
        (zipped({**with_row(SHARED), "xl/sharedStrings.xml": LONG}), "is larger than 64 MiB"),
    ],
)
def test_a_hostile_workbook_ends_with_a_word(tmp_path: Path, data: bytes, said: str) -> None:
    root = desk(tmp_path)
    assert said in taken(root, data, code=2)
    assert not (root / "landscape").exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ".. is een map. Noem de export zelf: een bestand in csv, Excel of AMEFF.\n"),
        ("en", ".. is a folder. Name the export itself: a file in csv, Excel or AMEFF.\n"),
    ],
)
def test_a_folder_is_no_export(tmp_path: Path, language: str, said: str) -> None:
    words = ("..", "--member", "utrecht", "--lang", language)
    done = regie("import", "landscape", *words, "-C", desk(tmp_path))
    assert (done.returncode, done.stderr) == (2, said)


def test_a_sheet_outside_the_workbook_is_not_looked_for(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(sheet([HEADINGS, [row(1, "Geheim")[heading] for heading in HEADINGS]]), "utf-8")
    made = parts(sheet([["x"]]))
    made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"].replace(
        'Target="worksheets/sheet0.xml"', f'TargetMode="External" Target="file://{secret}"'
    )
    assert "is no sound Excel file" in taken(desk(tmp_path), zipped(made), code=2)


# AMEFF.


def test_a_package_of_a_model_is_an_application(tmp_path: Path) -> None:
    root = desk(tmp_path)
    elements = (element("id-a", "Zaakwijs", PACKAGE), element(f"id-{REGISTRY}", "Register", {"p2": REGISTRY}))
    taken(root, model(elements, (specialization("id-a", f"id-{REGISTRY}"),)))
    own = applications(root)["zaakwijs"]
    assert (own.product, own.supplier, own.version, own.stage, own.components, own.source) == (
        "Zaakwijs", "Voorbeeld BV", "12.4", "in-use", ("registry",), id_of(1)
    )  # fmt: skip


def test_a_model_says_that_all_in_it_is_taken_for_the_member(tmp_path: Path) -> None:
    said = taken(desk(tmp_path), model((element("id-a", "Zaakwijs", PACKAGE),)))
    assert "all packages in «Utrecht» are taken for those of Utrecht." in said


def test_a_reference_component_is_known_by_its_own_id_or_by_that_of_the_element(tmp_path: Path) -> None:
    elements = (element("id-a", "Zaakwijs", PACKAGE), element("id-x", "Register", {"p2": REGISTRY.upper()}))
    relations = (specialization("id-a", "id-x"), specialization("id-a", f"id-{LETTERS}"))
    root = desk(tmp_path)
    taken(root, model(elements, relations))
    assert applications(root)["zaakwijs"].components == ("registry", "letters")


def test_what_is_no_package_is_left_out(tmp_path: Path) -> None:
    elements = (
        element("id-a", "Zaakwijs", PACKAGE),
        element("id-b", "Leverancier", {**PACKAGE, "p1": "Leverancier"}, "BusinessActor"),
        element("id-c", "Register", {"p2": NOBODYS}),
        element("id-d", "Proces", {**PACKAGE, "p2": "x"}, "BusinessProcess"),
    )
    root = desk(tmp_path)
    taken(root, model(elements))
    assert list(applications(root)) == ["zaakwijs"]


def test_a_package_without_a_status_is_asked(tmp_path: Path) -> None:
    root = desk(tmp_path)
    data = model((element("id-a", "Zaakwijs", {**PACKAGE, "p3": ""}),))
    assert ") has no usage status. Which stage is that?" in taken(root, data, code=1)
    taken(root, data, "--status", "=in-use")
    assert applications(root)["zaakwijs"].stage == "in-use"


def test_a_second_import_of_a_model_touches_nothing(tmp_path: Path) -> None:
    root = desk(tmp_path)
    data = model((element("id-a", "Zaakwijs", PACKAGE),))
    taken(root, data)
    before = text(root)
    taken(root, data, "--today", "2027-01-15")
    assert text(root) == before


ONE = element("id-a", "Zaakwijs", PACKAGE)
LAUGHS = (
    "<!DOCTYPE model ["
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 100}">' for n in range(12))
    + "]>"
)
GOOD = model((ONE,))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (model((ONE.replace("Zaakwijs", "&l11;"),), head=LAUGHS), "document type (DOCTYPE) or an entity"),
        (model((ONE,), head='<!DOCTYPE model SYSTEM "http://example.org/x.dtd">'), "has a document type"),
        (
            model((ONE,), head='<!DOCTYPE model [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "has a document type",
        ),
        (model((ONE.replace("Zaakwijs", "&x;"),)), "is no well-formed XML"),
        (
            model(('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>',)),
            "refers to another file with XInclude on line 2",
        ),
        (model(("<a>" * 200 + "</a>" * 200,)), f"more than {XML_LEVELS} elements in each other"),
        (model(("<a/>" * (EXPORT_ELEMENTS + 1),)), "has more than 500,000 elements"),
        (
            model((f'<a b="{"x" * (XML_TAG_KILOBYTES * 1024 + 100_000)}"/>',)),
            "has an element of more than 1024 KiB from line 2 on",
        ),
        (GOOD[: len(GOOD) // 2], "is no well-formed XML: it goes wrong, or ends, on line 2"),
        (GOOD.replace(b"Tekst", b"Te\0kst"), "is no well-formed XML"),
        (GOOD.replace(b"Tekst", b"Te\xe9kst"), "is no well-formed XML"),
        (GOOD.decode().encode("utf-16"), "is saved in UTF-16"),
        (GOOD.replace(b"UTF-8", b"ISO-8859-1"), "is saved in ISO-8859-1. Save it in UTF-8."),
        (
            GOOD.replace(ARCHIMATE.encode(), b"http://www.opengroup.org/xsd/archimate"),
            "it begins with «http://www.opengroup.org/xsd/archimate model», not with model in",
        ),
        (b"<html><body>Log in</body></html>", "it begins with «html»"),
        (model((element("id-a", "x" * 201, PACKAGE),)), "«name» is longer than 200 characters"),
        (model(()), "has no rows"),
    ],
)  # fmt: skip
def test_a_hostile_model_ends_with_a_word(tmp_path: Path, data: bytes, said: str) -> None:
    root = desk(tmp_path)
    assert said in taken(root, data, code=2)
    assert not (root / "landscape").exists()


def test_a_namespace_prefix_makes_no_difference(tmp_path: Path) -> None:
    data = GOOD.replace(b"<model xmlns=", b"<m:model xmlns:m=").replace(b"</model>", b"</m:model>")
    for name in (b"name", b"elements", b"element", b"properties", b"property", b"value", b"relationships",
                 b"propertyDefinitions", b"propertyDefinition", b"documentation"):  # fmt: skip
        for sign in (b" ", b">"):
            data = data.replace(b"<" + name + sign, b"<m:" + name + sign)
        data = data.replace(b"</" + name + b">", b"</m:" + name + b">")
    root = desk(tmp_path)
    taken(root, data)
    assert list(applications(root)) == ["zaakwijs"]


# Whatever is in it: a word, never a mistake of ours.

PIECES = [
    b"",
    b'"',
    b";",
    b"\n",
    b"\0",
    b"\xff",
    b"<",
    b">",
    b"&",
    b"</",
    b"]]>",
    b"<!--",
    b"9" * 30,
    b"\xe2\x80\xae",
]
FILES = {"csv": written(SIXTY[:8]), "xlsx": workbook(SIXTY[:4]), "xml": GOOD}
PLAIN_BOOK = zipped(
    parts(sheet([HEADINGS, [row(1, "Zaakwijs")[each] for each in HEADINGS]])), zipfile.ZIP_STORED
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([*FILES.values(), PLAIN_BOOK]), st.data())
def test_whatever_an_export_holds_it_ends_with_a_word(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, drawn: st.DataObject
) -> None:
    mutated = bytearray(data)
    for _ in range(drawn.draw(st.integers(1, 6))):
        at = drawn.draw(st.integers(0, len(mutated)))
        size = drawn.draw(st.sampled_from([0, 0, 1, 4, 40]))
        mutated[at : at + size] = drawn.draw(st.sampled_from(PIECES) | st.binary(max_size=8))
    root = desk(tmp_path_factory.mktemp("any"))
    (root.parent / "export").write_bytes(mutated)
    done = regie(
        "import",
        "landscape",
        "../export",
        "--member",
        "utrecht",
        "--status",
        "all=in-use",
        "--lang",
        "en",
        cwd=root,
    )
    assert done.returncode in (0, 1, 2)
    assert "internal" not in done.stderr, done.stderr
    assert "Please report it" not in done.stderr, done.stderr
    assert done.returncode == 0 or not (root / "landscape").exists()
