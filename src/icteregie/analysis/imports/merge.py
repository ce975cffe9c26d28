"""Three versions of an application brought together: the file, what the last import wrote, the export.

What people added the export doesn't name, and so it stays. What only one side changed is taken; what both
changed is asked. An export never takes a value away.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from icteregie.analysis.imports.entries import Entry
from icteregie.analysis.imports.questions import EXPORT, GONE, KEEP, NEW, OURS, Desk, Question
from icteregie.analysis.landscape.applications import folded_product
from icteregie.diagnostics.types import Value
from icteregie.loading.events import Tree

Application: TypeAlias = Mapping[str, Tree]
"""An application as its file says it, as texts."""
Bases: TypeAlias = Callable[[], Mapping[str, Application]]
"""Gives each application by id as the last import wrote it; those that git doesn't know are not in it."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What changes: values by application, and the entries that become a new application.

    ``unchanged`` are the applications of which the export says what stands there.
    """

    changed: Mapping[str, Mapping[str, Tree]] = field(default_factory=dict)
    added: tuple[Entry, ...] = ()
    unchanged: tuple[str, ...] = ()


def merge(known: Mapping[str, Application], entries: Sequence[Entry], bases: Bases, desk: Desk) -> Merge:
    """Bring the applications of a member and the entries of an export together."""
    matches = _matches(known, entries, desk)
    changed: dict[str, dict[str, Tree]] = {}
    for name, application in known.items():
        values = (
            _merged(name, application, matches[name], bases, desk)
            if name in matches
            else _absent(name, application, desk)
        )
        if values:
            changed[name] = values
    taken = {entry.source for entry in matches.values()}
    added = tuple(entry for entry in entries if entry.source not in taken)
    return Merge(changed, added, tuple(name for name in matches if name not in changed))


def _matches(known: Mapping[str, Application], entries: Sequence[Entry], desk: Desk) -> dict[str, Entry]:
    """Find the entry of each application: by its source, and where that is not there, by asking."""
    by_source = {entry.source: entry for entry in entries}
    matches: dict[str, Entry] = {}
    for name, application in known.items():
        source = str(application.get("source", ""))
        if source in by_source:
            matches.setdefault(name, by_source.pop(source))
    for name, application in known.items():
        if name not in matches and application.get("stage") != GONE:
            source = _asked_match(name, application, by_source, desk)
            if source in by_source:
                matches[name] = by_source.pop(source)
    return matches


def _asked_match(name: str, application: Application, free: Mapping[str, Entry], desk: Desk) -> str:
    """Ask which row an application is, where rows of the same product are nobody's yet."""
    product = folded_product(str(application.get("product", "")))
    alike = tuple(source for source, entry in free.items() if folded_product(entry.product) == product)
    is_answered = name in desk.answers.get("match", {})
    if not (alike or is_answered):
        return ""
    versions = tuple(f"{free[source].version or '-'} ({source})" for source in alike)
    values: dict[str, Value] = {
        "id": name,
        "product": str(application.get("product", "")),
        "version": str(application.get("version", "-")),
        "versions": versions,
    }
    choices = (*(alike if not is_answered else free), NEW)
    return desk.ask(Question("match", name, choices, values))


def _absent(name: str, application: Application, desk: Desk) -> dict[str, Tree]:
    """Ask what to do with an application whose row is gone; what was never imported is left alone."""
    if not application.get("source") or application.get("stage") == GONE:
        return {}
    if desk.is_open("match", name):  # first whether it is another row by now
        return {}
    values: dict[str, Value] = {"id": name, "product": str(application.get("product", ""))}
    answer = desk.ask(Question("absent", name, (GONE, KEEP), values))
    return {"stage": GONE} if answer == GONE else {}


def _merged(name: str, application: Application, entry: Entry, bases: Bases, desk: Desk) -> dict[str, Tree]:
    """Give what changes in an application that the export has; nothing when both say the same."""
    changed: dict[str, Tree] = {}
    for key, theirs in entry.values().items():
        ours = application.get(key)
        if not theirs or _same(ours, theirs):
            continue
        winner = _winner(ours, theirs, bases().get(name), key)
        if not winner:
            values: dict[str, Value] = {
                "id": name,
                "key": key,
                "ours": _shown(ours),
                "export": _shown(theirs),
            }
            winner = desk.ask(Question("conflict", f"{name}.{key}", (OURS, EXPORT), values))
        if winner == EXPORT:
            changed[key] = theirs
    if application.get("source") != entry.source or not application.get("imported"):
        changed["source"] = entry.source
    return changed


def _winner(ours: Tree | None, theirs: Tree, base: Application | None, key: str) -> str:
    """Say whose value holds where only one side changed it, or has it; "" where that is asked."""
    if base is None:
        return "" if ours else EXPORT
    if _same(base.get(key), theirs):
        return OURS
    return EXPORT if _same(base.get(key), ours) else ""


def _same(left: Tree | None, right: Tree | None) -> bool:
    """Whether two values say the same: the order of a list, and empty or left out, makes no difference."""
    if isinstance(left, list) and isinstance(right, list):
        return sorted(map(str, left)) == sorted(map(str, right))
    return (left or None) == (right or None)


def _shown(value: Tree | None) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "-")
