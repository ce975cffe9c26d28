"""The decisions on main: which initiatives each names, and the agenda to which it defers them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.loading.load import Loaded
from icteregie.portfolio.readers import day as read_day
from icteregie.portfolio.readers import year as read_year
from icteregie.workspace.blob_states import facts
from icteregie.workspace.surroundings import Surroundings

if TYPE_CHECKING:
    from icteregie.vcs.main_files import MainFiles

DECISIONS = "decisions/"
DECISIONS_VERSION = "1"
"""Raised whenever ``decided`` reads other decisions in a text than before."""


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """One decision in a decisions file: the ids that it names, and the year to which it defers."""

    on: date
    ids: frozenset[str]
    defers_to: int | None = None


def decision_entries(
    loaded: Loaded, surroundings: Surroundings, files: "MainFiles"
) -> tuple[DecisionEntry, ...]:
    """Read the decisions that main has; where none lie here either, none are looked for. Raises GitError."""
    if not any(path.startswith(DECISIONS) for path in loaded.sources.contents):
        return ()
    days = {
        path: (blob, day) for path, blob in files.present(DECISIONS).items() if (day := decision_day(path))
    }
    kept = facts(loaded, surroundings, f"decisions-{DECISIONS_VERSION}")
    unknown = [blob for blob, day in days.values() if entries_from(kept.get(blob), day) is None]
    for blob, text in files.texts(unknown) if unknown else ():
        kept.add(blob, [[sorted(entry.ids), entry.defers_to] for entry in decided(text, date.min)])
    kept.save()
    by_file = (entries_from(kept.get(blob), day) for blob, day in days.values())
    return tuple(entry for entries in by_file for entry in entries or ())


def decision_day(path: str) -> date | None:
    """Read the day in the name of a decisions file, such as ``2026-10-08-directors.yaml``; None without."""
    stem = path.removeprefix(DECISIONS).removesuffix(".yaml")
    try:
        return read_day(stem[:10]) if stem[10:11] == "-" and path.endswith(".yaml") else None
    except ValueError:
        return None


def decided(text: bytes, on: date) -> Iterator[DecisionEntry]:
    """Read the decisions in a file of decisions of a day."""
    tree, _ = reader.read(text)
    if tree is not None:
        yield from _entries(on, tree)


def entries_from(fact: Any, on: date) -> list[DecisionEntry] | None:
    """Read decisions back that were kept; None for anything else."""
    if not isinstance(fact, list):
        return None
    try:
        return [_entry_from(on, *each) for each in fact]
    except (TypeError, ValueError):
        return None


def _entry_from(on: date, ids: Any, year: Any) -> DecisionEntry:
    if not isinstance(ids, list) or not all(isinstance(name, str) for name in ids):
        raise TypeError
    return DecisionEntry(on, frozenset(ids), None if year is None else read_year(str(year)))


def _entries(on: date, tree: Tree) -> Iterator[DecisionEntry]:
    listed = tree.get("decisions") if isinstance(tree, dict) else None
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            yield DecisionEntry(on, frozenset(scalars(entry.get("initiatives", ""))), _defers_to(entry))
    if not isinstance(listed, list):
        yield DecisionEntry(on, frozenset(scalars(tree)))


def _defers_to(entry: Mapping[str, Tree]) -> int | None:
    if entry.get("decision") != "defer":
        return None
    try:
        return read_year(entry.get("to"))
    except ValueError:
        return None


def scalars(tree: Tree) -> Iterator[str]:
    """Give every text in a tree, keys included."""
    if isinstance(tree, str):
        yield tree
        return
    if isinstance(tree, dict):
        yield from tree
    for value in tree.values() if isinstance(tree, dict) else tree:
        yield from scalars(value)
