"""Amounts that a comma cut in two: ``{2027: 120.000,00}`` is a year, and a key ``00`` without a value."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from icteregie.diagnostics.types import Address, Finding, Keys
from icteregie.portfolio.input_hints import written_amount

MOST_SHOWN = 60
_TAIL = re.compile(r"-{1,2}|[0-9]{2,3}(?:\.[0-9]{2})?")


def whole_amounts(tree: object, errors: Iterable[Any], file: str) -> tuple[list[Finding], list[Any]]:
    """Report each amount once, at its start, and give the errors that are about something else."""
    errors = list(errors)
    findings: dict[Keys, Finding] = {}
    parts: set[Keys] = set()
    # What is missing was cut from nothing, and there can be a hundred thousand of it.
    for path in dict.fromkeys(_path(error) for error in errors if error["type"] != "missing"):
        group = _at(tree, path[:-1]) if path else None
        if isinstance(group, dict) and (keys := _cut(group, path[-1])):
            start: Keys = (*path[:-1], keys[0])
            written = ",".join([group[keys[0]], *keys[1:]])
            if amount := written_amount(written):
                values = {"key": _name(start), "written": written[:MOST_SHOWN], "instead": amount}
                findings[start] = Finding(
                    Address(file, start), values, "amount-instead", rule="invalid-value"
                )
                parts |= {(*path[:-1], key) for key in keys}
    return [*findings.values()], [error for error in errors if _path(error) not in parts]


def _path(error: Any) -> Keys:
    path: Keys = tuple(error["loc"])
    return path[:-1] if path[-1:] == ("[key]",) else path


def _at(tree: object, path: Keys) -> object:
    for key in path:
        if isinstance(tree, Mapping):
            tree = tree.get(key)
        elif isinstance(tree, list) and isinstance(key, int) and key < len(tree):
            tree = tree[key]
        else:
            return None
    return tree


def _cut(group: dict[str, Any], key: str | int) -> list[str]:
    """Give the keys that one amount was cut into, the year first; none when nothing was cut here."""
    if group.get(str(key)) != "" or not _TAIL.fullmatch(str(key)):
        return []
    names = list(group)
    first = last = names.index(str(key))
    while first >= 0 and group[names[first]] == "" and _TAIL.fullmatch(names[first]):
        first -= 1
    while last < len(names) and group[names[last]] == "" and _TAIL.fullmatch(names[last]):
        last += 1
    return names[first:last] if first >= 0 and isinstance(group[names[first]], str) else []


def _name(path: Keys) -> str:
    return next((key for key in reversed(path) if isinstance(key, str)), "")
