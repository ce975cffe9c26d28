"""The made-up export as a workbook and as AMEFF, written by hand: also what no library can write."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.softwarecatalogus import HEADINGS, Row

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ARCHIMATE = "http://www.opengroup.org/xsd/archimate/3.0/"
STYLES = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'


def cell(text: str) -> str:
    """Write a cell: a day as a number in the format of one, all else as a text in its place."""
    if text.startswith("day:"):
        return f'<c s="1"><v>{text.removeprefix("day:")}</v></c>'
    if text.startswith("number:"):
        return f"<c><v>{text.removeprefix('number:')}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>' if text else "<c/>"


def sheet(table: Iterable[Sequence[str]]) -> str:
    """Write a sheet."""
    rows = "".join(f"<row>{''.join(map(cell, cells))}</row>" for cells in table)
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def parts(*sheets: str) -> dict[str, str]:
    """Give the parts of a workbook by their path."""
    listed = "".join(f'<sheet name="S{n}" r:id="r{n}"/>' for n in range(len(sheets)))
    links = "".join(f'<Relationship Id="r{n}" Target="worksheets/sheet{n}.xml"/>' for n in range(len(sheets)))
    spaces = f'xmlns="{MAIN}" xmlns:r="{RELATIONS}"'
    return {
        "xl/workbook.xml": f"<workbook {spaces}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{n}.xml": text for n, text in enumerate(sheets)},
    }


def zipped(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Put parts in a zip file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def workbook(rows: Iterable[Row], headings: Sequence[str] = HEADINGS) -> bytes:
    """Write an export as a workbook whose second sheet has it."""
    table = [headings, *([row.get(heading, "") for heading in headings] for row in rows)]
    return zipped(parts(sheet([["Toelichting"], ["Van de Softwarecatalogus"]]), sheet(table)))


def element(
    identifier: str, name: str, properties: Mapping[str, str], kind: str = "ApplicationComponent"
) -> str:
    """Write an element of a model."""
    values = "".join(
        f'<property propertyDefinitionRef="{ref}"><value xml:lang="nl">{escape(value)}</value></property>'
        for ref, value in properties.items()
    )
    return (
        f'<element identifier={quoteattr(identifier)} xsi:type="{kind}">'
        f'<name xml:lang="nl">{escape(name)}</name>'
        f"<documentation>Tekst</documentation><properties>{values}</properties></element>"
    )


def specialization(source: str, target: str) -> str:
    """Write a relation from a package to a reference component."""
    return f'<relationship identifier="r" source="{source}" target="{target}" xsi:type="Specialization"/>'


DEFINITIONS = {
    "p1": "SWC type",
    "p2": "Object ID",
    "p3": "Gebruik status",
    "p4": "Leverancier",
    "p5": "Versie",
}


def model(
    elements: Iterable[str], relations: Iterable[str] = (), namespace: str = ARCHIMATE, head: str = ""
) -> bytes:
    """Write a model; its properties get their names at the end, as the format has it."""
    names = "".join(
        f'<propertyDefinition identifier="{ref}" type="string"><name>{name}</name></propertyDefinition>'
        for ref, name in DEFINITIONS.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}\n<model xmlns="{namespace}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m" '
        f'xsi:schemaLocation="{ARCHIMATE} http://example.org/model.xsd"><name xml:lang="nl">Utrecht</name>'
        f"<elements>{''.join(elements)}</elements><relationships>{''.join(relations)}</relationships>"
        f"<propertyDefinitions>{names}</propertyDefinitions></model>\n"
    ).encode()
