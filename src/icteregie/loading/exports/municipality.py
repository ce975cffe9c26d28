"""The rows of one municipality, out of an export that holds many."""

from collections.abc import Iterable

from icteregie.loading.exports.types import Usage, UsageRow

_MOST_NAMES = 12


def usage(rows: Iterable[UsageRow], name: str, code: str | None) -> Usage:
    """Take the rows of a municipality, by its code where both have one, and else by its name.

    A row that names no municipality belongs to a partnership; it reaches the municipality when that is one
    of its partners, by the id that its own rows give. A row of another municipality is left out, also of one
    in the same partnership.
    """
    own: list[UsageRow] = []
    nameless: list[UsageRow] = []
    names: dict[str, None] = {}
    others = 0
    for row in rows:
        if not (row.municipality or row.code or row.municipality_id):
            nameless.append(row)
        elif _is_of(row, name, code):
            own.append(row)
        else:
            others += 1
            if len(names) < _MOST_NAMES:
                names[row.municipality or row.code] = None
    ids = {row.municipality_id.lower() for row in own if row.municipality_id}
    shared = tuple(row for row in nameless if ids.intersection(row.partners))
    others += len(nameless) - len(shared)
    return Usage(tuple(own), shared, others, tuple(names))


def _is_of(row: UsageRow, name: str, code: str | None) -> bool:
    if row.code and code:
        return _number(row.code) == _number(code)
    return _folded(row.municipality) == _folded(name)


def _number(code: str) -> str:
    """Give the digits of a code: GM0344, 0344 and 344 are one."""
    return code.upper().removeprefix("GM").lstrip("0")


def _folded(name: str) -> str:
    return name.casefold().removeprefix("gemeente ").strip()
