"""A made-up export of the Softwarecatalogus: 60 rows of three municipalities and a partnership."""

import csv
import io
from collections.abc import Iterable, Mapping

HEADINGS = (
    *("Gemeente ID", "Gemeente naam", "Gemeente CBS"),
    *("Samenwerking ID", "Samenwerking", "Samenwerking gemeente id"),
    *("Gebruik Status", "Gebruik omschrijving", "Gebruik Datum ingang status"),
    *("Leverancier ID", "Leverancier Naam", "Pakket ID", "Pakket Naam"),
    *("Pakketversie ID", "Pakketversie Naam", "Pakketversie gebruik technologie"),
    *("Mutatiedatum applicatieportfolio", "Referentiecomponenten ID", "Referentiecomponenten naam"),
)
REGISTRY = "a97b6545-0000-4000-8000-000000000001"
LETTERS = "a97b6545-0000-4000-8000-000000000002"
IDENTITY = "a97b6545-0000-4000-8000-000000000003"
NOBODYS = "a97b6545-0000-4000-8000-0000000000ff"
UTRECHT = ("11111111-0000-4000-8000-000000000001", "Utrecht", "GM0344")
ZEIST = ("11111111-0000-4000-8000-000000000002", "Zeist", "GM0355")
HOUTEN = ("11111111-0000-4000-8000-000000000003", "Houten", "GM0321")

Row = Mapping[str, str]


def id_of(number: int) -> str:
    """Make the id of a version."""
    return f"22222222-0000-4000-8000-{number:012}"


def row(number: int, product: str, municipality: tuple[str, str, str] = UTRECHT, **more: str) -> Row:
    """Make a row: number is that of its package and, without another, of its version."""
    cells = dict.fromkeys(HEADINGS, "")
    cells |= dict(zip(HEADINGS[:3], municipality, strict=True))
    cells |= {
        "Gebruik Status": "In productie",
        "Gebruik Datum ingang status": "01-02-23",
        "Leverancier Naam": "Voorbeeld BV",
        "Pakket ID": f"33333333-0000-4000-8000-{number:012}",
        "Pakket Naam": product,
        "Pakketversie ID": id_of(number),
        "Pakketversie Naam": "1.0",
        "Mutatiedatum applicatieportfolio": "03-04-26",
    }
    names = {
        "status": "Gebruik Status",
        "version": "Pakketversie Naam",
        "component": "Referentiecomponenten ID",
    }
    names |= {"id": "Pakketversie ID", "package": "Pakket ID", "supplier": "Leverancier Naam"}
    names |= {"partnership": "Samenwerking", "partners": "Samenwerking gemeente id"}
    return cells | {names[name]: text for name, text in more.items()}


def through(number: int, product: str, *partners: tuple[str, str, str]) -> Row:
    """Make a row of a partnership: no municipality, but the ids of those that take part."""
    ids = ", ".join(partner[0] for partner in partners)
    return row(number, product, ("", "", ""), partnership="Dienst Midden", partners=ids)


OWN = (
    row(1, "Zaakwijs", version="12.4", component=REGISTRY),
    row(1, "Zaakwijs", version="12.4", component=LETTERS),
    row(2, "Zaakwijs", version="11.0", status="Uit te faseren", component=REGISTRY),
    row(3, "Burger; zaken\nen meer", version="3.1", component=LETTERS),
    row(4, "=cmd|' /C calc'!A0", version="@1"),
    row(5, "Brie\u202even", version="2", component=LETTERS),
    row(6, "Zaak-wijs", version="1"),
    row(7, "Poort", id="", version="7.2", component=IDENTITY),
    row(8, "Oud", id="", version=""),
    row(9, "Proef", status="In test"),
    row(10, "Zaak wijs", status="Verwerving"),
    row(11, "Plan", status="Gepland"),
    row(12, "Weg", status="Uitgefaseerd"),
    row(13, "Kaart", component=NOBODYS),
)
"""What Utrecht uses itself: two versions of one product, and the names that go wrong elsewhere."""
SHARED = (
    through(20, "Samen", UTRECHT, ZEIST),
    through(20, "Samen", UTRECHT, ZEIST),
    through(21, "Elders", ZEIST),
)
OTHERS = (
    *(row(100 + number, f"Pakket {number}", ZEIST, component=REGISTRY) for number in range(25)),
    *(row(200 + number, f"Pakket {number}", HOUTEN, status="In beheer") for number in range(18)),
)
SIXTY = (*OTHERS[:20], *OWN[:7], *SHARED, *OTHERS[20:], *OWN[7:])


def written(rows: Iterable[Row], headings: Iterable[str] = HEADINGS, *, mark: str = "\ufeff") -> bytes:
    """Write an export as csv, with a byte order mark unless it is taken away."""
    text = io.StringIO()
    table = csv.DictWriter(text, [*headings], delimiter=";", extrasaction="ignore", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    return (mark + text.getvalue()).encode()
