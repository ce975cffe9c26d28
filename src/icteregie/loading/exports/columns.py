"""From the cells of a table to rows: columns are found by their heading, in any order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from icteregie.diagnostics.ceilings import EXPORT_MEGABYTES, EXPORT_ROWS, LINE_LENGTH
from icteregie.loading.decoding import UNWANTED
from icteregie.loading.exports.types import ExportError, UsageRow

REQUIRED = {
    "municipality": "Gemeente naam",
    "municipality_id": "Gemeente ID",
    "code": "Gemeente CBS",
    "partnership": "Samenwerking",
    "partners": "Samenwerking gemeente id",
    "usage": "Gebruik Status",
    "supplier": "Leverancier Naam",
    "package_id": "Pakket ID",
    "product": "Pakket Naam",
    "version_id": "Pakketversie ID",
    "version": "Pakketversie Naam",
    "components": "Referentiecomponenten ID",
}
"""The heading of each field that an export must have."""
OPTIONAL = {
    "supplier_components": "Referentiecomponenten leverancier UUID",
    "support": "Pakketversie Status",
    "support_until": "Einde ondersteuning",
}
"""The headings that are read where an export has them."""
_ALL = REQUIRED | OPTIONAL
_LISTS = ("partners", "components", "supplier_components")
_DAY = re.compile(r"(\d\d?)-(\d\d?)-(\d\d|\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_MOST_NAMES, _WIDEST = 30, 40


def rows_of(table: Iterable[tuple[int, Sequence[str]]]) -> Iterator[UsageRow]:
    """Read a table whose first row has the headings; each row comes with its line.

    Raises ExportError for a heading that is missing or stands there twice, a row that is wider than the
    headings, a day that can't be read, a text that is too long, and too many rows.
    """
    lines = iter(table)
    headings = next(lines, (1, ()))[1]
    places = _places(headings)
    characters = 0
    for number, (line, cells) in enumerate(lines, 1):
        characters += sum(map(len, cells))
        if number > EXPORT_ROWS:
            raise ExportError("rows", most=EXPORT_ROWS)
        # The cells of a workbook can share one long text.
        if characters > EXPORT_MEGABYTES * 1024 * 1024:
            raise ExportError("too-large", most=EXPORT_MEGABYTES)
        if any(cell.strip() for cell in cells[len(headings) :]):
            raise ExportError("wide-row", line=line, most=len(headings))
        if any(cell.strip() for cell in cells):
            yield _row(line, cells, places)


def has_headings(headings: Sequence[str]) -> bool:
    """Whether a row has all headings that an export must have."""
    folded = {clean(heading).casefold() for heading in headings}
    return all(heading.casefold() in folded for heading in REQUIRED.values())


def _places(headings: Sequence[str]) -> dict[str, int]:
    """Give the column of each field. Raises ExportError."""
    folded = [clean(heading).casefold() for heading in headings]
    twice = [heading for heading in _ALL.values() if folded.count(heading.casefold()) > 1]
    if twice:
        raise ExportError("heading-twice", heading=twice[0])
    missing = tuple(heading for heading in REQUIRED.values() if heading.casefold() not in folded)
    if missing:
        there = tuple(clean(each)[:_WIDEST] for each in headings if each.strip())[:_MOST_NAMES]
        raise ExportError("headings", missing=missing, count=len(missing), there=there)
    return {field: folded.index(name.casefold()) for field, name in _ALL.items() if name.casefold() in folded}


def _row(line: int, cells: Sequence[str], places: dict[str, int]) -> UsageRow:
    written = {field: cells[at] if at < len(cells) else "" for field, at in places.items()}
    texts = {field: clean(text) for field, text in written.items()}
    for field, text in texts.items():
        if field not in _LISTS and len(text) > LINE_LENGTH:
            raise ExportError("too-long", line=line, heading=_ALL[field], most=LINE_LENGTH)
    lists = {field: _items(texts.pop(field)) for field in _LISTS if field in texts}
    texts["support_until"] = _day(texts.get("support_until", ""), line)
    has_unseen = any(is_cleaned(text) for text in written.values())
    return UsageRow(line=line, is_cleaned=has_unseen, **lists, **texts)  # type: ignore[arg-type]


def clean(text: str) -> str:
    """Write a cell on one line, without characters that nobody can see.

    Line ends and rows of spaces become one space: a name on two lines is one name.
    """
    plain = _on_one_line(text)
    return _on_one_line(UNWANTED.sub("", plain)) if _may_hide(plain) else plain


def is_cleaned(text: str) -> bool:
    """Whether a cell has a character that is left out because nobody can see it."""
    plain = _on_one_line(text)
    return _may_hide(plain) and UNWANTED.search(plain) is not None


def _may_hide(text: str) -> bool:
    """Whether the expression must look: most texts are plain, and it takes long."""
    return not (text.isascii() and text.isprintable())


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _items(text: str) -> tuple[str, ...]:
    return tuple(item.strip().lower() for item in text.split(",") if item.strip())


def _day(written: str, line: int) -> str:
    """Read DD-MM-YY, DD-MM-YYYY or YYYY-MM-DD as YYYY-MM-DD; "" stays so. Raises ExportError."""
    dutch, iso = _DAY.fullmatch(written), _ISO_DAY.fullmatch(written)
    try:
        if dutch:
            year = int(dutch[3]) + (2000 if len(dutch[3]) == 2 else 0)
            return date(year, int(dutch[2]), int(dutch[1])).isoformat()
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3])).isoformat()
    except ValueError:
        written = written or "?"
    if written:
        raise ExportError("no-day", line=line, written=written)
    return ""
